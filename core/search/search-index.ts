import { addBit, difference, emptyBitmap } from './bytes/bitmap.ts';
import { buildPending, type PendingArticle, readFromMemory } from './pending-articles.ts';
import { type SearchOutcome, type SearchRequest, type SegmentView, searchSegments } from './query/search-segments.ts';
import { type Suggestions, suggestWords } from './query/suggest-words.ts';
import { DamagedRecord, type RecordSource } from './segment/record.ts';
import { RecordCache } from './segment/record-cache.ts';
import { type SegmentEntry, SegmentReader } from './segment/segment-reader.ts';

/** Bytes of records kept in memory: what a few hundred different queries over 100,000 articles read. */
const CACHE_BYTES = 48 * 1_048_576;

/** The id of the segment in memory that holds the pending articles; stored segments have higher ones. */
const PENDING = 0;

/** What could not be used; the rest of the index answers without it. */
export interface Damage {
  /** Segments that could not be opened. */
  readonly segments: readonly number[];
  /** Keys of pending articles that could not be read. */
  readonly keys: readonly number[];
}

/** The index as a reader sees it: stored segments, and articles that wait to be written into one. */
export interface SearchIndex {
  /** Takes over the list of segments (ids above 0) and what is pending. Searches under way go on with what they had. */
  update(entries: readonly SegmentEntry[], pending: readonly PendingArticle[]): Promise<Damage>;
  /** The open segments, to be flushed into or merged. */
  readonly segments: readonly SegmentReader[];
  search(request: SearchRequest): Promise<SearchOutcome>;
  /** Words of the index that `word` may have been meant to be, best first. For when nothing was found. */
  suggest(word: string): Promise<Suggestions>;
}

/** An index without segments over the records of `source`. */
export function createSearchIndex(source: RecordSource, cacheBytes = CACHE_BYTES): SearchIndex {
  const cache = new RecordCache(source, cacheBytes);
  let readers: readonly SegmentReader[] = [];
  let views: readonly SegmentView[] = [];
  return {
    get segments() {
      return readers;
    },
    async update(entries, pending) {
      const opened = await Promise.all(entries.map((entry) => reopen(entry, readers, cache)));
      const built = buildPending(pending, PENDING);
      const keys = pending.map(({ key }) => key);
      const viewed = await Promise.all(opened.map((reader) => (reader === null ? null : viewWithout(reader, keys))));
      const usable = viewed.filter((view) => view !== null);
      const waiting = built.entry === null ? [] : [await readFromMemory(built.entry, built.records)];
      for (const { entry } of readers) if (!entries.some(({ id }) => id === entry.id)) cache.forget(entry.id);
      readers = usable.map(({ segment }) => segment);
      views = [...usable, ...waiting.map((segment) => ({ segment, live: segment.live }))];
      const ids = new Set(readers.map(({ entry }) => entry.id));
      return { segments: entries.map(({ id }) => id).filter((id) => !ids.has(id)), keys: built.damagedKeys };
    },
    search: (request) => searchSegments(views, request),
    suggest: (word) =>
      suggestWords(
        word,
        views.map(({ segment }) => segment),
      ),
  };
}

/** The reader there is when nothing changed about the segment, else a new one; null when it is damaged. */
async function reopen(
  entry: SegmentEntry,
  readers: readonly SegmentReader[],
  cache: RecordCache,
): Promise<SegmentReader | null> {
  const known = readers.find(({ entry: { id } }) => id === entry.id);
  if (known?.entry.deleted === entry.deleted) return known;
  if (known !== undefined) cache.forget(entry.id);
  return orNull(SegmentReader.open(entry, cache));
}

async function viewWithout(segment: SegmentReader, keys: readonly number[]): Promise<SegmentView | null> {
  const docs = await orNull(segment.findDocuments(keys));
  if (docs === null) return null;
  const hidden = emptyBitmap(segment.header.documents);
  for (const doc of docs) addBit(hidden, doc);
  return { segment, live: docs.length === 0 ? segment.live : difference(segment.live, hidden) };
}

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof DamagedRecord) return null;
    throw thrown;
  }
}
