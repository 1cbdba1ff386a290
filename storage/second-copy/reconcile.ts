import type { ChangeKind, QueueRecord, RedirectRecord } from '../../core/library/records.ts';
import type { LibraryDatabase } from '../database.ts';
import type { KeyedStore } from '../keyed-store.ts';
import { dropArticle, putHoldings } from '../put-holdings.ts';
import { putRedirect } from '../redirects.ts';
import { commit, type Write } from '../store.ts';
import { type CopiedSlugs, queueKey, redirectKey, SEARCHES_KEY, slugsIn } from './copy-keys.ts';
import { copyTouched, touchedBeside } from './copy-out.ts';
import { parseQueued, parseRedirect, parseSearches } from './copy-values.ts';
import { type CopiedArticle, readCopies, readValues } from './read-copies.ts';
import { joinSearches } from './searches-copy.ts';
import { raiseLog, standingOf } from './standing.ts';
import type { Touch } from './touched.ts';

/**
 * Brings database and second copy together: what either has and the other lacks, or has older, goes over. Done again
 * after it was stopped anywhere, it finds done what it had done.
 */

/** Articles put back in one transaction. */
const PIECE = 100;

/** Changes of the log read at a time. */
const CHANGES = 2_000;

/** Changes that leave an article as it is. */
const BESIDE: readonly ChangeKind[] = ['queue', 'unqueue', 'redirect'];

export interface Reconciling {
  readonly database: LibraryDatabase;
  readonly keyed: KeyedStore;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether the database has changes of its own that the copy's sequence numbers say nothing of. */
  readonly isForeign: boolean;
  /** Called before so many more articles are put back into the library. */
  readonly beforePut: (count: number) => Promise<void>;
  /** Hears after each piece how many articles of the copy were looked at, and of how many. */
  readonly onPiece: (done: number, total: number) => void;
}

/** Puts back everything that is lacking, and copies what is not copied. Rejects with what either store threw. */
export async function reconcile(work: Reconciling): Promise<void> {
  const { database, keyed } = work;
  const copied = slugsIn(await keyed.getKeys());
  const redirects = await readRedirects(keyed, copied.redirects);
  const known = await lastChanges(database, work.isForeign);
  await dropRenamed(work, redirects, copied.articles, known);
  const toCopy = await restoreArticles(work, [...copied.articles], known);
  await restoreSmall(work, copied, redirects);
  await copyTouched(database, keyed, await touchedIn(database, [...uncopied(known, copied.articles), ...toCopy]));
}

/** An article that the site renamed is in the copy under its new slug alone: under the old one it has gone. */
async function dropRenamed(
  { database, at }: Reconciling,
  redirects: readonly RedirectRecord[],
  copied: ReadonlySet<string>,
  known: Map<string, number>,
): Promise<void> {
  const renamed = redirects.filter(({ from, to }) => known.has(from) && !copied.has(from) && copied.has(to));
  if (renamed.length === 0) return;
  await commit(database, at, async (write) => {
    for (const { from } of renamed) await dropArticle(write, from);
  });
  for (const { from } of renamed) known.delete(from);
}

/** Puts back articles in pieces; answers the slugs of those whose copies are not what the database has now. */
async function restoreArticles(
  { database, keyed, at, beforePut, onPiece }: Reconciling,
  slugs: readonly string[],
  known: ReadonlyMap<string, number>,
): Promise<string[]> {
  const toCopy: string[] = [];
  for (let start = 0; start < slugs.length; start += PIECE) {
    const piece = slugs.slice(start, start + PIECE);
    const copies = await readCopies(keyed, piece);
    await raiseLog(database, at, Math.max(0, ...copies.map(({ sequence }) => sequence)));
    const lacking = copies.filter(({ slug, sequence }) => (known.get(slug) ?? -1) < sequence);
    if (lacking.length > 0) {
      await beforePut(lacking.filter(({ removedAt }) => removedAt === null).length);
      const { value: moved } = await commit(database, at, (write) => putBack(write, lacking));
      toCopy.push(...moved);
    }
    const good = new Set(
      copies.filter(({ slug, sequence }) => (known.get(slug) ?? 0) <= sequence).map(({ slug }) => slug),
    );
    toCopy.push(...piece.filter((slug) => known.has(slug) && !good.has(slug)));
    onPiece(start + piece.length, slugs.length);
  }
  return toCopy;
}

/**
 * Puts articles into the library or the bin, as the copy has them, whatever the database has under their slugs; answers
 * the slugs of those whose place another article has, and that got a new one.
 */
async function putBack(write: Write, copies: readonly CopiedArticle[]): Promise<string[]> {
  const bin = write.transaction.objectStore('bin');
  for (const { slug, holding, removedAt } of copies.filter((copy) => copy.removedAt !== null)) {
    await dropArticle(write, slug);
    await bin.put({ slug, removedAt: removedAt ?? write.at, ...holding });
    await write.record('remove', slug, null);
  }
  const present = copies.filter(({ removedAt }) => removedAt === null);
  await Promise.all(present.map(({ slug }) => bin.delete(slug)));
  const holdings = present.map(({ holding }) => holding);
  const put = await putHoldings(write, holdings, 'own');
  return put.filter(({ order }, index) => order !== holdings[index]?.article.order).map(({ slug }) => slug);
}

/** Puts back what is few and small: former slugs, what waits, saved searches. */
async function restoreSmall(
  { database, keyed, at }: Reconciling,
  copied: CopiedSlugs,
  redirects: readonly RedirectRecord[],
): Promise<void> {
  const queued = await readQueued(keyed, copied.queue);
  await commit(database, at, async (write) => {
    const queue = write.transaction.objectStore('queue');
    const former = write.transaction.objectStore('redirects');
    for (const entry of queued) {
      if ((await queue.getKey(entry.slug)) !== undefined) continue;
      await write.record('queue', entry.slug, null);
      await queue.put(entry);
    }
    for (const redirect of redirects) {
      if ((await former.getKey(redirect.from)) === undefined) await putRedirect(write, redirect);
    }
  });
  await joinSearches(database, keyed, parseSearches((await readValues(keyed, [SEARCHES_KEY]))[SEARCHES_KEY]));
}

async function readQueued(keyed: KeyedStore, slugs: readonly string[]): Promise<QueueRecord[]> {
  const values = await readValues(keyed, slugs.map(queueKey));
  return slugs.map((slug) => parseQueued(values[queueKey(slug)], slug)).filter((entry) => entry !== null);
}

async function readRedirects(keyed: KeyedStore, slugs: readonly string[]): Promise<RedirectRecord[]> {
  const values = await readValues(keyed, slugs.map(redirectKey));
  return slugs.map((from) => parseRedirect(values[redirectKey(from)], from)).filter((redirect) => redirect !== null);
}

function uncopied(known: ReadonlyMap<string, number>, copied: ReadonlySet<string>): string[] {
  return [...known.keys()].filter((slug) => !copied.has(slug));
}

/** These articles, and what lies beside articles: to be copied as they are now. */
async function touchedIn(database: LibraryDatabase, slugs: readonly string[]): Promise<Map<string, Touch>> {
  const { last: sequence } = await standingOf(database);
  const touched = await touchedBeside(database);
  for (const slug of slugs) {
    touched.set(slug, { queue: false, redirect: false, ...touched.get(slug), sequence, article: 'content' });
  }
  return touched;
}

/** Of every article in the library or the bin, the number of its last change; for a foreign database one above all others. */
async function lastChanges(database: LibraryDatabase, isForeign: boolean): Promise<Map<string, number>> {
  const present = database.transaction(['articles', 'bin']);
  const [articles, binned] = await Promise.all([
    present.objectStore('articles').getAllKeys(),
    present.objectStore('bin').getAllKeys(),
  ]);
  const known = new Map([...articles, ...binned].map((slug) => [slug, isForeign ? Number.POSITIVE_INFINITY : 0]));
  if (isForeign || known.size === 0) return known;
  for (let through = 0; ; ) {
    const { store: log } = database.transaction('changes');
    const range = IDBKeyRange.lowerBound(through, true);
    const [keys, changes] = await Promise.all([log.getAllKeys(range, CHANGES), log.getAll(range, CHANGES)]);
    changes.forEach(({ slug, kind }, index) => {
      if (known.has(slug) && !BESIDE.includes(kind)) known.set(slug, keys[index] as number);
    });
    const last = keys.at(-1);
    if (last === undefined) return known;
    through = last;
  }
}
