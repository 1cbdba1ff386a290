import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { fold, isUnspaced, words } from '../../../core/query/fold.ts';

// Thousands of cases each: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

describe('folding', () => {
  test.each([
    ['Beyoncé', 'beyonce'],
    ['STRASSE', 'Straße'],
    ['ΟΔΟΣ', 'οδός'],
    ['İstanbul', 'istanbul'],
    ['ＧＰＴ', 'gpt'],
    ['ﬁle', 'file'],
    ['ё', 'е'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['ｶﾞ', 'ガ'],
    ['  Sam \n Altman\u00a0', 'sam altman'],
    ['co\u00adoperate', 'cooperate'],
  ])('makes %j and %j one', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each([
    ['कि', 'का'],
    ['が', 'か'],
    ['ปี', 'ปา'],
  ])('keeps %s and %s apart: their marks spell', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test('makes the last letter of a Greek word the same as one inside a word', () => {
    expect(fold('ΟΔΟΣΗΜΑ')).toContain(fold('οδος'));
  });

  test('of a folded text changes nothing, whatever its case was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
      }),
      { numRuns: 5_000 },
    );
  });

  test('does not depend on the case of any letter', () => {
    const differing: string[] = [];
    for (let code = 0x41; code < 0x20000; code += 1) {
      const letter = String.fromCodePoint(code);
      const folded = fold(`a${letter}b`);
      if (fold(`A${letter.toUpperCase()}B`) !== folded || fold(`a${letter.toLowerCase()}b`) !== folded)
        differing.push(letter);
    }
    expect(differing).toEqual([]);
  });
});

describe('words', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['“GPT-4o”, don’t!', ['gpt', '4o', 'don', 't']],
    ['state_of 🎉 art', ['state', 'of', 'art']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['GPT4発表、東京タワーで', ['gpt4', '発表', '東京タワーで']],
    ['한국어 뉴스', ['한국어', '뉴스']],
    ['ข่าววันนี้ AI', ['ข่าววันนี้', 'ai']],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('are the same whether or not the text beside them needs folding', () => {
    const plain = fc.string({
      unit: fc.constantFrom('a', 'B', 'É', '9', ' ', '\n', '-', '’', '“', '…', '‐', '—', '_', '\x7f', '+'),
    });
    fc.assert(
      fc.property(plain, (text) => {
        expect([...words(text), 'e']).toEqual(words(`${text} é`));
      }),
    );
  });

  test('know whether their script puts spaces between words', () => {
    expect(['東京', 'カタカナ', 'ข่าว', 'ー'].map(isUnspaced)).toEqual([true, true, true, true]);
    expect(['tokyo', '한국어', 'हिन्दी', '4'].map(isUnspaced)).toEqual([false, false, false, false]);
  });
});
