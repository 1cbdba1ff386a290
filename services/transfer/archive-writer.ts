import { articleLine, type FileLine, originalLine, revisionLine } from '../../core/archive/archive-lines.ts';
import { markdownName, originalName } from '../../core/archive/archive-names.ts';
import { articleMarkdown } from '../../core/archive/article-markdown.ts';
import {
  ARCHIVE_FORMAT,
  type ArchiveCounts,
  FORMAT_VERSION,
  LIST_NAMES,
  type ListName,
  MANIFEST_NAME,
  type Manifest,
} from '../../core/archive/manifest.ts';
import { noteAnnotation } from '../../core/archive/note-annotation.ts';
import { ARCHIVE_README } from '../../core/archive/readme.ts';
import type { Holding } from '../../core/library/records.ts';
import { type PackedFile, packFile, writeZip } from '../../core/zip/zip-writer.ts';
import { sha256OfBytes } from '../content-hash.ts';
import type { ArchiveOptions, ArchiveSource } from './archive-source.ts';
import { streamOf } from './byte-stream.ts';
import { ListWriter, memorySpool } from './list-writer.ts';

/**
 * Writes an archive in one pass over the articles: the files of each go straight into the zip, its lines into lists
 * that follow at the end. The manifest comes last, so an archive that was cut short has none and is not believed.
 */

type Lists = { readonly [Name in ListName]: ListWriter };

interface Written {
  readonly lists: Lists;
  readonly tags: Map<string, number>;
  articles: number;
  binned: number;
}

/** The archive of `source`, written as it is read; cancelling the stream ends the reading of the source. */
export function archiveStream(source: ArchiveSource, options: ArchiveOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
  return streamOf(archivePieces(source, options));
}

/** As `archiveStream`, in pieces of any size. */
export function archivePieces(source: ArchiveSource, options: ArchiveOptions): AsyncGenerator<Uint8Array> {
  return writeZip(archiveFiles(source, options), options.at);
}

async function* archiveFiles(source: ArchiveSource, options: ArchiveOptions): AsyncGenerator<PackedFile> {
  const written = { lists: await openLists(options), tags: new Map(), articles: 0, binned: 0 };
  const { lists } = written;
  yield await sealed('README.md', ARCHIVE_README, lists);
  for await (const holding of source.holdings) {
    yield* articleFiles(holding, written);
    options.onArticle?.(written.articles);
  }
  for await (const { removedAt, ...holding } of source.binned) {
    yield* binnedFiles(holding, removedAt, written);
    options.onArticle?.(written.articles + written.binned);
  }
  lists['tags.json'].add(countedTags(written.tags));
  lists['searches.json'].add(source.searches);
  lists['redirects.json'].add(source.redirects);
  lists['settings.json'].add(source.settings);
  const seals: Partial<Record<ListName, Manifest['files'][ListName]>> = {};
  for (const name of LIST_NAMES) {
    const { file, seal } = lists[name].end(name);
    seals[name] = seal;
    yield file;
  }
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    formatVersion: FORMAT_VERSION,
    appVersion: options.appVersion,
    createdAt: new Date(options.at).toISOString(),
    query: source.queryText,
    counts: countsOf(written, source),
    files: seals as Manifest['files'],
  };
  yield packFile(MANIFEST_NAME, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
}

async function openLists({ createSpool = async () => memorySpool() }: ArchiveOptions): Promise<Lists> {
  const opening = LIST_NAMES.map(async (name) => [name, new ListWriter(await createSpool(name))] as const);
  return Object.fromEntries(await Promise.all(opening)) as Lists;
}

async function* articleFiles(holding: Holding, written: Written): AsyncGenerator<PackedFile> {
  const { lists, tags } = written;
  const { article } = holding;
  lists['articles.jsonl'].add(articleLine(holding, null));
  yield await sealed(markdownName(article.slug), articleMarkdown(holding), lists);
  yield* partFiles(holding, lists, false);
  const annotation = noteAnnotation(article);
  if (annotation !== null) lists['annotations.jsonl'].add(annotation);
  for (const tag of article.own.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  written.articles += 1;
}

async function* binnedFiles(holding: Holding, removedAt: number, written: Written): AsyncGenerator<PackedFile> {
  written.lists['bin.jsonl'].add(articleLine(holding, removedAt));
  yield* partFiles(holding, written.lists, true);
  written.binned += 1;
}

/** The originals, and the lines of originals and revisions. */
async function* partFiles(holding: Holding, lists: Lists, isBinned: boolean): AsyncGenerator<PackedFile> {
  for (const original of holding.originals) {
    // Hashing goes on elsewhere while the bytes are deflated here.
    const hashing = sha256OfBytes(original.bytes);
    const file = packFile(originalName(original.slug, original.source, isBinned), original.bytes);
    const line = originalLine(original, await hashing, isBinned);
    const { path, bytes, sha256 } = line;
    lists['originals.jsonl'].add(line);
    lists['files.jsonl'].add({ path, bytes, sha256 } satisfies FileLine);
    yield file;
  }
  for (const revision of holding.revisions) lists['revisions.jsonl'].add(revisionLine(revision, isBinned));
}

/** `text` as a file, with its line in `files.jsonl`. */
async function sealed(path: string, text: string, lists: Lists): Promise<PackedFile> {
  const bytes = new TextEncoder().encode(text);
  const hashing = sha256OfBytes(bytes);
  const file = packFile(path, bytes);
  lists['files.jsonl'].add({ path, bytes: bytes.length, sha256: await hashing } satisfies FileLine);
  return file;
}

function countsOf({ lists, articles, binned }: Written, source: ArchiveSource): ArchiveCounts {
  const originals = lists['originals.jsonl'].lines;
  const revisions = lists['revisions.jsonl'].lines;
  const annotations = lists['annotations.jsonl'].lines;
  return { articles, binned, originals, revisions, annotations, searches: source.searches.length };
}

/** The tag most used first, then by name. */
function countedTags(tags: ReadonlyMap<string, number>): readonly { readonly tag: string; readonly count: number }[] {
  return [...tags]
    .map(([tag, count]) => ({ tag, count }))
    .sort((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1));
}
