import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../../core/search/query/search-segments.ts';
import { createSearchIndex } from '../../../core/search/search-index.ts';
import { mergeSegments } from '../../../core/search/segment/merge-segments.ts';
import { largeLibrary, writeSegment } from './large-library.ts';
import { bodyOnly, pendingArticle, request } from './libraries.ts';
import { MemoryStore } from './memory-store.ts';

async function libraryOf(...bodies: readonly string[]) {
  const index = createSearchIndex(new MemoryStore());
  await index.update(
    [],
    bodies.map((body, key) => pendingArticle(key, bodyOnly(body))),
  );
  return index;
}

async function keysFor(index: ReturnType<typeof createSearchIndex>, asked: SearchRequest) {
  const answer = await index.search(asked);
  return answer.kind === 'found' ? answer.hits.map(({ key }) => key) : answer.kind;
}

describe('a search', () => {
  test('puts a word in the headline above the same word in the body', async () => {
    const index = createSearchIndex(new MemoryStore());
    const inHeadline = { ...bodyOnly('quiet markets today'), headline: 'inflation' };
    await index.update(
      [],
      [pendingArticle(1, inHeadline), pendingArticle(2, bodyOnly('inflation quiet markets today'))],
    );
    expect(await keysFor(index, request({ kind: 'word', text: 'inflation', prefix: false }))).toEqual([1, 2]);
  });

  test('finds topics, entities, tags and notes, but no phrase across two of them', async () => {
    const index = createSearchIndex(new MemoryStore());
    const fields = {
      ...bodyOnly('body'),
      topics: ['ai-policy'],
      entities: ['Sam Altman'],
      tags: ['later'],
      notes: ['my note'],
    };
    await index.update([], [pendingArticle(1, fields)]);
    for (const text of ['ai policy', 'sam altman', 'later', 'my note']) {
      expect(await keysFor(index, request({ kind: 'phrase', text })), text).toEqual([1]);
    }
    expect(await keysFor(index, request({ kind: 'phrase', text: 'policy sam' }))).toEqual([]);
  });

  test('is cancelled where it stands', async () => {
    const index = await libraryOf('one two', 'two one');
    for (let steps = 0; steps < 4; steps += 1) {
      let asked = 0;
      const isCancelled = () => asked++ >= steps;
      const answer = await index.search(request({ kind: 'phrase', text: 'one two' }, { isCancelled }));
      expect(answer.kind, `after ${steps} steps`).toBe('cancelled');
    }
  });

  test('passes on what its source throws', async () => {
    const store = new MemoryStore();
    const index = createSearchIndex(store);
    await index.update([writeSegment(store, 1, largeLibrary(1, 50))], []);
    store.read = async () => {
      throw new Error('the database is closed');
    };
    const asked = request({ kind: 'word', text: 'a0', prefix: false });
    await expect(index.search(asked)).rejects.toThrow('the database is closed');
  });

  test('finds nothing in an index without articles', async () => {
    expect(await keysFor(await libraryOf(), request({ kind: 'all' }))).toEqual([]);
  });

  test('reads from its source only once while records stay in the cache, and again when they do not', async () => {
    const store = new MemoryStore();
    const entries = [writeSegment(store, 1, largeLibrary(1, 2_000))];
    const asked = request({ kind: 'phrase', text: 'a0 b1' });
    const [wide, narrow] = [createSearchIndex(store), createSearchIndex(store, 1)];
    const reads: number[] = [];
    for (const index of [wide, narrow]) {
      await index.update(entries, []);
      const first = await index.search(asked);
      store.reads = [];
      const again = await index.search(asked);
      expect(again).toMatchObject({ total: first.kind === 'found' ? first.total : 0 });
      reads.push(store.reads.length);
    }
    expect(reads[0]).toBe(0);
    expect(reads[1]).toBeGreaterThan(0);
  });
});

describe('suggestions', () => {
  test('name the nearest words, of those the most frequent', async () => {
    const index = await libraryOf('inflation zurich', 'inflation', 'information', 'the inflating', 'Café');
    expect(await index.suggest('inflatoin')).toEqual({ kind: 'suggestions', words: ['inflation', 'inflating'] });
    expect(await index.suggest('zurihc')).toEqual({ kind: 'suggestions', words: ['zurich'] });
    expect(await index.suggest('niflation')).toEqual({ kind: 'suggestions', words: ['inflation'] });
    expect(await index.suggest('cofé')).toEqual({ kind: 'suggestions', words: ['cafe'] });
  });

  test('are none for short words, phrases, scripts without spaces, and words nothing resembles', async () => {
    const index = await libraryOf('ab 東京 word');
    for (const word of ['ac', 'word ward', '東阪', 'xylophone', '']) {
      expect(await index.suggest(word), word).toEqual({ kind: 'suggestions', words: [] });
    }
  });
});

test('a merge can be left at any slice, and nothing of the index has changed', async () => {
  const store = new MemoryStore();
  const library = largeLibrary(4);
  const index = createSearchIndex(store);
  await index.update(
    [writeSegment(store, 1, library.slice(0, 5_000)), writeSegment(store, 2, library.slice(5_000))],
    [],
  );
  const merging = mergeSegments(index.segments, 3);
  await merging.next();
  await merging.return({ id: 3, documents: 0, deleted: 0 });
  expect([...store.records.values()].some(({ key }) => key.segment === 3)).toBe(false);
  expect(await index.search(request({ kind: 'all' }))).toMatchObject({ total: library.length });
});
