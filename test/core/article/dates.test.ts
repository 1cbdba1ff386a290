import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, timeOfDate } from '../../../core/article/dates.ts';

describe('readDate', () => {
  it.each([
    ['2026-06-28 04:40:03+00:00', '2026-06-28T04:40:03.000Z'],
    ['2026-06-28 05:40:42.082474+00:00', '2026-06-28T05:40:42.082Z'],
    ['2026-06-28 05:40:42.9999', '2026-06-28T05:40:42.999Z'],
    ['2026-05-21T00:00:00Z', '2026-05-21T00:00:00.000Z'],
    ['2026-05-21t00:00:00z', '2026-05-21T00:00:00.000Z'],
    ['2026-06-28T04:40:03.5+05:30', '2026-06-27T23:10:03.500Z'],
    ['2026-06-28T04:40:03-0800', '2026-06-28T12:40:03.000Z'],
    ['2026-06-28T04:40:03+02', '2026-06-28T02:40:03.000Z'],
    ['2026-06-28T04:40', '2026-06-28T04:40:00.000Z'],
    ['2026-06-28 04:40:03 UTC', '2026-06-28T04:40:03.000Z'],
    ['  2026-06-28\n', '2026-06-28'],
    ['20260628', '2026-06-28'],
    ['Jun 28, 2026', '2026-06-28'],
    ['Sept 3, 2026', '2026-09-03'],
    ['28 June 2026', '2026-06-28'],
    ['Sun, 28 Jun 2026 04:40:03 +0000', '2026-06-28T04:40:03.000Z'],
    ['Sun, 28 Jun 2026 04:40:03 GMT', '2026-06-28T04:40:03.000Z'],
    ['1782621603', '2026-06-28T04:40:03.000Z'],
    ['1782621603000', '2026-06-28T04:40:03.000Z'],
    [1782621603, '2026-06-28T04:40:03.000Z'],
    [1782621603000, '2026-06-28T04:40:03.000Z'],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['2028-02-29', '2028-02-29'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ])('reads %j as %s', (value, expected) => {
    expect(readDate(value)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    'Invalid Date',
    'yesterday',
    '2026',
    '2026-06',
    '2026-13-01',
    '2026-02-29',
    '2026-06-31',
    '2026-06-28T24:00:00Z',
    '2026-06-28T04:60:00Z',
    '0000-01-01',
    '9999-12-31T23:59:59-01:00',
    '0001-01-01T00:00:00+01:00',
    '12026-01-01',
    'Foo 28, 2026',
    '2026-06-28'.padEnd(100, '0'),
    0,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e300,
    null,
    undefined,
    true,
    [],
    {},
  ])('takes %j for no date', (value) => {
    expect(readDate(value)).toBeNull();
  });

  it('reads back every instant it can print', () => {
    const years = {
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(years), (date) => {
        expect(readDate(date.toISOString())).toBe(date.toISOString());
        expect(timeOfDate(date.toISOString())).toBe(date.getTime());
        expect(readDate(date.toISOString().replace('T', ' ').replace('Z', '123+00:00'))).toBe(date.toISOString());
      }),
    );
  });

  it('answers one of the two forms or null, whatever the text', () => {
    const pieces = fc.constantFrom('2026', '-', '06', '28', 'T', ' ', ':', '04', '.', '9', '+', 'Z', 'Jun', ',', 'GMT');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          expect(readDate(text) ?? '2026-06-28').toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{3}Z)?$/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
