import type { Kept } from '../../core/library/merge-holdings.ts';
import { newSearches } from '../../core/library/merge-searches.ts';
import type { ImportReport } from '../../core/transfer/import-report.ts';
import { createTally, type Decided } from '../../core/transfer/tally.ts';
import { decide } from '../../storage/read-outlines.ts';
import { readSearches } from '../../storage/saved-searches.ts';
import type { Store } from '../../storage/store.ts';
import type { ImportSource } from './import-source.ts';

/** Called between two pieces of long work; waits while it is paused, and rejects when it is to stop. */
export type Pass = (done: number, total: number) => Promise<void>;

/** What importing from `source` would do to the library as it is now. Changes nothing; holds one piece at a time. */
export async function previewImport(store: Store, source: ImportSource, pass: Pass): Promise<ImportReport> {
  const tally = createTally(source.kind);
  const seen = new Map<string, string>();
  for await (const { kept, refusals, done, total } of source.pieces()) {
    const plans = await decide(store, kept);
    for (const [index, plan] of plans.entries()) tally.decided(afterEarlier(kept[index], plan, seen));
    tally.refused(refusals);
    await pass(done, total);
  }
  const extras = await source.extras();
  tally.refused(extras.refusals);
  tally.broughtSearches(newSearches(await readSearches(store), extras.searches).length);
  return tally.report();
}

/** What becomes of an article that the file may have brought before: then it is not the library's that it meets. */
function afterEarlier(kept: Kept | undefined, plan: Decided, seen: Map<string, string>): Decided {
  if (kept === undefined) return plan;
  const { slug, contentHash } = kept.article;
  const earlier = seen.get(slug);
  seen.set(slug, contentHash);
  if (earlier === undefined) return plan;
  return { outcome: earlier === contentHash ? 'same' : 'updated', conflicts: [], removedAt: null };
}
