import type { Source } from '../article/article.ts';
import { timeOfDate } from '../article/dates.ts';
import type { ImportConflict } from '../transfer/import-report.ts';
import { haveTwoNotes, isSameOwnData, uniteOwnData } from './own-data-union.ts';
import type { ArticleRecord, Holding, OriginalRecord, RevisionRecord } from './records.ts';
import { revisionOf } from './revision-of.ts';

/**
 * One article that is kept here and in a file, as one. Nothing of either is lost: the newer content wins and the other
 * becomes a revision, revisions and own data are united, and an article that either keeps is kept: what a file holds as
 * saved comes back from the bin, since whoever imports a file wants what is in it, and a binned copy in a file removes
 * nothing here. Its place in lists stays. Merging with the same again changes nothing.
 *
 * The decision needs no body and no bytes, so that a preview reads neither: `planMerge` decides, `mergeHoldings` carries out.
 */

/** What is kept of an article, and since when it lies in the bin; null: it is in the library. */
export interface Kept extends Holding {
  readonly removedAt: number | null;
  /** In a file: its content is not what its own hash says, and so takes the place of no other. */
  readonly isDoubtful?: boolean;
}

/** As much of what is kept as deciding needs. */
export interface KeptOutline {
  readonly article: ArticleRecord;
  readonly removedAt: number | null;
  /** The content hashes of its revisions. */
  readonly revisions: readonly string[];
  /** The sources whose original bytes are kept. */
  readonly sources: readonly Source[];
  readonly isDoubtful?: boolean;
}

/** `added`: it was not in the library, at most in the bin; the others as in `ImportCounts`. */
export type MergeOutcome = 'added' | 'updated' | 'united' | 'same';

export interface MergePlan {
  readonly outcome: MergeOutcome;
  readonly conflicts: readonly ImportConflict[];
  /** Whose content stays on top. */
  readonly content: 'library' | 'file';
  /** The light record as it will be; of an article that was nowhere here, with the file's `order`. */
  readonly article: ArticleRecord;
  readonly removedAt: number | null;
}

export interface Merged extends Pick<MergePlan, 'outcome' | 'conflicts'> {
  readonly kept: Kept;
}

export function outlineOf({ article, removedAt, revisions, originals, isDoubtful = false }: Kept): KeptOutline {
  return {
    article,
    removedAt,
    revisions: revisions.map(({ contentHash }) => contentHash),
    sources: originals.map(({ source }) => source),
    isDoubtful,
  };
}

/** Merges what a file holds into what is here; `at` is when replaced content counts as replaced. */
export function mergeHoldings(present: Kept | null, incoming: Kept, at: number): Merged {
  if (present === null) return { outcome: 'added', conflicts: [], kept: incoming };
  const plan = planMerge(outlineOf(present), outlineOf(incoming));
  const [winner, other] = plan.content === 'library' ? [present, incoming] : [incoming, present];
  const kept: Kept = {
    article: plan.article,
    removedAt: plan.removedAt,
    body: winner.body,
    originals: uniteOriginals(winner.originals, other.originals),
    revisions: uniteRevisions(present, incoming, winner, other, at),
  };
  return { outcome: plan.outcome, conflicts: plan.conflicts, kept };
}

/** What `mergeHoldings` will do with these two. */
export function planMerge(present: KeptOutline | null, incoming: KeptOutline): MergePlan {
  const { article, removedAt } = incoming;
  if (present === null) return { outcome: 'added', conflicts: [], content: 'file', article, removedAt };
  const content = !incoming.isDoubtful && isNewer(article, present.article) ? 'file' : 'library';
  const merged = mergeRecords(present.article, article, content === 'library' ? present.article : article);
  const bin = present.removedAt === null || removedAt === null ? null : Math.max(present.removedAt, removedAt);
  return {
    outcome: outcomeOf(present, incoming, merged, bin),
    conflicts: conflictsOf(present, incoming, content),
    content,
    article: merged,
    removedAt: bin,
  };
}

/** Which content is newer: by the site's date, else by when the site was last asked; equal in both, any, but always the same one. */
function isNewer(one: ArticleRecord, other: ArticleRecord): boolean {
  if (one.contentHash === other.contentHash) return false;
  const [modified, otherModified] = [modifiedAt(one), modifiedAt(other)];
  if (modified !== otherModified) return modified > otherModified;
  if (one.checkedAt !== other.checkedAt) return one.checkedAt > other.checkedAt;
  return one.contentHash > other.contentHash;
}

function modifiedAt({ dateModified }: ArticleRecord): number {
  return dateModified === null ? Number.NEGATIVE_INFINITY : timeOfDate(dateModified);
}

function mergeRecords(present: ArticleRecord, incoming: ArticleRecord, winner: ArticleRecord): ArticleRecord {
  const { checkedAt, goneAt } = isCheckedLater(incoming, present) ? incoming : present;
  return {
    ...winner,
    order: present.order,
    savedAt: Math.min(present.savedAt, incoming.savedAt),
    checkedAt,
    goneAt,
    own: uniteOwnData(present.own, incoming.own),
  };
}

/** Of two answers heard at the same time, that the article is gone counts as the later. */
function isCheckedLater(one: ArticleRecord, other: ArticleRecord): boolean {
  if (one.checkedAt !== other.checkedAt) return one.checkedAt > other.checkedAt;
  return (one.goneAt ?? 0) > (other.goneAt ?? 0);
}

function outcomeOf(
  present: KeptOutline,
  incoming: KeptOutline,
  merged: ArticleRecord,
  removedAt: number | null,
): MergeOutcome {
  if (present.removedAt !== null && removedAt === null) return 'added';
  if (!isKnownTo(present, incoming.article.contentHash)) return 'updated';
  if (merged.contentHash !== present.article.contentHash) return 'updated';
  const isSame =
    removedAt === present.removedAt &&
    incoming.revisions.every((hash) => present.revisions.includes(hash)) &&
    incoming.sources.every((source) => present.sources.includes(source)) &&
    isSameHistory(present.article, merged) &&
    isSameOwnData(present.article.own, merged.own);
  return isSame ? 'same' : 'united';
}

function isSameHistory(one: ArticleRecord, other: ArticleRecord): boolean {
  return one.savedAt === other.savedAt && one.checkedAt === other.checkedAt && one.goneAt === other.goneAt;
}

/** Whether this content is on top there or among the revisions. */
function isKnownTo({ article, revisions }: KeptOutline, contentHash: string): boolean {
  return article.contentHash === contentHash || revisions.includes(contentHash);
}

function conflictsOf(present: KeptOutline, incoming: KeptOutline, content: 'library' | 'file'): ImportConflict[] {
  const { slug, headline } = present.article;
  const conflicts: ImportConflict[] = [];
  const isOneNewToOther =
    isKnownTo(incoming, present.article.contentHash) || isKnownTo(present, incoming.article.contentHash);
  if (!isOneNewToOther) conflicts.push({ slug, headline, kind: 'content', kept: content });
  if (haveTwoNotes(present.article.own, incoming.article.own)) {
    conflicts.push({ slug, headline, kind: 'note', kept: 'both' });
  }
  return conflicts;
}

/** The bytes that belong to the kept content, and those of sources that only the other has. */
function uniteOriginals(winner: readonly OriginalRecord[], other: readonly OriginalRecord[]): OriginalRecord[] {
  return [...winner, ...other.filter(({ source }) => !winner.some((known) => known.source === source))];
}

/** Each content once: the revisions of both, and what was on top of the other. */
function uniteRevisions(present: Kept, incoming: Kept, winner: Kept, other: Kept, at: number): RevisionRecord[] {
  const byHash = new Map(
    [...incoming.revisions, ...present.revisions].map((revision) => [revision.contentHash, revision]),
  );
  const { contentHash } = other.article;
  if (contentHash !== winner.article.contentHash && !byHash.has(contentHash)) {
    byHash.set(contentHash, revisionOf(other.article, other.body, at));
  }
  return [...byHash.values()];
}
