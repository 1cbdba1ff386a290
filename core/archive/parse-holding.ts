import type { Completeness } from '../article/article.ts';
import { SOURCES } from '../article/article.ts';
import { isSlug, slugOfAddress } from '../article/identity.ts';
import { noteOf } from '../library/own-change.ts';
import type { ArticleRecord, BodyRecord, OwnData, RevisionRecord } from '../library/records.ts';
import { withTag } from '../library/tags.ts';
import type { RefusalReason } from '../transfer/import-report.ts';
import type { OriginalLine } from './archive-lines.ts';
import { splitLine } from './archive-lines.ts';
import { originalName } from './archive-names.ts';
import { isCount, isSha256 } from './manifest.ts';
import { parseContent, parseProvenance, type WholeContent } from './parse-content.ts';
import { choiceOf, type Fields, fieldsOf, isFields, itemsOf, textOf, timeOf } from './parse-values.ts';

/**
 * Lines of an archive, `unknown` until they pass here. A record has the shape it has in the library when it comes out;
 * only hashes are not believed: `contentHash` is empty until whoever can hash puts it in.
 */

const MOST_TAGS = 200;
const LONGEST_HEADER = 500;
const COMPLETENESS: readonly Completeness[] = ['word-count', 'content-length', 'structure', 'agreement', 'unchecked'];

export interface ParsedArticle {
  readonly article: ArticleRecord;
  readonly body: BodyRecord;
  readonly content: WholeContent;
  /** The hash of its content as the line says it; null when it says none. */
  readonly toldHash: string | null;
  /** Milliseconds since 1970 when it was put in the bin; null when the line does not say. */
  readonly removedAt: number | null;
}

export interface ParsedRevision {
  readonly revision: RevisionRecord;
  readonly isBinned: boolean;
}

/** A line of `articles.jsonl` or `bin.jsonl`, or why it is refused. */
export function parseArticleLine(value: unknown): ParsedArticle | RefusalReason {
  if (!isFields(value) || !isSlug(value.slug)) return 'not-an-article';
  const { slug } = value;
  const claim = value.url === undefined ? slug : slugOfAddress(textOf(value.url));
  if (claim !== slug) return claim === null ? 'other-host' : 'not-an-article';
  const content = parseContent(value);
  if (typeof content === 'string') return content;
  const line = { slug, ...content, ...parseHistory(value), own: parseOwn(value.own) };
  return {
    ...splitLine(line),
    content,
    toldHash: isSha256(value.contentHash) ? value.contentHash : null,
    removedAt: timeOf(value.removedAt),
  };
}

/** A line of `originals.jsonl`, or why it is refused. */
export function parseOriginalLine(value: unknown): OriginalLine | RefusalReason {
  const { slug, source: told, path, binned, contentType, etag, fetchedAt, bytes, sha256 } = fieldsOf(value);
  const source = choiceOf(told, SOURCES);
  const at = timeOf(fetchedAt);
  if (!isSlug(slug) || source === null || at === null || !isCount(bytes) || !isSha256(sha256)) return 'not-an-article';
  const isBinned = binned === true;
  if (path !== originalName(slug, source, isBinned)) return 'unsafe-name';
  const headers = { contentType: header(contentType), etag: typeof etag === 'string' ? header(etag) : null };
  return { slug, source, path, ...(isBinned && { binned: true }), ...headers, fetchedAt: at, bytes, sha256 };
}

/** A line of `revisions.jsonl`, or why it is refused. */
export function parseRevisionLine(value: unknown): ParsedRevision | RefusalReason {
  const { slug, replacedAt, content: told, binned } = fieldsOf(value);
  const at = timeOf(replacedAt);
  if (!isSlug(slug) || at === null) return 'not-an-article';
  const content = parseContent(fieldsOf(told));
  if (typeof content === 'string') return content;
  return { revision: { slug, contentHash: '', replacedAt: at, content }, isBinned: binned === true };
}

function parseHistory(fields: Fields) {
  const savedAt = timeOf(fields.savedAt) ?? 0;
  return {
    order: isCount(fields.order) ? fields.order : 0,
    savedAt,
    checkedAt: timeOf(fields.checkedAt) ?? savedAt,
    goneAt: timeOf(fields.goneAt),
    contentHash: '',
    wordCount: isCount(fields.wordCount) ? fields.wordCount : 0,
    provenance: parseProvenance(fields.provenance),
    completeness: choiceOf(fields.completeness, COMPLETENESS) ?? 'unchecked',
  };
}

function parseOwn(value: unknown): OwnData {
  const told = fieldsOf(value);
  const tags = itemsOf(told.tags, MOST_TAGS).map(textOf).reduce<readonly string[]>(withTag, []);
  const marks = { readAt: timeOf(told.readAt), starredAt: timeOf(told.starredAt), archivedAt: timeOf(told.archivedAt) };
  const note = noteOf(textOf(told.note));
  return note === '' ? { tags, ...marks } : { tags, ...marks, note };
}

/** A header's value, on one line and not endless. */
function header(value: unknown): string {
  return textOf(value).replace(/\s+/g, ' ').slice(0, LONGEST_HEADER);
}
