import { newSearches } from '../../core/library/merge-searches.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../core/library/preferences.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ImportReport } from '../../core/transfer/import-report.ts';
import { createTally, type Tally } from '../../core/transfer/tally.ts';
import { importHoldings } from '../../storage/import-holdings.ts';
import { importRedirects } from '../../storage/import-redirects.ts';
import { type OrderBlock, reserveOrders } from '../../storage/reserve-orders.ts';
import { readSearches, saveSearch } from '../../storage/saved-searches.ts';
import type { Store } from '../../storage/store.ts';
import type { PreferenceStore } from '../library.ts';
import type { ImportExtras, ImportPiece, ImportSource } from './import-source.ts';
import type { Pass } from './preview-import.ts';
import { createSeenMap, type SeenMap } from './seen-map.ts';

/**
 * Brings in what a file holds, piece by piece. Each piece is one write: what was imported before a stop stays, and importing
 * again goes on. Redirects, saved searches and settings come last, when the articles they speak of are here.
 */

export interface ImportParts {
  readonly store: Store;
  readonly preferences: PreferenceStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Imports all of `source`. `previewed` is what looking through it found: new articles get their places at once, so that the
 * file's first is the list's first. Fails with the problem of storage that stopped it; rejects with what `pass` rejects with.
 */
export async function runImport(
  parts: ImportParts,
  source: ImportSource,
  previewed: ImportReport,
  pass: Pass,
): Promise<Result<ImportReport>> {
  const { store, now } = parts;
  const tally = createTally(source.kind);
  const extras = await source.extras();
  const seen = createSeenMap(extras.searches);
  const places = await reserveOrders(store, previewed.counts.added + previewed.binned, now());
  if (!places.ok) return places;
  for await (const piece of source.pieces()) {
    const taken = await importPiece(parts, piece, places.value, tally, seen);
    if (!taken.ok) return taken;
    await pass(piece.done, piece.total);
  }
  const rest = await importExtras(parts, extras, tally, seen);
  return rest.ok ? succeed(tally.report()) : rest;
}

async function importPiece(
  { store, now }: ImportParts,
  { kept, refusals }: ImportPiece,
  places: OrderBlock,
  tally: Tally,
  seen: SeenMap,
): Promise<Result<null>> {
  tally.refused(refusals);
  if (kept.length === 0) return succeed(null);
  const imported = await importHoldings(store, kept, places, now());
  if (!imported.ok) return imported;
  imported.value.forEach((one, index) => {
    tally.decided(one);
    const there = kept[index]?.article.order;
    if (there !== undefined && one.order !== null) seen.place(there, one.order);
  });
  return succeed(null);
}

async function importExtras(
  { store, preferences, now }: ImportParts,
  extras: ImportExtras,
  tally: Tally,
  seen: SeenMap,
): Promise<Result<null>> {
  tally.refused(extras.refusals);
  for (let at = 0; at < extras.redirects.length; at += REDIRECTS) {
    const led = await importRedirects(store, extras.redirects.slice(at, at + REDIRECTS), now());
    if (!led.ok) return led;
  }
  const searches = newSearches(await readSearches(store), extras.searches);
  for (const search of searches) {
    const kept = await saveSearch(store, { ...search, seenThrough: seen.through(search.seenThrough) });
    if (!kept.ok) return fail(kept.problem);
  }
  tally.broughtSearches(searches.length);
  if (extras.settings !== null && isUntouched(await preferences.load())) await preferences.change(extras.settings);
  return succeed(null);
}

/** Redirects taken over in one write. */
const REDIRECTS = 500;

/** Settings of a file come only to whoever has changed none: nobody's reading changes because of a file. */
function isUntouched(present: Preferences): boolean {
  return JSON.stringify(present) === JSON.stringify(DEFAULT_PREFERENCES);
}
