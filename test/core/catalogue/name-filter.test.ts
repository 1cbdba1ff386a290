import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFilter } from '../../../core/catalogue/name-filter.ts';
import { fold } from '../../../core/query/fold.ts';

test.each([
  ['entities', 'alt', 'Sam Altman', true],
  ['entities', 'tman', 'Sam Altman', false],
  ['entities', 'SAM ALT', 'Sam Altman', true],
  ['entities', 'sam  alt', 'sam altman', true],
  ['entities', 'ete', 'Été', true],
  ['entities', 'té', 'Été à', false],
  ['entities', 'a', 'Été à', true],
  ['entities', '4', 'GPT-4', true],
  ['entities', 'gpt-', 'GPT-4', true],
  ['entities', 'タワー', '東京タワー', true],
  ['entities', '京', 'GPT東京', true],
  ['entities', '𝕩', 'a𝕩', false],
  ['topics', 'ai-po', 'ai-policy', true],
  ['topics', 'AI policy', 'ai-policy', true],
  ['entities', 'AI policy', 'ai-policy', false],
  ['tags', '🎉', 'now🎉', true],
  ['tags', 'c+', 'C++ (17)', true],
  ['tags', '(17', 'C++ (17)', true],
  ['tags', 'to do', ' To \t do', true],
  ['tags', 'to do', 'To-do', false],
  ['tags', 'a.b', 'axb', false],
] as const)('in the %s "%s" asks for "%s": %s', (facet, words, name, isNamed) => {
  expect(nameFilter(facet, words)?.(name)).toBe(isNamed);
});

test.each(['', '  '])('nothing written asks for nothing', (words) => {
  expect(nameFilter('entities', words)).toBeNull();
});

test('a name is found by each of its words, cut short anywhere, in any spelling', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '4', '東', '-', '+'), minLength: 1, maxLength: 4 });
  const given = fc.record({
    before: fc.constantFrom('', 'x ', 'É ', '東 '),
    word,
    length: fc.integer({ min: 1, max: 4 }),
  });
  const check = fc.property(given, ({ before, word: named, length }) => {
    const asked = named.slice(0, length);
    for (const spelling of [asked, asked.toUpperCase(), fold(asked)]) {
      expect(nameFilter('entities', spelling)?.(before + named)).toBe(true);
    }
    expect(nameFilter('entities', `${asked}q`)?.(before + named)).toBe(false);
  });
  fc.assert(check);
});
