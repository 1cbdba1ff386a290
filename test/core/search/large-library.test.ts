import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flushPending } from '../../../core/search/pending-articles.ts';
import { createSearchIndex } from '../../../core/search/search-index.ts';
import { mergeSegments } from '../../../core/search/segment/merge-segments.ts';
import { SLICE } from '../../../core/search/segment/record.ts';
import { queries } from '../query/queries.ts';
import { largeLibrary, writeSegment } from './large-library.ts';
import { isField, pendingArticle, request } from './libraries.ts';
import { MemoryStore } from './memory-store.ts';
import { NaiveIndex } from './naive-index.ts';

const LIBRARY = largeLibrary(1);

/** Odd articles in one segment, even ones in another, so that a merge has to interleave them. */
async function twoSegments() {
  const store = new MemoryStore();
  const entries = [0, 1].map((rest) =>
    writeSegment(
      store,
      rest + 1,
      LIBRARY.filter(({ key }) => key % 2 === rest),
    ),
  );
  const index = createSearchIndex(store);
  await index.update(entries, []);
  return { store, index };
}

async function merged(store: MemoryStore, segments: Parameters<typeof mergeSegments>[0], id: number) {
  const merging = mergeSegments(segments, id);
  let slice = await merging.next();
  for (; slice.done !== true; slice = await merging.next()) store.put(slice.value);
  return slice.value;
}

const words = fc.constantFrom('a0', 'b1', 'c2', 'd8', 'a5', 'e9', 'b6', 'a3p', 'b7g', 'c88', 'zz');
const terms = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('word' as const), text: words, prefix: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('word' as const),
      text: fc.constantFrom('a', 'b2', 'c', 'd1', 'a1'),
      prefix: fc.constant(true),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('phrase' as const),
      text: fc.tuple(words, words).map((two) => two.join(' ')),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('field' as const),
      field: fc.constant('tag' as const),
      value: fc.constantFrom('2', '5'),
    }),
  },
);

describe('a library of thousands', () => {
  test('is searched as if every article were read', { timeout: 60_000 }, async () => {
    const { index } = await twoSegments();
    const model = new NaiveIndex(
      LIBRARY.map((one) => ({ ...one, isDeleted: false })),
      isField,
    );
    const check = fc.asyncProperty(queries(terms), async (query) => {
      const expected = model.search(query);
      const answer = await index.search(request(query, { limit: 20 }));
      if (answer.kind !== 'found') throw new Error(answer.kind);
      expect(answer.total).toBe(expected.length);
      const round = (hits: readonly { key: number; score: number }[]) =>
        hits.map(({ key, score }) => `${key} ${score.toFixed(9)}`);
      expect(round(answer.hits)).toEqual(round(expected.slice(0, 20)));
    });
    await fc.assert(check, { numRuns: 100 });
  });

  test('has its parts in several records', () => {
    const store = new MemoryStore();
    writeSegment(store, 1, LIBRARY);
    const kinds = [...store.records.values()].map(({ key }) => key.kind);
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    expect(count('documents')).toBe(2);
    expect(count('postings')).toBeGreaterThan(3);
    expect(count('positions')).toBeGreaterThan(3);
    expect(count('prefixes')).toBeGreaterThan(0);
    const longest = Math.max(...[...store.records.values()].map(({ bytes }) => bytes.length));
    expect(longest).toBeLessThan(SLICE * 1.5);
  });

  test('merges into the very bytes that writing it at once gives', async () => {
    const { store, index } = await twoSegments();
    await merged(store, index.segments, 3);
    const direct = new MemoryStore();
    writeSegment(direct, 3, LIBRARY);
    const ofMerged = [...store.records].filter(([, { key }]) => key.segment === 3);
    expect(new Map(ofMerged)).toEqual(direct.records);
  });

  test('merges without the deleted articles into the very bytes of the rest', async () => {
    const { store, index } = await twoSegments();
    const isDead = ({ key }: { key: number }) => key % 7 === 0;
    const dead = LIBRARY.filter(isDead).map(({ key }) => ({ key, document: null }));
    const flush = await flushPending(index.segments, dead, 9);
    store.put(flush.records);
    await index.update(flush.entries, []);
    await merged(store, index.segments, 3);
    const direct = new MemoryStore();
    writeSegment(
      direct,
      3,
      LIBRARY.filter((one) => !isDead(one)),
    );
    const ofMerged = [...store.records].filter(([, { key }]) => key.segment === 3);
    expect(new Map(ofMerged)).toEqual(direct.records);
  });

  test('can be changed while a merge of it is under way', async () => {
    const { store, index } = await twoSegments();
    const entries = index.segments.map(({ entry }) => entry);
    const merging = mergeSegments(index.segments, 3);
    const first = await merging.next();
    const changed = pendingArticle(LIBRARY[0]?.key ?? 0, {
      ...(LIBRARY[1]?.fields ?? []),
      headline: 'brandnew',
    } as never);
    await index.update(entries, [changed]);
    const query = { kind: 'word', text: 'brandnew', prefix: false } as const;
    expect(await index.search(request(query))).toMatchObject({ kind: 'found', total: 1 });
    if (first.done === true) throw new Error('merged in one slice');
    store.put(first.value);
    let slice = await merging.next();
    for (; slice.done !== true; slice = await merging.next()) store.put(slice.value);
    await index.update([slice.value], [changed]);
    expect(await index.search(request(query))).toMatchObject({ kind: 'found', total: 1 });
    expect(await index.search(request({ kind: 'all' }))).toMatchObject({ kind: 'found', total: LIBRARY.length });
  });

  test('answers a query of two words with few reads, and not with the whole index', async () => {
    const { store } = await twoSegments();
    const all = [...store.records.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    const index = createSearchIndex(store);
    await index.update(
      [...new Set([...store.records.values()].map(({ key }) => key.segment))].map((id) => ({
        id,
        documents: COUNT_OF[id] ?? 0,
        deleted: 0,
      })),
      [],
    );
    store.reads = [];
    await index.search(
      request({
        kind: 'and',
        of: [
          { kind: 'word', text: 'c88', prefix: false },
          { kind: 'word', text: 'a0', prefix: false },
        ],
      }),
    );
    const read = store.reads.flat().length;
    expect(store.reads.length).toBeLessThanOrEqual(4);
    expect(read * SLICE).toBeLessThan(all);
    expect(read).toBeLessThan(16);
  });
});

const COUNT_OF: Readonly<Record<number, number>> = {
  1: LIBRARY.filter(({ key }) => key % 2 === 0).length,
  2: LIBRARY.filter(({ key }) => key % 2 === 1).length,
};
