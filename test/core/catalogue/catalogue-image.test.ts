import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Catalogue, createCatalogue, openCatalogue } from '../../../core/catalogue/catalogue.ts';
import { ALL } from '../../../core/query/query.ts';
import { expectSame } from './answers.ts';
import { records } from './library-generators.ts';
import { articleRecord } from './records.ts';

function someArticles(): Catalogue {
  const catalogue = createCatalogue();
  catalogue.upsert(articleRecord({ slug: 'a', order: 1, topics: ['ai', 'law'], datePublished: '2026-05-01' }));
  catalogue.upsert(articleRecord({ slug: 'b', order: 2, topics: ['ai'], inLanguage: 'en-US' }), ['revision']);
  catalogue.upsert(articleRecord({ slug: 'c', order: 3, entities: [{ name: 'OpenAI', type: null }] }));
  return catalogue;
}

/** The image as the plain, changeable thing that storage gives back. */
function storedParts(): Record<string, unknown> {
  return { ...structuredClone(someArticles().image()) };
}

describe('the image of a catalogue', () => {
  test('gives the same catalogue again', () => {
    const check = fc.property(fc.array(records), (saved) => {
      const catalogue = createCatalogue();
      for (const record of saved) catalogue.upsert(record);
      const opened = openCatalogue(structuredClone(catalogue.image()));
      expect(opened?.size).toBe(catalogue.size);
      if (opened !== null) expectSame(opened.select(ALL, 0), catalogue.select(ALL, 0));
    });
    fc.assert(check, { numRuns: 200 });
  });

  test('stays as it is when the catalogue changes', () => {
    const catalogue = someArticles();
    const image = catalogue.image();
    const before = structuredClone(image);
    catalogue.remove(1);
    catalogue.upsert(articleRecord({ slug: 'b', order: 2 }));
    catalogue.upsert(articleRecord({ slug: 'd', order: 4, topics: ['new'] }));
    catalogue.select(ALL, 0).orders('published', 0, 9);
    expect(image).toEqual(before);
    expect(catalogue.image()).not.toEqual(before);
  });

  test('has no names that no article has any more', () => {
    const catalogue = someArticles();
    catalogue.remove(3);
    expect(catalogue.image().names).not.toContain('OpenAI');
    expect(catalogue.select(ALL, 0).count('topics', 'ai')).toBe(2);
  });

  test('of no articles opens as a catalogue without articles', () => {
    expect(openCatalogue(structuredClone(createCatalogue().image()))?.size).toBe(0);
  });
});

describe('what is no image', () => {
  test.each([undefined, null, 1, 'text', [], {}, new Uint8Array(9), { format: 1 }])('is not opened: %j', (other) => {
    expect(openCatalogue(other)).toBeNull();
  });

  test('nor one of another format', () => {
    expect(openCatalogue({ ...storedParts(), format: 0 })).toBeNull();
  });

  const parts = Object.keys(storedParts());

  test.each(parts)('nor one without its %s', (part) => {
    const { [part]: _, ...rest } = storedParts();
    expect(openCatalogue(rest)).toBeNull();
  });

  test.each(parts.filter((part) => part !== 'format'))('nor one whose %s is cut short', (part) => {
    const image = storedParts();
    const whole = image[part] as Uint8Array | string;
    expect(openCatalogue({ ...image, [part]: whole.slice(0, -1) })).toBeNull();
  });

  test.each([
    ['values that are not as many as counted', 'valueCounts'],
    ['flags that are not as many as counted', 'flagCounts'],
    ['a row that there is not', 'byPublished'],
    ['values that begin after they end', 'starts'],
    ['names that begin after they end', 'nameStarts'],
    ['facets that begin after they end', 'facetStarts'],
    ['orders that do not ascend', 'orders'],
  ])('nor one with %s', (_, part) => {
    const image = storedParts();
    (image[part] as Uint32Array).fill(200, 1, 2);
    expect(openCatalogue(image)).toBeNull();
  });

  test('nor one that lists a row twice, or out of order', () => {
    for (const rows of [
      [0, 2, 2],
      [2, 1, 0],
      [0, 1, 2],
    ]) {
      expect(openCatalogue({ ...storedParts(), byPublished: Uint32Array.from(rows) })).toBeNull();
    }
  });

  test('opens nothing that then throws, whatever a number is replaced by', () => {
    const damage = fc.record({ part: fc.constantFrom(...parts), at: fc.nat(20), number: fc.nat(400) });
    const check = fc.property(damage, ({ part, at, number }) => {
      const image = storedParts();
      const numbers = image[part];
      if (ArrayBuffer.isView(numbers)) (numbers as Uint8Array).fill(number, at, at + 1);
      const opened = openCatalogue(image);
      if (opened !== null) expectSame(opened.select(ALL, 0), opened.select(ALL, 0));
      opened?.upsert(articleRecord({ slug: 'd', order: 2, topics: ['ai', 'new'] }));
      opened?.image();
    });
    fc.assert(check, { numRuns: 500 });
  });
});
