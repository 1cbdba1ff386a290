import { afterEach, describe, expect, test } from 'vitest';
import { type Catalogue, createCatalogue } from '../../../core/catalogue/catalogue.ts';
import type { ArticleRecord } from '../../../core/library/records.ts';
import { parseQuery } from '../../../core/query/parse-query.ts';
import { articleRecord } from './records.ts';

const NOW = Date.UTC(2026, 5, 30, 12);

function catalogueOf(...records: readonly (Partial<ArticleRecord> & { readonly slug: string })[]): Catalogue {
  const catalogue = createCatalogue();
  for (const fields of records) catalogue.upsert(articleRecord(fields));
  return catalogue;
}

function search(catalogue: Catalogue, text: string, sort: 'saved' | 'published' = 'saved') {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return catalogue.search(parsed.query, { now: NOW, sort });
}

function slugs(catalogue: Catalogue, text: string, sort: 'saved' | 'published' = 'saved'): readonly string[] {
  const result = search(catalogue, text, sort);
  return result.slugs(0, result.total);
}

describe('a catalogue', () => {
  test('knows what it holds', () => {
    const catalogue = catalogueOf({ slug: 'a' }, { slug: 'b' }, { slug: 'a' });
    expect(catalogue.size).toBe(2);
    catalogue.remove('a');
    catalogue.remove('never-there');
    expect([catalogue.size, catalogue.has('a'), catalogue.has('b')]).toEqual([1, false, true]);
  });

  test('without articles finds nothing and counts nothing', () => {
    const { total, facets } = search(createCatalogue(), '');
    expect(total).toBe(0);
    expect(Object.values(facets).flat()).toEqual([]);
  });

  test('forgets what an article was before it was replaced', () => {
    const catalogue = catalogueOf({ slug: 'a', headline: 'Old words', topics: ['x', 'y'] });
    catalogue.upsert(articleRecord({ slug: 'a', headline: 'New', topics: ['z'] }));
    expect(slugs(catalogue, 'old ')).toEqual([]);
    expect(search(catalogue, '').facets.topics).toEqual([{ value: 'z', count: 1 }]);
  });
});

describe('a result', () => {
  test('stays as it is when the catalogue changes', () => {
    const catalogue = catalogueOf({ slug: 'a', order: 1 }, { slug: 'b', order: 2 });
    const result = search(catalogue, '');
    catalogue.remove('a');
    catalogue.upsert(articleRecord({ slug: 'c', order: 3 }));
    expect(result.slugs(0, 9)).toEqual(['b', 'a']);
    expect([result.slugAt(0), result.slugAt(1)]).toEqual(['b', 'a']);
  });

  test('has no slug outside its range', () => {
    const result = search(catalogueOf({ slug: 'a' }), '');
    expect(() => result.slugAt(1)).toThrow(RangeError);
    expect(() => result.slugAt(-1)).toThrow(RangeError);
    expect(result.slugs(1, 5)).toEqual([]);
  });

  test('is in the order of saving, or of publishing with unknown dates last', () => {
    const catalogue = catalogueOf(
      { slug: 'undated', order: 4 },
      { slug: 'noon', order: 1, datePublished: '2026-06-28T12:00:00.000Z' },
      { slug: 'day', order: 3, datePublished: '2026-06-28' },
      { slug: 'next', order: 2, datePublished: '2026-06-29' },
    );
    expect(slugs(catalogue, '')).toEqual(['undated', 'day', 'next', 'noon']);
    expect(slugs(catalogue, '', 'published')).toEqual(['next', 'noon', 'day', 'undated']);
  });
});

describe('a search', () => {
  test('finds words in headline, description, topics and entities, and nowhere else', () => {
    const catalogue = catalogueOf({
      slug: 'a',
      headline: 'Headline',
      description: 'Described',
      topics: ['ai-policy'],
      entities: [{ name: 'Sam Altman', type: null }],
      canonicalSource: 'https://theverge.com/x',
      own: { tags: ['later'], readAt: null, starredAt: null, archivedAt: null },
    });
    for (const found of ['headline ', 'describ', '"ai policy"', 'altman '])
      expect(slugs(catalogue, found)).toEqual(['a']);
    for (const missed of ['theverge', 'later', 'describ ', '"headline described"', '"policy sam"'])
      expect(slugs(catalogue, missed)).toEqual([]);
  });

  test('finds two characters of a script without spaces wherever they stand', () => {
    const catalogue = catalogueOf({ slug: 'a', headline: '昨日の東京タワーで' }, { slug: 'b', headline: 'GPT4発表' });
    expect(slugs(catalogue, '東京 ')).toEqual(['a']);
    expect(slugs(catalogue, '"京タ"')).toEqual(['a']);
    expect(slugs(catalogue, 'GPT4発 ')).toEqual(['b']);
    expect(slugs(catalogue, '京都 ')).toEqual([]);
  });

  test('takes no notice of words without a letter or digit', () => {
    const catalogue = catalogueOf({ slug: 'a', headline: 'AI & policy' });
    expect(slugs(catalogue, 'ai & policy ')).toEqual(['a']);
    expect(slugs(catalogue, '-& ')).toEqual(['a']);
    expect(slugs(catalogue, '"—" OR nothing ')).toEqual([]);
  });

  test('asks for a language with all its regions', () => {
    const catalogue = catalogueOf({ slug: 'a', inLanguage: 'en-US', order: 2 }, { slug: 'b', inLanguage: 'en' });
    expect(slugs(catalogue, 'lang:en')).toEqual(['a', 'b']);
    expect(slugs(catalogue, 'lang:en-us')).toEqual(['a']);
    expect(search(catalogue, '').facets.languages).toEqual([
      { value: 'en', count: 2 },
      { value: 'en-US', count: 1 },
    ]);
  });

  test('shows a facet value as it was first spelt, and counts its spellings together', () => {
    const catalogue = catalogueOf(
      { slug: 'a', entities: [{ name: 'OpenAI', type: null }] },
      { slug: 'b', entities: [{ name: 'OPENAI', type: null }] },
    );
    expect(search(catalogue, '').facets.entities).toEqual([{ value: 'OpenAI', count: 2 }]);
  });

  test('knows what hangs on an article', () => {
    const catalogue = catalogueOf({ slug: 'plain' });
    catalogue.upsert(articleRecord({ slug: 'noted' }), ['note', 'revision']);
    expect(slugs(catalogue, 'has:note has:revision')).toEqual(['noted']);
    expect(slugs(catalogue, 'has:highlight')).toEqual([]);
  });
});

describe('dates', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test.each([
    ['Asia/Tokyo', '2026-03-29', '2026-03-28T15:00:00.000Z', '2026-03-29T14:59:59.999Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
  ])('of saving are days on the wall in %s', (timeZone, day, first, last) => {
    process.env['TZ'] = timeZone;
    const catalogue = catalogueOf(
      { slug: 'before', savedAt: Date.parse(first) - 1 },
      { slug: 'first', savedAt: Date.parse(first), order: 3 },
      { slug: 'last', savedAt: Date.parse(last), order: 2 },
      { slug: 'after', savedAt: Date.parse(last) + 1 },
    );
    expect(slugs(catalogue, `saved:${day}`)).toEqual(['first', 'last']);
  });

  test('of publishing are days in UTC, as the site writes them', () => {
    process.env['TZ'] = 'Asia/Tokyo';
    const catalogue = catalogueOf({ slug: 'a', datePublished: '2026-06-28T23:30:00.000Z' });
    expect(slugs(catalogue, 'published:2026-06-28')).toEqual(['a']);
    expect(slugs(catalogue, 'published:2026-06-29..')).toEqual([]);
  });

  test('an age of one month ends on the last day of a shorter month', () => {
    const catalogue = catalogueOf(
      { slug: 'older', datePublished: '2026-02-28T12:00:00.000Z', order: 2 },
      { slug: 'younger', datePublished: '2026-02-28T12:00:00.001Z' },
      { slug: 'undated' },
    );
    const at = (text: string) => {
      const parsed = parseQuery(text);
      if (!parsed.ok) throw new Error(text);
      return catalogue.search(parsed.query, { now: Date.UTC(2026, 2, 31, 12), sort: 'saved' }).slugs(0, 9);
    };
    expect(at('published:>1m')).toEqual(['older']);
    expect(at('published:<1m')).toEqual(['younger']);
  });
});
