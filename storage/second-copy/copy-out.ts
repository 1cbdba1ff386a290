import type { ChangeRecord } from '../../core/library/records.ts';
import type { LibraryDatabase } from '../database.ts';
import type { KeyedStore } from '../keyed-store.ts';
import { type CopyBatch, collect, copiesOf } from './collect-copies.ts';
import { SENTINEL_KEY } from './copy-keys.ts';
import type { Sentinel } from './sentinel.ts';
import { growthOf, type Touch, touchedBy } from './touched.ts';

/**
 * How the second copy follows the change log. Whoever copies holds the write lock; what is taken out goes before the
 * sentinel moves on, so that a copy that was stopped anywhere is made again and nothing stays that was deleted for good.
 */

/** Changes copied at a time. */
export const PIECE = 200;

const COPIED_STORES = ['articles', 'bodies', 'originals', 'revisions', 'bin', 'queue', 'redirects'] as const;

/** Writes `batch`, and with it the sentinel where one is given. Rejects as `KeyedStore`. */
export async function putBatch(keyed: KeyedStore, { items, gone }: CopyBatch, sentinel?: Sentinel): Promise<void> {
  if (gone.length > 0) await keyed.remove(gone);
  await keyed.set(sentinel === undefined ? items : { ...items, [SENTINEL_KEY]: sentinel });
}

/** Copies the next changes after `sentinel`, up to `PIECE`; answers the sentinel as it is then, and whether that was all. */
export async function copyPiece(
  database: LibraryDatabase,
  keyed: KeyedStore,
  sentinel: Sentinel,
): Promise<{ readonly sentinel: Sentinel; readonly isAll: boolean }> {
  const { batch, next, isAll } = await pieceAfter(database, sentinel, Number.POSITIVE_INFINITY);
  if (next === sentinel) return { sentinel, isAll };
  // What version 1 logged says of no change whether it was of an article: now the articles are counted themselves.
  const counted = isAll ? { ...next, articles: await database.count('articles') } : next;
  await putBatch(keyed, batch, counted);
  return { sentinel: counted, isAll };
}

/** What there is to copy of the changes after `sentinel` and before the sequence number `end`, up to `PIECE` of them. */
export async function pieceAfter(
  database: LibraryDatabase,
  sentinel: Sentinel,
  end: number,
): Promise<{ readonly batch: CopyBatch; readonly next: Sentinel; readonly isAll: boolean }> {
  const transaction = database.transaction(['changes', ...COPIED_STORES]);
  const log = transaction.objectStore('changes');
  const range = Number.isFinite(end)
    ? IDBKeyRange.bound(sentinel.through, end, true, true)
    : IDBKeyRange.lowerBound(sentinel.through, true);
  const [keys, values] = await Promise.all([log.getAllKeys(range, PIECE), log.getAll(range, PIECE)]);
  const changes = values.map(({ kind, slug, order = null }, index) => ({
    sequence: keys[index] as number,
    kind,
    slug,
    order: order === 'new' ? (keys[index] as number) : order,
  }));
  const collected = await collect(transaction, touchedBy(changes));
  const through = keys.at(-1) ?? sentinel.through;
  const isAll = keys.length < PIECE;
  if (keys.length === 0) return { batch: { items: {}, gone: [] }, next: sentinel, isAll };
  return { batch: await copiesOf(collected), next: advanced(sentinel, changes, through), isAll };
}

/** The sentinel once `changes`, the last of them `through`, are copied. */
export function advanced(
  sentinel: Sentinel,
  changes: readonly Pick<ChangeRecord, 'kind' | 'order'>[],
  through: number,
): Sentinel {
  return { ...sentinel, articles: Math.max(0, sentinel.articles + growthOf(changes)), through };
}

/** Copies what was touched, as the database has it now, in pieces. */
export async function copyTouched(
  database: LibraryDatabase,
  keyed: KeyedStore,
  touched: ReadonlyMap<string, Touch>,
): Promise<void> {
  const all = [...touched];
  for (let start = 0; start < all.length; start += PIECE) {
    const collected = await collect(database.transaction(COPIED_STORES), new Map(all.slice(start, start + PIECE)));
    await putBatch(keyed, await copiesOf(collected));
  }
}

/** Everything that waits and every former slug, which are few. */
export async function touchedBeside(database: LibraryDatabase): Promise<Map<string, Touch>> {
  const transaction = database.transaction(['queue', 'redirects']);
  const [queue, redirects] = await Promise.all([
    transaction.objectStore('queue').getAllKeys(),
    transaction.objectStore('redirects').getAllKeys(),
  ]);
  const touched = new Map<string, Touch>();
  for (const slug of queue) touched.set(slug, { sequence: 0, article: null, queue: true, redirect: false });
  for (const slug of redirects) {
    touched.set(slug, { sequence: 0, article: null, queue: touched.has(slug), redirect: true });
  }
  return touched;
}
