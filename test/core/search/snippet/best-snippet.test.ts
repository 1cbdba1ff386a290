import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../core/query/parse-query.ts';
import type { Query } from '../../../../core/query/query.ts';
import { bestSnippet } from '../../../../core/search/snippet/best-snippet.ts';
import { WORDS } from '../libraries.ts';

function query(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.query;
}

/** The passage with its marks in brackets. */
function shown(text: string, asked: string, length?: number): string {
  const { start, end, marks } = bestSnippet(text, query(asked), length);
  let out = '';
  let at = start;
  for (const mark of marks) {
    out += `${text.slice(at, mark.start)}[${text.slice(mark.start, mark.end)}]`;
    at = mark.end;
  }
  return out + text.slice(at, end);
}

describe('a snippet', () => {
  test.each([
    ['The Zürich inflation report', 'zurich ', 'The [Zürich] inflation report'],
    ['The Zu\u0308rich report', 'zürich ', 'The [Zu\u0308rich] report'],
    ['co\u00adoperation and cooperatives', 'cooper', '[co\u00adoperation] and [cooperatives]'],
    ['東京タワーに行く', '京タ', '東[京タ]ワーに行く'],
    ['GPT4発表のニュース', 'gpt4 発表', '[GPT4発表]のニュース'],
    ['ข่าววันนี้', 'วันนี้', 'ข่าว[วันนี้]'],
    ['한국어 정책을 말하다', '정책', '한국어 [정책]을 말하다'],
    ['ｶﾞラス', 'ガラ', '[ｶﾞラ]ス'],
    ['interest rates, rates of interest', '"interest rates"', '[interest rates], rates of interest'],
    ['good, bad', 'good -bad ', '[good], bad'],
    ['nothing here', 'topic:here', 'nothing here'],
    ['nothing here', 'absent', 'nothing here'],
    ['', 'absent', ''],
    ['don’t stop', 'don’t ', '[don’t] stop'],
  ])('of %j for %j marks what the index finds', (text, asked, expected) => {
    expect(shown(text, asked)).toBe(expected);
  });

  test('prefers the passage that has all the words over one that repeats a word', () => {
    const text = `rates rates rates rates. ${'filler '.repeat(40)}Here interest and rates meet. ${'filler '.repeat(40)}`;
    expect(shown(text, 'interest rates ', 60)).toContain('Here [interest] and [rates] meet.');
  });

  test('begins and ends with whole words', () => {
    const text = `${'lorem ipsum '.repeat(30)}needle ${'dolor sit '.repeat(30)}`;
    expect(shown(text, 'needle ', 50)).toMatch(/^(lorem|ipsum) .*\[needle\].* (dolor|sit)$/);
  });

  test('stays inside the text, within its length and with its marks in order, whatever is asked', {
    timeout: 30_000,
  }, () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary' })), { maxLength: 40 });
    const check = fc.property(
      texts,
      fc.constantFrom(...WORDS),
      fc.integer({ min: 20, max: 200 }),
      (parts, word, length) => {
        const text = parts.join(' ');
        const { start, end, marks } = bestSnippet(text, { kind: 'word', text: word, prefix: true }, length);
        const places = [start, ...marks.flatMap((mark) => [mark.start, mark.end]), end];
        expect(places).toEqual([...places].sort((one, other) => one - other));
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end - start).toBeLessThanOrEqual(length + 2);
      },
    );
    fc.assert(check, { numRuns: 200 });
  });
});
