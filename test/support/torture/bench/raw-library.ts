/** Reads and breaks the database past the product, so that a fault in its reading cannot hide one in its writing. */

/** The database, or the one that took its place: the one with the highest number is in use. */
const BASE = 'offprint';

/** Everything that is kept of one article, in a form that can be compared: `null` when nothing is. */
export interface KeptArticle {
  readonly headline: string;
  readonly body: string;
  /** The originals' bytes as text. */
  readonly originals: readonly string[];
  readonly tags: readonly string[];
  readonly note: string | null;
  /** The texts of replaced revisions, in the order of their hashes. */
  readonly revisions: readonly string[];
  readonly isBinned: boolean;
}

/** Articles under their slugs; what is there by half, and what is there twice, one sentence each. */
export interface KeptLibrary {
  readonly articles: Readonly<Record<string, KeptArticle>>;
  readonly halves: readonly string[];
  readonly duplicates: readonly string[];
}

interface Parts {
  readonly article: {
    readonly slug: string;
    readonly order: number;
    readonly headline: string;
    readonly own: { readonly tags: readonly string[]; readonly note?: string };
  };
  readonly body: { readonly slug: string; readonly articleBody: string } | undefined;
  readonly originals: readonly { readonly slug: string; readonly bytes: Uint8Array }[];
  readonly revisions: readonly {
    readonly slug: string;
    readonly contentHash: string;
    readonly content: { readonly articleBody: string };
  }[];
}

interface Change extends Named {
  readonly kind: string;
}

/** The library as one read transaction sees it; empty when there is no database. */
export async function readKept(): Promise<KeptLibrary> {
  const database = await openRaw();
  if (database === null) return { articles: {}, halves: [], duplicates: [] };
  try {
    const stores = ['articles', 'bodies', 'originals', 'revisions', 'bin', 'changes'];
    const transaction = database.transaction(stores);
    const records = await Promise.all(stores.map((name) => settle(transaction.objectStore(name).getAll())));
    const whole = records.map((all) => all.filter((one) => one !== null));
    const [articles, bodies, originals, revisions, bin, changes] = whole as [
      Parts['article'][],
      NonNullable<Parts['body']>[],
      Parts['originals'],
      Parts['revisions'],
      Parts[],
      Change[],
    ];
    const empty = stores.filter((_, place) => whole[place]?.length !== records[place]?.length);
    const bodyOf = bySlug(bodies);
    const originalsOf = bySlug(originals);
    const revisionsOf = bySlug(revisions);
    const partsOf = (article: Parts['article']): Parts => ({
      article,
      body: bodyOf.get(article.slug)?.[0],
      originals: originalsOf.get(article.slug) ?? [],
      revisions: revisionsOf.get(article.slug) ?? [],
    });
    const saved = articles.map((article) => [article.slug, keptOf(partsOf(article), false)] as const);
    const binned = bin.map((parts) => [parts.article.slug, keptOf(parts, true)] as const);
    return {
      articles: Object.fromEntries([...binned, ...saved]),
      halves: [
        ...empty.map((store) => `${store} has a record that is nothing`),
        ...halves(articles, { bodies, originals, revisions }),
      ],
      duplicates: doubles(articles, changes),
    };
  } finally {
    database.close();
  }
}

function keptOf({ article, body, originals, revisions }: Parts, isBinned: boolean): KeptArticle {
  const { headline, own } = article;
  return {
    headline,
    body: body?.articleBody ?? 'no body',
    originals: originals.map(({ bytes }) => new TextDecoder().decode(bytes)),
    tags: own.tags,
    note: own.note ?? null,
    revisions: revisions.map(({ content }) => content.articleBody),
    isBinned,
  };
}

interface Named {
  readonly slug: string;
}

function bySlug<T extends Named>(records: readonly T[]): Map<string, T[]> {
  return Map.groupBy(records, ({ slug }) => slug);
}

function halves(articles: readonly Named[], parts: Readonly<Record<string, readonly Named[]>>): string[] {
  const saved = new Set(articles.map(({ slug }) => slug));
  const stray = Object.entries(parts).flatMap(([store, records]) =>
    records.filter(({ slug }) => !saved.has(slug)).map(({ slug }) => `${store} has ${slug} without its article`),
  );
  const missing = ['bodies', 'originals'].flatMap((store) => {
    const there = new Set(parts[store]?.map(({ slug }) => slug));
    return [...saved].filter((slug) => !there.has(slug)).map((slug) => `${store} has nothing of ${slug}`);
  });
  return [...stray, ...missing];
}

/** Two articles in one place, or one that was taken for new twice. */
function doubles(articles: readonly Parts['article'][], changes: readonly Change[]): string[] {
  const places = new Set(articles.map(({ order }) => order));
  const changesOf = bySlug(changes);
  const twice = articles.filter(({ slug }) => {
    const count = (kind: string) => changesOf.get(slug)?.filter((one) => one.kind === kind).length ?? 0;
    return count('save') + count('restore') - count('remove') > 1;
  });
  return [
    ...(places.size < articles.length ? ['two articles have one place'] : []),
    ...twice.map(({ slug }) => `${slug} was saved as new twice`),
  ];
}

/** The times of all changes, in the order in which they were made. */
export async function readTimes(): Promise<number[]> {
  const database = await openRaw();
  if (database === null) return [];
  const changes = await settle(database.transaction('changes').objectStore('changes').getAll());
  database.close();
  return changes.map(({ at }: { readonly at: number }) => at);
}

/** The database as it is; null when there is none, and none is made. */
async function openRaw(): Promise<IDBDatabase | null> {
  const name = (await namesInUse()).at(-1);
  if (name === undefined) return null;
  const opening = indexedDB.open(name);
  let isNew = false;
  opening.onupgradeneeded = () => {
    isNew = true;
    opening.transaction?.abort();
  };
  try {
    return await settle(opening);
  } catch (thrown) {
    if (isNew) return null;
    throw thrown;
  }
}

/** What the browser does to a database whose log is torn. Connections that are open are told to let go. */
export async function loseDatabase(): Promise<void> {
  for (const name of await namesInUse()) await settle(indexedDB.deleteDatabase(name));
}

/** The library's databases in the order of their numbers. */
async function namesInUse(): Promise<string[]> {
  const numberOf = (name: string) => (name === BASE ? 1 : Number(name.slice(BASE.length + 1)));
  const names = (await indexedDB.databases()).flatMap(({ name = '' }) =>
    /^offprint(?:-\d+)?$/.test(name) ? [name] : [],
  );
  return names.sort((one, other) => numberOf(one) - numberOf(other));
}

/** Empties `storage.local`, as if the second copy had never been. */
export function forgetCopy(): Promise<void> {
  return local().clear();
}

/** Every key of `storage.local`. */
export async function copyKeys(): Promise<string[]> {
  return Object.keys(await local().get(null));
}

/** The value of one key of `storage.local`, or null. */
export async function copyValue(key: string): Promise<unknown> {
  return (await local().get(key))[key] ?? null;
}

function local() {
  const { chrome } = globalThis as unknown as {
    chrome: {
      storage: { local: { get(key: string | null): Promise<Record<string, unknown>>; clear(): Promise<void> } };
    };
  };
  return chrome.storage.local;
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
