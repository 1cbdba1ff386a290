import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvFormat } from '../../../core/formats/csv.ts';
import { aHolding, hostileHolding, nastyHolding, textOf } from '../../support/export-holdings.ts';

/** The rows of a CSV text without its byte order mark, as an independent reading gives them. */
async function rowsOf(text: string) {
  const { data, errors } = Papa.parse(text.replace(/^\uFEFF/, ''), { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  return data.slice(0, -1);
}

/** What spreadsheets take for the beginning of a formula, wide forms included. */
const BEGINS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const guarded = (text: string) => (BEGINS_FORMULA.test(text) ? `'${text}` : text);

describe('CSV', () => {
  it('writes one row an article under a row of names, after a byte order mark', async () => {
    const read = Date.UTC(2026, 0, 1);
    const text = await textOf(csvFormat, [aHolding({}, '', { tags: ['a', 'b'], note: 'mine', readAt: read })]);
    expect(text.split('\r\n')).toEqual([
      '\uFEFFheadline,description,url,canonicalSource,datePublished,dateModified,inLanguage,topics,entities,wordCount,tags,note,readAt,starredAt,archivedAt,savedAt,checkedAt,goneAt',
      'A first article,What it is about.,https://wpnews.pro/news/a-first-article,https://source.example/first,2026-06-28T04:40:03.000Z,2026-06-28T05:40:42.082Z,en,artificial-intelligence; ai-policy,Ada Lovelace,3,a; b,mine,2026-01-01T00:00:00.000Z,,,2026-11-03T12:00:00.000Z,2026-11-03T12:00:00.000Z,',
      '',
    ]);
  });

  it('puts an apostrophe before what a spreadsheet would take for a formula', async () => {
    const [, row] = await rowsOf(await textOf(csvFormat, [hostileHolding()]));
    expect(row?.[0]).toBe(
      '\'=HYPERLINK("https://evil.example","x"), {50%} of $5 & <script>alert(1)</script> ]]> “日本” 😀',
    );
    expect(row?.[8]).toBe('\'@SUM(1+1)*cmd|"/C calc"!A0; CON');
    expect(row?.[11]).toMatch(/^'-2\+3\n/);
  });

  it('is read back to the same cells, and no cell begins a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nastyHolding, { maxLength: 4 }), async (holdings) => {
        const rows = await rowsOf(await textOf(csvFormat, holdings));
        expect(rows.slice(1).map(([headline]) => headline)).toEqual(
          holdings.map(({ article }) => guarded(article.headline.toWellFormed())),
        );
        for (const cell of rows.flat()) expect(cell).not.toMatch(BEGINS_FORMULA);
        for (const row of rows) expect(row).toHaveLength(18);
      }),
      { numRuns: 100 },
    );
  });
});
