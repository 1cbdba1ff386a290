import type { OriginalLine } from '../../core/archive/archive-lines.ts';
import type { ListName, Manifest } from '../../core/archive/manifest.ts';
import {
  type ParsedArticle,
  type ParsedRevision,
  parseArticleLine,
  parseOriginalLine,
  parseRevisionLine,
} from '../../core/archive/parse-holding.ts';
import { contentKey } from '../../core/article/content-key.ts';
import type { OriginalRecord, RevisionRecord } from '../../core/library/records.ts';
import type { ImportRefusal } from '../../core/transfer/import-report.ts';
import { sha256, sha256OfBytes } from '../content-hash.ts';
import type { ArchivedHolding, ArchiveItem } from './archive-contents.ts';
import { isRefusal, readLines } from './list-reader.ts';
import { PartLines } from './part-lines.ts';
import { ZipDamage, type ZipReader } from './zip-reader.ts';

/** Articles handed over at once, and bytes after which a batch is handed over however few they are. */
const BATCH = 32;
const BATCH_BYTES = 1 << 23;
/** Three times what a fetched source may have. */
const LARGEST_ORIGINAL = 1 << 24;

/** What a reading of an archive's articles has open. */
interface Reading {
  readonly zip: ZipReader;
  readonly originals: PartLines<OriginalLine>;
  readonly revisions: PartLines<ParsedRevision>;
  /** Keys of the articles that came. */
  readonly seen: Set<string>;
}

/** Every article of an archive, checked, and what is refused of it. See `ArchiveReader.holdings`. */
export async function* readHoldingsOf(zip: ZipReader, manifest: Manifest): AsyncGenerator<readonly ArchiveItem[]> {
  if (zip.refusals.length > 0) yield zip.refusals;
  const originalLines = readLines(zip, 'originals.jsonl', manifest);
  const revisionLines = readLines(zip, 'revisions.jsonl', manifest);
  const reading: Reading = {
    zip,
    originals: new PartLines(originalLines, parseOriginalLine, (line) => keyOf(line.slug, line.binned === true)),
    revisions: new PartLines(revisionLines, parseRevisionLine, (part) => keyOf(part.revision.slug, part.isBinned)),
    seen: new Set(),
  };
  yield* readList(reading, 'articles.jsonl', manifest);
  yield* readList(reading, 'bin.jsonl', manifest);
  await reading.originals.finish();
  await reading.revisions.finish();
  const left = partRefusals(reading);
  if (left.length > 0) yield left;
}

async function* readList(
  reading: Reading,
  name: ListName & ('articles.jsonl' | 'bin.jsonl'),
  manifest: Manifest,
): AsyncGenerator<readonly ArchiveItem[]> {
  let batch: ArchiveItem[] = [];
  let bytes = 0;
  for await (const line of readLines(reading.zip, name, manifest)) {
    if (isRefusal(line)) batch.push(line);
    else {
      batch.push(...(await readArticle(reading, line.value, line.where, name === 'bin.jsonl')));
      bytes += line.bytes;
    }
    if (batch.length < BATCH && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

async function readArticle(
  reading: Reading,
  value: unknown,
  where: string,
  isBinned: boolean,
): Promise<readonly ArchiveItem[]> {
  const parsed = parseArticleLine(value);
  if (typeof parsed === 'string') return [{ where, reason: parsed }];
  const key = keyOf(parsed.article.slug, isBinned);
  if (reading.seen.has(key)) return [{ where, reason: 'twice' }];
  if (isBinned && parsed.removedAt === null) return [{ where, reason: 'not-an-article' }];
  reading.seen.add(key);
  const refusals: ImportRefusal[] = [];
  const originals = await readOriginals(reading.zip, await reading.originals.take(key), refusals);
  const revisions = await hashed(await reading.revisions.take(key));
  refusals.push(...partRefusals(reading));
  return [await holdingOf(parsed, originals, revisions, isBinned), ...refusals];
}

async function holdingOf(
  { article, body, content, toldHash, removedAt }: ParsedArticle,
  originals: readonly OriginalRecord[],
  revisions: readonly RevisionRecord[],
  isBinned: boolean,
): Promise<ArchivedHolding> {
  const contentHash = await sha256(contentKey(content));
  const holding = { article: { ...article, contentHash }, body, originals, revisions };
  const isDoubtful = toldHash !== null && toldHash !== contentHash;
  return { holding, ...(isDoubtful && { isDoubtful }), removedAt: isBinned ? removedAt : null };
}

/** Those whose bytes are there and are what their line says, one of each source. */
async function readOriginals(
  zip: ZipReader,
  lines: readonly OriginalLine[],
  refusals: ImportRefusal[],
): Promise<readonly OriginalRecord[]> {
  const records = new Map<string, OriginalRecord>();
  for (const { slug, source, path, contentType, etag, fetchedAt, bytes: size, sha256: hash } of lines) {
    try {
      if (records.has(source)) throw new ZipDamage('twice', path);
      const bytes = await zip.read(path, LARGEST_ORIGINAL);
      if (bytes.length !== size) throw new ZipDamage('wrong-size', path);
      if ((await sha256OfBytes(bytes)) !== hash) throw new ZipDamage('wrong-hash', path);
      records.set(source, { slug, source, bytes, contentType, etag, fetchedAt });
    } catch (thrown) {
      if (!(thrown instanceof ZipDamage)) throw thrown;
      refusals.push({ where: path, reason: thrown.reason });
    }
  }
  return [...records.values()];
}

/** Revisions under the hash of their content, each content once. */
async function hashed(parts: readonly ParsedRevision[]): Promise<readonly RevisionRecord[]> {
  const records = new Map<string, RevisionRecord>();
  for (const { revision } of parts) {
    const contentHash = await sha256(contentKey(revision.content));
    if (!records.has(contentHash)) records.set(contentHash, { ...revision, contentHash });
  }
  return [...records.values()];
}

function partRefusals({ originals, revisions }: Reading): readonly ImportRefusal[] {
  return [...originals.refusals(), ...revisions.refusals()];
}

function keyOf(slug: string, isBinned: boolean): string {
  return isBinned ? `${slug} in the bin` : slug;
}
