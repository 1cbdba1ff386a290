import { createSearchIndex, type SearchIndex } from '../../../../core/search/search-index.ts';
import { mergeSegments } from '../../../../core/search/segment/merge-segments.ts';
import { SegmentBuilder } from '../../../../core/search/segment/segment-builder.ts';
import type { SegmentEntry } from '../../../../core/search/segment/segment-reader.ts';
import type { Engine, Numbered } from '../engine.ts';
import { Stopwatch } from '../stopwatch.ts';
import { fieldsOf, queryOf } from './offprint-terms.ts';
import { openRecords, type RecordDatabase } from './record-database.ts';

/** Words in a segment that is being built: about 50 MB of memory. */
const WORDS_AT_ONCE = 4_000_000;

/** `merged`: one segment. `steady`: as many as the product lets there be, each half the size of the next larger. */
export type Layout = 'merged' | 'steady';
const STEADY_SHARES = [8, 4, 2, 1].map((part) => part / 15);

/** The product's index without catalogue, articles and writer, its key an article's ordinal. It has no filters. */
export function createIndexAlone(layout: Layout): Engine {
  let database: RecordDatabase | null = null;
  let index: SearchIndex | null = null;
  return {
    async build(batches) {
      const records = await openRecords(`index-${layout}`);
      const watch = new Stopwatch();
      const entries = await writeSegments(records, batches, layout, watch);
      await watch.time(() => mergeInto(records, entries, layout));
      records.close();
      return { storeMs: 0, indexMs: watch.total };
    },
    async open() {
      database = await openRecords(`index-${layout}`);
      index = createSearchIndex(database);
      const damage = await index.update(await database.readEntries(), []);
      if (damage.segments.length > 0) throw new Error(`damaged segments: ${damage.segments.join(', ')}`);
    },
    async search(query, limit) {
      const fieldTests = () => () => true;
      const request = { query: queryOf({ ...query, topic: null, entity: null }), limit, sort: 'relevance' } as const;
      const outcome = await index?.search({ ...request, fieldTests, isCancelled: () => false });
      if (outcome?.kind !== 'found') throw new Error(`the index answered ${outcome?.kind}`);
      return { total: outcome.total, ordinals: outcome.hits.map(({ key }) => key) };
    },
    bytes: async () => (await database?.bytesByKind()) ?? {},
    async close() {
      database?.close();
    },
  };
}

/** Segments in the order of the articles: of `WORDS_AT_ONCE`, or for `steady` ended at the shares where one ends. */
async function writeSegments(
  records: RecordDatabase,
  batches: AsyncIterable<readonly Numbered[]>,
  layout: Layout,
  watch: Stopwatch,
): Promise<readonly SegmentEntry[]> {
  const entries: SegmentEntry[] = [];
  let builder = new SegmentBuilder();
  const finish = async () => {
    if (builder.documents === 0) return;
    const entry = { id: entries.length + 1, documents: builder.documents, deleted: 0 };
    await records.put([...builder.finish(entry.id)]);
    entries.push(entry);
    builder = new SegmentBuilder();
  };
  for await (const batch of batches) {
    await watch.time(async () => {
      for (const { ordinal, article } of batch) builder.addArticle(ordinal, fieldsOf(article));
      if (builder.words > (layout === 'merged' ? WORDS_AT_ONCE : WORDS_AT_ONCE / 8)) await finish();
    });
  }
  await watch.time(finish);
  return entries;
}

/** Merges neighbours until the layout is reached, and stores the list of what is left. */
async function mergeInto(records: RecordDatabase, entries: readonly SegmentEntry[], layout: Layout): Promise<void> {
  const all = entries.reduce((sum, { documents }) => sum + documents, 0);
  const shares = layout === 'merged' ? [1] : STEADY_SHARES;
  const left: SegmentEntry[] = [];
  let next = 0;
  let nextId = entries.length + 1;
  let wanted = 0;
  let taken = 0;
  for (const [number, share] of shares.entries()) {
    wanted += share * all;
    const group: SegmentEntry[] = [];
    const isLast = number === shares.length - 1;
    while (next < entries.length && (isLast || taken < wanted)) {
      const entry = entries[next++] as SegmentEntry;
      group.push(entry);
      taken += entry.documents;
    }
    if (group.length > 0) left.push(await mergeGroup(records, group, nextId++));
  }
  await records.writeEntries(left);
}

async function mergeGroup(records: RecordDatabase, group: readonly SegmentEntry[], id: number): Promise<SegmentEntry> {
  const [only] = group;
  if (only !== undefined && group.length === 1) return only;
  const index = createSearchIndex(records);
  await index.update(group, []);
  const merging = mergeSegments(index.segments, id);
  let slice = await merging.next();
  for (; slice.done !== true; slice = await merging.next()) await records.put(slice.value);
  await records.dropSegments(group.map((entry) => entry.id));
  return slice.value;
}
