import type {
  ArticleRecord,
  BinRecord,
  BodyRecord,
  ChangeRecord,
  OriginalRecord,
  QueueRecord,
  RedirectRecord,
  RevisionRecord,
} from '../../../core/library/records.ts';
import type { Session } from '../browser/session.ts';

/** The bytes of an original, as base64, since no byte array crosses from the browser to the test. */
export type StoredOriginal = Omit<OriginalRecord, 'bytes'> & { readonly bytes: string };

/** What the reader has in the database `offprint`, as one read transaction saw it; nothing that is computed from it. */
export interface StoredLibrary {
  readonly articles: readonly ArticleRecord[];
  readonly bodies: readonly BodyRecord[];
  readonly originals: readonly StoredOriginal[];
  readonly revisions: readonly RevisionRecord[];
  readonly bin: readonly BinRecord[];
  readonly redirects: readonly RedirectRecord[];
  readonly queue: readonly QueueRecord[];
  readonly changes: readonly ChangeRecord[];
}

const EMPTY: StoredLibrary = {
  articles: [],
  bodies: [],
  originals: [],
  revisions: [],
  bin: [],
  redirects: [],
  queue: [],
  changes: [],
};

/** Reads what the reader has past the product, so that a fault in its own reading cannot hide one in its writing. */
export async function readLibrary(session: Session): Promise<StoredLibrary> {
  return { ...EMPTY, ...(await session.inExtension(readStores, 'offprint', Object.keys(EMPTY))) };
}

/** The same of one article alone, which stays as quick when there are hundreds; `redirects` are left out. */
export async function readStored(session: Session, slug: string): Promise<StoredLibrary> {
  return { ...EMPTY, ...(await session.inExtension(readStores, 'offprint', Object.keys(EMPTY), slug)) };
}

/** What is stored under one slug, in every store but the log of changes. */
export function storedUnder(library: StoredLibrary, slug: string) {
  const { articles, bodies, originals, revisions, bin, redirects, queue } = library;
  const own = <T extends { readonly slug: string }>(records: readonly T[]) =>
    records.filter((one) => one.slug === slug);
  return {
    articles: own(articles),
    bodies: own(bodies),
    originals: own(originals),
    revisions: own(revisions),
    bin: own(bin),
    redirects: redirects.filter(({ from, to }) => from === slug || to === slug),
    queue: own(queue),
  };
}

/** Takes one record out of a store behind the product's back: a control that shows what the checks can see. */
export function breakStore(session: Session, store: 'articles' | 'bodies', key: string): Promise<void> {
  return session.inExtension(deleteRecord, 'offprint', store, key);
}

async function deleteRecord(name: string, store: string, key: string): Promise<void> {
  const opening = indexedDB.open(name);
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const transaction = opening.result.transaction(store, 'readwrite');
  transaction.objectStore(store).delete(key);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  opening.result.close();
}

async function readStores(name: string, stores: readonly string[], slug?: string): Promise<Partial<StoredLibrary>> {
  const numberOf = (other: string) => (other === name ? 1 : Number(other.slice(name.length + 1)));
  const known = (await indexedDB.databases()).flatMap((database) =>
    database.name === name || database.name?.startsWith(`${name}-`) ? [database.name] : [],
  );
  // The one in use is the one with the highest number; those before it could not be opened any more.
  const inUse = known.sort((one, other) => numberOf(one) - numberOf(other)).at(-1);
  if (inUse === undefined) return {};
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const database = await settle(indexedDB.open(inUse));
  try {
    const names = [...database.objectStoreNames].filter((store) => stores.includes(store));
    const isPaired = (store: string) => store === 'originals' || store === 'revisions';
    const keysOf = (store: string) => {
      if (slug === undefined || store === 'changes') return undefined;
      return isPaired(store) ? IDBKeyRange.bound([slug], [slug, []]) : IDBKeyRange.only(slug);
    };
    const transaction = database.transaction(names);
    const entries = names.map(async (store) => {
      const [records, keys] = await Promise.all([
        settle(transaction.objectStore(store).getAll(keysOf(store))),
        settle(transaction.objectStore(store).getAllKeys(keysOf(store))),
      ]);
      return [store, store === 'changes' ? records.map((one, index) => ({ sequence: keys[index], ...one })) : records];
    });
    const read: Partial<StoredLibrary> = Object.fromEntries(await Promise.all(entries));
    return JSON.parse(JSON.stringify(read, (_, value) => (value instanceof Uint8Array ? base64(value) : value)));
  } finally {
    database.close();
  }
}
