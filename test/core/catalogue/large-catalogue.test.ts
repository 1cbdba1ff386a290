import { describe, expect, test } from 'vitest';
import { createCatalogue, openCatalogue } from '../../../core/catalogue/catalogue.ts';
import type { ArticleRecord } from '../../../core/library/records.ts';
import { ALL } from '../../../core/query/query.ts';
import { expectSame } from './answers.ts';
import { articleRecord, catalogueOf } from './records.ts';

/** An article of which every field hangs on `order` and how often it was changed. */
function article(order: number, version: number): ArticleRecord {
  const number = order + version;
  return articleRecord({
    slug: `article-${order}`,
    order,
    datePublished: number % 5 === 0 ? null : new Date(Date.UTC(2020, number % 70, number % 28)).toISOString(),
    topics: [`topic-${number % 17}`],
    inLanguage: number % 10 === 0 ? 'de' : 'en',
    entities: [{ name: `Entity ${number % 301}`, type: null }],
  });
}

describe('a catalogue that changes for long', () => {
  test('is the same as one made of what it holds at the end', () => {
    const library = new Map<number, ArticleRecord>();
    const catalogue = createCatalogue();
    for (let change = 0; change < 12_000; change += 1) {
      // 7919 is a prime: the orders 1 to 3000 come by turns, none in its place.
      const order = ((change * 7919) % 3000) + 1;
      if (change % 5 === 4) {
        library.delete(order);
        catalogue.remove(order);
      } else {
        library.set(order, article(order, change % 7));
        catalogue.upsert(article(order, change % 7));
      }
    }
    expect(catalogue.size).toBe(library.size);
    expectSame(catalogue.select(ALL, 0), catalogueOf(...library.values()).select(ALL, 0));
    const english = [...library.values()].filter(({ inLanguage }) => inLanguage === 'en').map(({ order }) => order);
    const found = catalogue.select({ kind: 'field', field: 'lang', value: 'en' }, 0);
    expect(found.orders('saved', 0, 3000)).toEqual(english.sort((one, other) => other - one));
    expect(english.length).toBeGreaterThan(2000);
  });

  test('leaves its selections as they were', () => {
    const records = Array.from({ length: 300 }, (_, index) => article(index + 1, 0));
    const catalogue = catalogueOf(...records);
    const selection = catalogue.select({ kind: 'field', field: 'topic', value: 'topic-3' }, 0);
    for (let change = 0; change < 5_000; change += 1) catalogue.upsert(article((change % 400) + 1, change));
    const before = catalogueOf(...records).select({ kind: 'field', field: 'topic', value: 'topic-3' }, 0);
    expectSame(selection, before);
  });
});

test('a value that is all there is to thousands of articles is found in every one', () => {
  const articles = Array.from({ length: 2_500 }, (_, index) => ({ order: index + 1, topics: ['ai'] }));
  expect(catalogueOf(...articles).select({ kind: 'field', field: 'topic', value: 'ai' }, 0).total).toBe(2_500);
});

describe('a catalogue of more values than 16 bits can number', () => {
  const COUNT = 66_000;
  const entity = (index: number) => ({ name: `Name ${index}`, type: null });
  const wide = catalogueOf(
    ...Array.from({ length: COUNT / 10 }, (_, index) =>
      articleRecord({
        slug: `article-${index}`,
        order: index + 1,
        entities: Array.from({ length: 10 }, (_, offset) => entity(index * 10 + offset)),
      }),
    ),
  );

  test('tells them all apart, and so does the one that was stored', () => {
    const stored = openCatalogue(structuredClone(wide.image()));
    for (const catalogue of [wide, stored]) {
      for (const index of [0, 464, 65_535, 65_536, COUNT - 1]) {
        const found = catalogue?.select({ kind: 'field', field: 'entity', value: `name ${index}` }, 0);
        expect(found?.orders('saved', 0, 9)).toEqual([Math.floor(index / 10) + 1]);
      }
      expect(catalogue?.select(ALL, 0).values({ facet: 'entities', words: '', from: 0, to: 0 }).total).toBe(COUNT);
    }
  });
});
