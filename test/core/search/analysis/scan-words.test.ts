import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanWords } from '../../../../core/search/analysis/scan-words.ts';
import { gramsOf, isRun, searchWords } from '../../../../core/search/analysis/search-words.ts';
import { LONGEST_TERM, TermTable } from '../../../../core/search/analysis/term-table.ts';
import { TokenList } from '../../../../core/search/analysis/token-list.ts';
import { decodeUtf8 } from '../../../../core/search/bytes/utf8.ts';
import { WORDS } from '../libraries.ts';

function scanned(text: string): readonly string[] {
  const table = new TermTable(16);
  const tokens = new TokenList(1);
  scanWords(text, table, tokens);
  return Array.from(tokens.ids.subarray(0, tokens.length), (id) => decodeUtf8(table.bytesOf(id)));
}

function expected(text: string): readonly string[] {
  return searchWords(text).flatMap((word) => (isRun(word) ? gramsOf(word) : [word]));
}

describe('scanning a text for words', () => {
  test.each<[string, string[]]>([
    ['“Open” AI’s GPT-4o…', ['open', 'ai', 's', 'gpt', '4o']],
    ['Café-Zürich', ['cafe', 'zurich']],
    ['GPT4発表だ', ['gpt4', '発表', '表だ', 'だ']],
    ['2026년 정책을', ['2026', '년', '정책', '책을', '을']],
    ['ข่าว', ['ข่', '่า', 'าว', 'ว']],
  ])('reads %j as %j', (text, terms) => {
    expect(scanned(text)).toEqual(terms);
  });

  test('finds the words that folding the whole text finds, whatever the text', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        ...WORDS,
        ' ',
        '-',
        '\u0301',
        'e\u0301',
        'ﬁ',
        '…',
        '\u2011',
        'ß',
        'İ',
        'Σ',
        '\u3099',
        'か',
        'ᄒ',
        'ᅡ',
        'ᆫ',
        '½',
        '\u00ad',
        '=',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const check = fc.property(
      fc.array(unit, { maxLength: 20 }).map((parts) => parts.join('')),
      (text) => {
        expect(scanned(text)).toEqual(expected(text));
      },
    );
    fc.assert(check, { numRuns: 2_000 });
  });

  test('counts only the beginning of a word without end, and cuts no letter', () => {
    expect(scanned('x'.repeat(500))).toEqual(['x'.repeat(LONGEST_TERM)]);
    expect(scanned('xé'.repeat(300))).toEqual(['xe'.repeat(LONGEST_TERM / 2)]);
    expect(scanned(`x${'д'.repeat(300)}`)).toEqual([`x${'д'.repeat((LONGEST_TERM - 2) / 2)}`]);
  });
});
