import { describe, expect, test } from 'vitest';
import { type Catalogue, createCatalogue } from '../../../core/catalogue/catalogue.ts';
import { FACETS, type Facet, type FacetValue } from '../../../core/catalogue/facet.ts';
import type { ListSort } from '../../../core/catalogue/row-lists.ts';
import type { Selection } from '../../../core/catalogue/selection.ts';
import { NO_OWN_DATA } from '../../../core/library/records.ts';
import { parseQuery } from '../../../core/query/parse-query.ts';
import { articleRecord, catalogueOf } from './records.ts';

function select(catalogue: Catalogue, text: string): Selection {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return catalogue.select(parsed.query, 0);
}

function orders(catalogue: Catalogue, text: string, sort: ListSort = 'saved'): readonly number[] {
  return select(catalogue, text).orders(sort, 0, 99);
}

function values(catalogue: Catalogue, facet: Facet, words = ''): readonly FacetValue[] {
  return select(catalogue, '').values({ facet, words, from: 0, to: 99 }).values;
}

describe('a catalogue', () => {
  test('knows what it holds', () => {
    const catalogue = catalogueOf({ order: 1 }, { order: 2 }, { order: 1 });
    expect(catalogue.size).toBe(2);
    catalogue.remove(1);
    catalogue.remove(7);
    expect([catalogue.size, catalogue.has(1), catalogue.has(2), catalogue.has(7)]).toEqual([1, false, true, false]);
  });

  test('without articles selects nothing and counts nothing', () => {
    const selection = select(createCatalogue(), '');
    expect([selection.total, selection.orders('published', 0, 9), selection.place('saved', 1)]).toEqual([0, [], -1]);
    expect(FACETS.flatMap((facet) => values(createCatalogue(), facet))).toEqual([]);
  });

  test('forgets what an article was before it was replaced', () => {
    const catalogue = catalogueOf({ order: 1, topics: ['x', 'y'] });
    catalogue.upsert(articleRecord({ slug: 'renamed', order: 1, topics: ['z'] }));
    expect(orders(catalogue, 'topic:x')).toEqual([]);
    expect(values(catalogue, 'topics')).toEqual([{ value: 'z', count: 1 }]);
  });

  test('takes articles in any order of saving', () => {
    const catalogue = catalogueOf({ order: 5 }, { order: 2, topics: ['x'] }, { order: 9 }, { order: 1, topics: ['x'] });
    expect(orders(catalogue, '')).toEqual([9, 5, 2, 1]);
    expect(orders(catalogue, 'topic:x')).toEqual([2, 1]);
    expect([1, 2, 5, 9].every((order) => catalogue.has(order))).toBe(true);
  });

  test('knows what hangs on an article, and reads of a note in the record alone', () => {
    const catalogue = createCatalogue();
    catalogue.upsert(articleRecord({ slug: 'a', order: 1, own: { ...NO_OWN_DATA, note: 'Mine' } }), ['revision']);
    catalogue.upsert(articleRecord({ slug: 'b', order: 2 }), ['note', 'highlight']);
    expect(orders(catalogue, 'has:note')).toEqual([1]);
    expect(orders(catalogue, 'has:revision')).toEqual([1]);
    expect(orders(catalogue, 'has:highlight')).toEqual([2]);
  });

  test('asks for a language with all its regions', () => {
    const catalogue = catalogueOf({ order: 2, inLanguage: 'en-US' }, { order: 1, inLanguage: 'en' });
    expect(orders(catalogue, 'lang:en')).toEqual([2, 1]);
    expect(orders(catalogue, 'lang:en-us')).toEqual([2]);
    expect(values(catalogue, 'languages')).toEqual([
      { value: 'en', count: 2 },
      { value: 'en-US', count: 1 },
    ]);
  });

  test('takes no notice of words, wherever they stand', () => {
    const catalogue = catalogueOf({ order: 1, topics: ['ai'] }, { order: 2 });
    expect(orders(catalogue, 'topic:ai nowhere ')).toEqual([1]);
    expect(orders(catalogue, 'topic:ai OR "no where"')).toEqual([1]);
    expect(orders(catalogue, '-nowhere ')).toEqual([2, 1]);
  });

  test('completes what was begun with the most frequent values of the whole library', () => {
    const catalogue = catalogueOf(
      { order: 1, topics: ['ai-policy', 'policy', 'law'] },
      { order: 2, topics: ['ai-policy', 'us-policy', 'politics'] },
    );
    catalogue.remove(9);
    expect(catalogue.complete('topics', 'POL', 3)).toEqual([
      { value: 'ai-policy', count: 2 },
      { value: 'policy', count: 1 },
      { value: 'politics', count: 1 },
    ]);
    expect(catalogue.complete('topics', '', 1)).toEqual([{ value: 'ai-policy', count: 2 }]);
    expect(catalogue.complete('entities', 'pol', 3)).toEqual([]);
  });
});

describe('a selection', () => {
  test('is in the order of saving, or of publishing with unknown dates last', () => {
    const catalogue = catalogueOf(
      { order: 4 },
      { order: 1, datePublished: '2026-06-28T12:00:00.000Z' },
      { order: 3, datePublished: '2026-06-28' },
      { order: 2, datePublished: '2026-06-29' },
    );
    expect(orders(catalogue, '')).toEqual([4, 3, 2, 1]);
    expect(orders(catalogue, '', 'published')).toEqual([2, 1, 3, 4]);
  });

  test('gives what of a page there is', () => {
    const selection = select(catalogueOf({ order: 1 }, { order: 2 }, { order: 3 }), '');
    expect(selection.orders('saved', 1, 2)).toEqual([2]);
    expect(selection.orders('saved', 2, 9)).toEqual([1]);
    expect(selection.orders('saved', -2, 1)).toEqual([3]);
    expect([
      selection.orders('saved', 3, 9),
      selection.orders('saved', 2, 1),
      selection.orders('saved', 0, -1),
    ]).toEqual([[], [], []]);
  });

  test('knows the place of its articles and of no others', () => {
    const catalogue = catalogueOf(
      { order: 1, topics: ['x'], datePublished: '2026-01-01' },
      { order: 2 },
      { order: 3, topics: ['x'] },
    );
    const selection = select(catalogue, 'topic:x');
    expect([1, 2, 3, 4].map((order) => selection.place('saved', order))).toEqual([1, -1, 0, -1]);
    expect([1, 2, 3, 4].map((order) => selection.place('published', order))).toEqual([0, -1, 1, -1]);
  });

  test('shows a value as it was first spelt, and counts its spellings together', () => {
    const catalogue = catalogueOf(
      { order: 1, entities: [{ name: 'OpenAI', type: null }] },
      { order: 2, entities: [{ name: 'OPENAI', type: null }] },
    );
    expect(values(catalogue, 'entities')).toEqual([{ value: 'OpenAI', count: 2 }]);
    expect(select(catalogue, '').count('entities', 'openai')).toBe(2);
    expect(select(catalogue, '').count('topics', 'openai')).toBe(0);
  });

  test('counts states, of which none is a value of an article', () => {
    const catalogue = catalogueOf(
      { order: 1, own: { ...NO_OWN_DATA, readAt: 1, starredAt: 1 } },
      { order: 2 },
      { order: 3 },
    );
    expect(values(catalogue, 'state')).toEqual([
      { value: 'unread', count: 2 },
      { value: 'read', count: 1 },
      { value: 'starred', count: 1 },
    ]);
    expect(values(catalogue, 'state', 'star')).toEqual([{ value: 'starred', count: 1 }]);
    expect(['starred', 'archived', 'lost'].map((state) => select(catalogue, '').count('state', state))).toEqual([
      1, 0, 0,
    ]);
  });

  test('gives its values a page at a time, the last pages as the first', () => {
    const topics = Array.from({ length: 200 }, (_, index) => `t${String(index).padStart(3, '0')}`);
    const catalogue = catalogueOf({ order: 1, topics }, { order: 2, topics: topics.slice(150) });
    const whole = [...topics.slice(150), ...topics.slice(0, 150)];
    for (const [from, to] of [
      [0, 14],
      [40, 70],
      [190, 300],
      [0, 200],
      [200, 214],
    ] as const) {
      const page = select(catalogue, '').values({ facet: 'topics', words: '', from, to });
      expect(page.values.map(({ value }) => value)).toEqual(whole.slice(from, to));
      expect(page.total).toBe(200);
    }
  });
});
