import { type IDBPDatabase, openDB } from 'idb';

/** Long texts under names, in a database of their own: how the engines that live in memory are kept. */

async function withTexts<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB('peer', 1, { upgrade: (fresh) => fresh.createObjectStore('texts') });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

export async function writeText(name: string, text: string): Promise<void> {
  await withTexts((database) => database.put('texts', text, name));
}

/** Rejects when there is no such text. */
export async function readText(name: string): Promise<string> {
  const text: unknown = await withTexts((database) => database.get('texts', name));
  if (typeof text !== 'string') throw new Error(`no text called ${name} is stored`);
  return text;
}

/** All texts whose name begins with `prefix`, by the rest of their names. */
export async function readTexts(prefix: string): Promise<ReadonlyMap<string, string>> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  return withTexts(async (database) => {
    const [names, texts] = await Promise.all([database.getAllKeys('texts', range), database.getAll('texts', range)]);
    return new Map(names.map((name, index) => [String(name).slice(prefix.length), String(texts[index])]));
  });
}
