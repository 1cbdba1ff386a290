import { afterEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { parseQuery } from '../../../core/query/parse-query.ts';
import { catalogueOf } from './records.ts';

function orders(catalogue: Catalogue, text: string, now = 0): readonly number[] {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return catalogue.select(parsed.query, now).orders('saved', 0, 99);
}

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
      { order: 1, savedAt: Date.parse(first) - 1 },
      { order: 2, savedAt: Date.parse(first) },
      { order: 3, savedAt: Date.parse(last) },
      { order: 4, savedAt: Date.parse(last) + 1 },
    );
    expect(orders(catalogue, `saved:${day}`)).toEqual([3, 2]);
  });

  test('of publishing are days in UTC, as the site writes them', () => {
    process.env['TZ'] = 'Asia/Tokyo';
    const catalogue = catalogueOf({ order: 1, datePublished: '2026-06-28T23:30:00.000Z' });
    expect(orders(catalogue, 'published:2026-06-28')).toEqual([1]);
    expect(orders(catalogue, 'published:2026-06-29..')).toEqual([]);
  });

  test('an age of one month ends on the last day of a shorter month', () => {
    const catalogue = catalogueOf(
      { order: 1, datePublished: '2026-02-28T12:00:00.000Z' },
      { order: 2, datePublished: '2026-02-28T12:00:00.001Z' },
      { order: 3 },
    );
    const at = (text: string) => orders(catalogue, text, Date.UTC(2026, 2, 31, 12));
    expect(at('published:>1m')).toEqual([1]);
    expect(at('published:<1m')).toEqual([2]);
  });
});
