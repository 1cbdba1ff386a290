import { describe, expect, test } from 'vitest';
import type { Query } from '../../../core/query/query.ts';
import { createSearchIndex } from '../../../core/search/search-index.ts';
import { mergeSegments } from '../../../core/search/segment/merge-segments.ts';
import { DamagedRecord, type IndexRecord } from '../../../core/search/segment/record.ts';
import type { SegmentEntry } from '../../../core/search/segment/segment-reader.ts';
import { createRandom } from '../../site/random.ts';
import { largeLibrary, writeSegment } from './large-library.ts';
import { bodyOnly, pendingArticle, request } from './libraries.ts';
import { MemoryStore } from './memory-store.ts';

const QUERIES: readonly Query[] = [
  { kind: 'word', text: 'a0', prefix: false },
  { kind: 'word', text: 'b', prefix: true },
  { kind: 'word', text: 'c8', prefix: true },
  { kind: 'word', text: 'a1x', prefix: true },
  { kind: 'phrase', text: 'a0 b1' },
  { kind: 'not', of: { kind: 'word', text: 'a5', prefix: false } },
  { kind: 'word', text: 'absent', prefix: false },
];

const LIBRARY = largeLibrary(2, 2_500);

async function answersOf(store: MemoryStore, entries: readonly SegmentEntry[]): Promise<readonly unknown[]> {
  const index = createSearchIndex(store);
  const damage = await index.update(entries, []);
  if (damage.segments.length > 0) return QUERIES.map(() => 'damaged');
  const answers: unknown[] = [];
  for (const query of QUERIES) {
    const answer = await index.search(request(query));
    answers.push(answer.kind === 'found' ? { total: answer.total, hits: answer.hits } : answer.kind);
  }
  return answers;
}

type Damaging = (
  bytes: Uint8Array<ArrayBuffer>,
  random: ReturnType<typeof createRandom>,
) => Uint8Array<ArrayBuffer> | null;

const DAMAGES: readonly [string, Damaging][] = [
  [
    'a changed byte',
    (bytes, { below }) => {
      const copy = bytes.slice();
      const at = below(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 + below(255));
      return copy;
    },
  ],
  ['a lost end', (bytes, { below }) => bytes.slice(0, below(bytes.length))],
  ['zeros', (bytes) => new Uint8Array(bytes.length)],
  ['nothing', () => null],
];

describe('an index with a damaged record', () => {
  test.each(DAMAGES)('(%s) answers right or says so', async (_, damaging) => {
    const random = createRandom(3);
    const store = new MemoryStore();
    const entries = [writeSegment(store, 1, LIBRARY)];
    const right = await answersOf(store, entries);
    let noticed = 0;
    for (const [number, record] of [...store.records]) {
      const bytes = damaging(record.bytes, random);
      if (bytes === null) store.records.delete(number);
      else store.records.set(number, { ...record, bytes });
      const answers = await answersOf(store, entries);
      answers.forEach((answer, at) => {
        if (answer !== 'damaged') expect(answer).toEqual(right[at]);
        else noticed += 1;
      });
      store.records.set(number, record);
    }
    expect(noticed).toBeGreaterThan(QUERIES.length);
  });

  test('does not take another record for the one it asked for', async () => {
    const store = new MemoryStore();
    const entries = [writeSegment(store, 1, LIBRARY)];
    const postings = [...store.records].filter(([, { key }]) => key.kind === 'postings');
    const [[number] = [0], [, other] = [0, undefined]] = postings;
    store.records.set(number, other as IndexRecord);
    expect(await answersOf(store, entries)).toContain('damaged');
  });

  test('goes on with its other segments and names the one that is lost', async () => {
    const store = new MemoryStore();
    const entries = [writeSegment(store, 1, LIBRARY.slice(0, 1_000)), writeSegment(store, 2, LIBRARY.slice(1_000))];
    store.dropSegment(1);
    const index = createSearchIndex(store);
    expect(await index.update(entries, [])).toEqual({ segments: [1], keys: [] });
    expect(await index.search(request({ kind: 'all' }))).toMatchObject({ kind: 'found', total: 1_500 });
  });

  test('names the segment in which a search met the damage', async () => {
    const store = new MemoryStore();
    const entries = [writeSegment(store, 7, LIBRARY)];
    for (const [number, { key }] of store.records) if (key.kind === 'positions') store.records.delete(number);
    const index = createSearchIndex(store);
    await index.update(entries, []);
    const asked = request({ kind: 'phrase', text: 'a0 b1' });
    expect(await index.search(asked)).toEqual({ kind: 'damaged', segment: 7 });
    expect(await index.search(request({ kind: 'word', text: 'a0', prefix: false }))).toMatchObject({ kind: 'found' });
  });

  test('is not merged', async () => {
    const store = new MemoryStore();
    const index = createSearchIndex(store);
    await index.update([writeSegment(store, 1, LIBRARY)], []);
    for (const [number, { key }] of store.records) if (key.kind === 'postings') store.records.delete(number);
    const merge = async () => {
      for await (const _ of mergeSegments(index.segments, 2));
    };
    await expect(merge()).rejects.toThrow(DamagedRecord);
  });

  test('leaves out a pending article whose bytes are damaged, and names it', async () => {
    const index = createSearchIndex(new MemoryStore());
    const good = pendingArticle(1, bodyOnly('good'));
    const bad = { key: 2, document: pendingArticle(2, bodyOnly('bad')).document?.slice(1) ?? null };
    expect(await index.update([], [good, bad])).toEqual({ segments: [], keys: [2] });
    expect(await index.search(request({ kind: 'all' }))).toMatchObject({ kind: 'found', total: 1 });
  });
});
