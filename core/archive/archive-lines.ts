import type { ArticleContent, Source } from '../article/article.ts';
import { articleAddress } from '../article/identity.ts';
import type { ArticleRecord, BodyRecord, Holding, OriginalRecord, RevisionRecord } from '../library/records.ts';
import { originalName } from './archive-names.ts';
import type { FileSeal } from './manifest.ts';

/**
 * The lines of an archive's lists. Each is a record of the library with nothing left out and nothing renamed, so that
 * what is read back is what was written; an address stands beside the slug for other programs.
 */

/** A line of `articles.jsonl`; in `bin.jsonl` with `removedAt`. */
export interface ArticleLine extends Omit<ArticleRecord, keyof ArticleContent>, ArticleContent {
  readonly url: string;
  readonly removedAt?: number;
}

/** A line of `originals.jsonl`: where the bytes are, and what the site said with them. */
export interface OriginalLine extends FileSeal {
  readonly slug: string;
  readonly source: Source;
  readonly path: string;
  /** Only where it is so, here and below: it belongs to the binned article of the slug. */
  readonly binned?: true;
  readonly contentType: string;
  readonly etag: string | null;
  readonly fetchedAt: number;
}

/** A line of `revisions.jsonl`. */
export interface RevisionLine extends RevisionRecord {
  readonly binned?: true;
}

/** A line of `files.jsonl`. */
export interface FileLine extends FileSeal {
  readonly path: string;
}

export function articleLine({ article, body }: Holding, removedAt: number | null): ArticleLine {
  const { slug, ...record } = article;
  const { articleBody, bodyFormat } = body;
  const line = { slug, url: articleAddress(slug), ...record, articleBody, bodyFormat };
  return removedAt === null ? line : { ...line, removedAt };
}

export function originalLine(original: OriginalRecord, sha256: string, isBinned: boolean): OriginalLine {
  const { slug, source, contentType, etag, fetchedAt } = original;
  const path = originalName(slug, source, isBinned);
  const seal = { bytes: original.bytes.length, sha256 };
  return { slug, source, path, ...binnedIf(isBinned), contentType, etag, fetchedAt, ...seal };
}

export function revisionLine(revision: RevisionRecord, isBinned: boolean): RevisionLine {
  return { ...revision, ...binnedIf(isBinned) };
}

/** The record and the body that a parsed line of an article tells; the other way of `articleLine`. */
export function splitLine(line: Omit<ArticleLine, 'url' | 'removedAt'> & { readonly articleBody: string }): {
  readonly article: ArticleRecord;
  readonly body: BodyRecord;
} {
  const { articleBody, bodyFormat, ...article } = line;
  return { article, body: { slug: line.slug, articleBody, bodyFormat } };
}

function binnedIf(isBinned: boolean): { readonly binned?: true } {
  return isBinned ? { binned: true } : {};
}
