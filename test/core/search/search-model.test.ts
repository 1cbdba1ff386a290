import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Query } from '../../../core/query/query.ts';
import type { ArticleFields } from '../../../core/search/analysis/article-fields.ts';
import { flushPending, type PendingArticle } from '../../../core/search/pending-articles.ts';
import { createSearchIndex, type SearchIndex } from '../../../core/search/search-index.ts';
import { mergeSegments } from '../../../core/search/segment/merge-segments.ts';
import type { SegmentEntry } from '../../../core/search/segment/segment-reader.ts';
import { queries } from '../query/queries.ts';
import { articles, isField, pendingArticle, request, textTerms } from './libraries.ts';
import { MemoryStore } from './memory-store.ts';
import { type Indexed, NaiveIndex } from './naive-index.ts';
import { rankingFaults } from './ranking.ts';

/**
 * A library that is changed, flushed and merged at random, with a model beside it that knows only which articles there
 * are and which dead ones are still counted.
 */
class Bench {
  readonly #store = new MemoryStore();
  readonly #index: SearchIndex = createSearchIndex(this.#store);
  #entries: readonly SegmentEntry[] = [];
  #pending: PendingArticle[] = [];
  #nextId = 1;
  /** Segment by segment what it holds; the last one is what is pending. */
  #model: Map<number, Indexed>[] = [new Map()];

  put(key: number, fields: ArticleFields | null): void {
    this.#pending.push(fields === null ? { key, document: null } : pendingArticle(key, fields));
    for (const segment of this.#model) {
      const known = segment.get(key);
      if (known !== undefined) segment.set(key, { ...known, isDeleted: true });
    }
    this.#waiting.delete(key);
    if (fields !== null) this.#waiting.set(key, { key, fields, isDeleted: false });
  }

  async flush(): Promise<void> {
    const { records, entries } = await flushPending(this.#index.segments, this.#pending, this.#nextId);
    this.#nextId += 1;
    this.#store.put(records);
    this.#entries = entries;
    this.#pending = [];
    this.#model = [...this.#model.filter((segment) => [...segment.values()].some((one) => !one.isDeleted)), new Map()];
    await this.update();
  }

  /** Flushes, then merges the segments from `from` on. */
  async merge(from: number): Promise<void> {
    await this.flush();
    const chosen = this.#index.segments.slice(from);
    if (chosen.length === 0) return;
    const merging = mergeSegments(chosen, this.#nextId);
    this.#nextId += 1;
    let slice = await merging.next();
    for (; slice.done !== true; slice = await merging.next()) this.#store.put(slice.value);
    for (const { entry } of chosen) this.#store.dropSegment(entry.id);
    this.#entries = [...this.#entries.slice(0, from), slice.value];
    const live = this.#model
      .slice(from, -1)
      .flatMap((segment) => [...segment.values()].filter((one) => !one.isDeleted));
    this.#model = [...this.#model.slice(0, from), new Map(live.map((one) => [one.key, one])), new Map()];
    await this.update();
  }

  async expectAnswer(query: Query): Promise<void> {
    const model = new NaiveIndex(
      this.#model.flatMap((segment) => [...segment.values()]),
      isField,
    );
    const expected = model.search(query);
    const limit = 5;
    const answer = await this.#index.search(request(query, { limit }));
    if (answer.kind !== 'found') throw new Error(answer.kind);
    const newest = await this.#index.search(request(query, { limit, sort: 'newest' }));
    if (newest.kind !== 'found') throw new Error(newest.kind);
    const keys = expected.map(({ key }) => key).sort((one, other) => other - one);
    const found = {
      total: answer.total,
      keys: [...(await answer.keys())].sort((one, other) => other - one),
      faults: rankingFaults(answer.hits, expected, limit),
      newest: newest.hits.map(({ key }) => key),
    };
    const wanted = { total: keys.length, keys, faults: [], newest: keys.slice(0, limit) };
    // Of ten thousand comparisons all but the failing one are cheap.
    if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
  }

  get #waiting(): Map<number, Indexed> {
    return this.#model.at(-1) as Map<number, Indexed>;
  }

  async update(): Promise<void> {
    expect(await this.#index.update(this.#entries, this.#pending)).toEqual({ segments: [], keys: [] });
  }
}

type Step =
  | { readonly kind: 'put'; readonly key: number; readonly fields: ArticleFields | null }
  | { readonly kind: 'flush' }
  | { readonly kind: 'merge'; readonly from: number };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      key: fc.integer({ min: 1, max: 12 }),
      fields: fc.option(articles, { freq: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('flush' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: fc.nat(2) }) },
);

async function take(step: Step, bench: Bench): Promise<void> {
  if (step.kind === 'put') bench.put(step.key, step.fields);
  else if (step.kind === 'flush') await bench.flush();
  else await bench.merge(step.from);
}

/** Together more than 10,000 pairs of a query and a library. */
const LIBRARIES = 105;
const QUERIES = 100;

test('the index finds and ranks what reading every article does, after any changes, flushes and merges', {
  timeout: 60_000,
}, async () => {
  const given = fc.tuple(
    fc.array(steps, { maxLength: 30 }),
    fc.array(queries(textTerms), { minLength: QUERIES, maxLength: QUERIES }),
  );
  const check = fc.asyncProperty(given, async ([taken, asked]) => {
    const bench = new Bench();
    for (const step of taken) await take(step, bench);
    await bench.update();
    for (const query of asked) await bench.expectAnswer(query);
  });
  await fc.assert(check, { numRuns: LIBRARIES, endOnFailure: true });
});
