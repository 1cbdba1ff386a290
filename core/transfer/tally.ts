import type { MergeOutcome, MergePlan } from '../library/merge-holdings.ts';
import {
  type ImportConflict,
  type ImportCounts,
  type ImportRefusal,
  type ImportReport,
  MOST_LISTED,
} from './import-report.ts';

/** What an import did to one article, or would do. */
export type Decided = Pick<MergePlan, 'outcome' | 'conflicts' | 'removedAt'>;

/** Adds up what an import does to each article. */
export interface Tally {
  decided(decision: Decided): void;
  refused(refusals: readonly ImportRefusal[]): void;
  broughtSearches(count: number): void;
  report(): ImportReport;
}

/** A tally of nothing yet. */
export function createTally(kind: ImportReport['kind']): Tally {
  const counts: Record<MergeOutcome | 'refused', number> = { added: 0, updated: 0, united: 0, same: 0, refused: 0 };
  const conflicts: ImportConflict[] = [];
  const refusals: ImportRefusal[] = [];
  let searches = 0;
  let binned = 0;
  return {
    decided(decision) {
      if (decision.removedAt === null) counts[decision.outcome] += 1;
      else if (decision.outcome !== 'same') binned += 1;
      list(conflicts, decision.conflicts);
    },
    refused(more) {
      counts.refused += more.length;
      list(refusals, more);
    },
    broughtSearches(count) {
      searches += count;
    },
    report: () => ({ kind, counts: { ...counts } satisfies ImportCounts, conflicts, refusals, searches, binned }),
  };
}

function list<T>(listed: T[], more: readonly T[]): void {
  listed.push(...more.slice(0, Math.max(0, MOST_LISTED - listed.length)));
}
