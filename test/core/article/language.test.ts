import { describe, expect, it } from 'vitest';
import { isSameLanguage, readLanguageTag } from '../../../core/article/language.ts';

describe('readLanguageTag', () => {
  it.each([
    ['en', 'en'],
    ['EN-us', 'en-US'],
    [' pt_BR ', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['eng', 'en'],
    ['iw', 'he'],
  ])('brings %j to the canonical %s', (text, expected) => {
    expect(readLanguageTag(text)).toBe(expected);
  });

  it.each(['', 'English', 'und', 'zxx', 'e', 'en-', 'en-US-US', 'http://example.org/en', `en-${'a'.repeat(40)}`])(
    'takes %j for no language',
    (text) => {
      expect(readLanguageTag(text)).toBeNull();
    },
  );

  it('compares languages, not regions', () => {
    expect(isSameLanguage('en-US', 'EN_gb')).toBe(true);
    expect(isSameLanguage('en', 'et')).toBe(false);
  });
});
