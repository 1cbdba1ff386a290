import { readJson } from '../../core/article/parse-structured.ts';
import type { Kept } from '../../core/library/merge-holdings.ts';
import { NO_OWN_DATA, type OriginalRecord } from '../../core/library/records.ts';
import type { ImportRefusal } from '../../core/transfer/import-report.ts';
import { readSiteRecord, refusalOf } from '../../core/transfer/site-record.ts';
import { createRecordSplitter, type RawRecord } from '../../core/transfer/split-records.ts';
import { recordsOf } from '../../storage/save-article.ts';
import { finishBundle } from '../finish-bundle.ts';

/** As many bytes as a fetched source may have. */
const LONGEST_RECORD = 5_000_000;

/** What one step of reading brought: articles and refusals in the file's order, and how far in the file it ended. */
export interface SiteRecords {
  readonly kept: readonly Kept[];
  readonly refusals: readonly ImportRefusal[];
  readonly bytesRead: number;
}

/**
 * The site's own records in `file`, step by step and never whole in memory. They count as fetched when the file was last
 * changed, or at `at` when it claims to be of the future: so reading it again finds the same.
 */
export async function* readSiteRecords(file: File, at: number): AsyncGenerator<SiteRecords> {
  const fetchedAt = Math.min(file.lastModified, at);
  const splitter = createRecordSplitter(LONGEST_RECORD);
  let bytesRead = 0;
  for await (const chunk of chunksOf(file)) {
    bytesRead += chunk.length;
    yield { ...(await readRecords(splitter.push(chunk), fetchedAt, at)), bytesRead };
  }
  yield { ...(await readRecords(splitter.end(), fetchedAt, at)), bytesRead };
}

/** A file read in steps, small enough that what one step brings is not much. */
async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += CHUNK) {
    yield new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
  }
}
const CHUNK = 256 * 1024;

async function readRecords(records: readonly RawRecord[], fetchedAt: number, at: number) {
  const read = await Promise.all(records.map((record) => readRecord(record, fetchedAt, at)));
  return {
    kept: read.filter((one) => 'article' in one),
    refusals: read.filter((one) => 'reason' in one),
  };
}

async function readRecord({ where, bytes }: RawRecord, fetchedAt: number, at: number): Promise<Kept | ImportRefusal> {
  if (bytes === null) return { where, reason: 'too-large' };
  const text = decode(bytes);
  const value = text === null ? undefined : readJson(text);
  if (value === undefined) return { where, reason: 'not-json' };
  const article = readSiteRecord(value);
  if (!article.ok) return { where, reason: refusalOf(article.problem) };
  const { slug } = article.value;
  const source: Pick<OriginalRecord, 'source' | 'contentType'> = { source: 'json', contentType: 'application/json' };
  const originals = [{ slug, ...source, bytes, etag: null, fetchedAt }];
  const bundle = await finishBundle(article.value, originals);
  if (!bundle.ok) return { where, reason: refusalOf(bundle.problem) };
  const history = { order: 0, savedAt: at, checkedAt: fetchedAt, own: NO_OWN_DATA };
  return { ...recordsOf(bundle.value, history), originals, revisions: [], removedAt: null };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}
