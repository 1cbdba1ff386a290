import { expect, test } from 'vitest';
import { nameFilter } from '../../../core/catalogue/name-filter.ts';

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
] as const)('in the %s "%s" asks for "%s": %s', (facet, words, name, isNamed) => {
  expect(nameFilter(facet, words)?.(name)).toBe(isNamed);
});

test.each(['', '  '])('nothing written asks for nothing', (words) => {
  expect(nameFilter('entities', words)).toBeNull();
});
