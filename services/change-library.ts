import { changedOwn, type OwnChange } from '../core/library/own-change.ts';
import { type Result, succeed } from '../core/result.ts';
import { purgeArticles, removeArticles, restoreArticles } from '../storage/bin.ts';
import { changeOwnDataOf } from '../storage/own-data.ts';
import type { Store } from '../storage/store.ts';
import type { LongWork } from './library.ts';

/** Changes of many articles: in pieces, each all or none, so that other writers get their turn and a person can stop it. */

/** Articles in one piece: its transaction takes some tens of milliseconds. */
const PIECE = 100;

/** Changes the articles that are not so already; answers with their slugs. */
export function changeAll(
  store: Store,
  slugs: readonly string[],
  at: number,
  change: OwnChange,
  work?: LongWork,
): Promise<Result<readonly string[]>> {
  return inPieces(slugs, work, (piece) => changeOwnDataOf(store, piece, at, (own) => changedOwn(own, change, at)));
}

/** Moves articles to the bin; answers with the slugs of those that were in the library. */
export function removeAll(
  store: Store,
  slugs: readonly string[],
  at: number,
  work?: LongWork,
): Promise<Result<readonly string[]>> {
  return inPieces(slugs, work, (piece) => removeArticles(store, piece, at));
}

/** Takes articles out of the bin again; answers with the slugs of those that were there. */
export function restoreAll(
  store: Store,
  slugs: readonly string[],
  at: number,
  work?: LongWork,
): Promise<Result<readonly string[]>> {
  return inPieces(slugs, work, (piece) => restoreArticles(store, piece, at));
}

/** Deletes articles in the bin for good; answers with the slugs of those that were there. */
export function purgeAll(
  store: Store,
  slugs: readonly string[],
  at: number,
  work?: LongWork,
): Promise<Result<readonly string[]>> {
  return inPieces(slugs, work, (piece) => purgeArticles(store, piece, at));
}

/** Does `change` to one piece after the other, until there are no more, one fails, or the work is stopped. */
async function inPieces(
  slugs: readonly string[],
  work: LongWork | undefined,
  change: (piece: readonly string[]) => Promise<Result<readonly string[]>>,
): Promise<Result<readonly string[]>> {
  const done: string[] = [];
  for (let from = 0; from < slugs.length && !work?.signal.aborted; from += PIECE) {
    const changed = await change(slugs.slice(from, from + PIECE));
    if (!changed.ok) return changed;
    done.push(...changed.value);
    work?.progress(Math.min(slugs.length, from + PIECE));
  }
  return succeed(done);
}
