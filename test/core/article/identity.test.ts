import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../core/article/article.ts';
import {
  articleAddress,
  isSlug,
  slugOfAddress,
  slugOfFinalAddress,
  sourceAddress,
} from '../../../core/article/identity.ts';

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const slugs = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join('-'));

describe('slugOfAddress', () => {
  it.each([
    'https://wpnews.pro/news/gpt-5-6',
    'https://wpnews.pro/news/gpt-5-6/',
    'https://www.wpnews.pro/news/gpt-5-6?utm_source=x&page=2#top',
    'HTTPS://WPNEWS.PRO/news/gpt-5-6',
    'https://wpnews.pro:443/news/gpt-5-6',
    'https://wpnews.pro/news/gpt-5-6.jsonld',
    'https://wpnews.pro/news/gpt-5-6.json',
    'https://wpnews.pro/news/gpt-5-6.md',
    'https://wpnews.pro/news/gpt-5-6.txt',
    'https://wpnews.pro/news/x/../gpt-5-6',
  ])('finds the article in %s', (address) => {
    expect(slugOfAddress(address)).toBe('gpt-5-6');
  });

  it.each([
    '',
    'gpt-5-6',
    '/news/gpt-5-6',
    'https://wpnews.pro/',
    'https://wpnews.pro/news',
    'https://wpnews.pro/news/',
    'https://wpnews.pro/news?page=2',
    'https://wpnews.pro/topics/ai-safety',
    'https://wpnews.pro/news/GPT-5-6',
    'https://wpnews.pro/news/gpt--5',
    'https://wpnews.pro/news/-gpt',
    'https://wpnews.pro/news/gpt.exe',
    'https://wpnews.pro/news/gpt%2d5',
    'https://wpnews.pro/news/a/b',
    `https://wpnews.pro/news/${'a'.repeat(201)}`,
    'http://wpnews.pro/news/gpt-5-6',
    'https://wpnews.pro:8443/news/gpt-5-6',
    'https://wpnews.pro.evil.example/news/gpt-5-6',
    'https://evil.example/https://wpnews.pro/news/gpt-5-6',
    'https://wpnews.pro@evil.example/news/gpt-5-6',
    'https://user:secret@wpnews.pro/news/gpt-5-6',
    'https://api.wpnews.pro/news/gpt-5-6',
    'https://wpnews.pro./news/gpt-5-6',
    'https://wpnews.рго/news/gpt-5-6',
    'javascript:https://wpnews.pro/news/gpt-5-6',
  ])('finds no article in %j', (address) => {
    expect(slugOfAddress(address)).toBeNull();
  });

  it('undoes every address the product builds', () => {
    fc.assert(
      fc.property(slugs, fc.constantFrom(...SOURCES), (slug, source) => {
        expect(isSlug(slug)).toBe(true);
        expect(slugOfAddress(articleAddress(slug))).toBe(slug);
        expect(slugOfAddress(sourceAddress(slug, source))).toBe(slug);
        expect(slugOfFinalAddress(sourceAddress(slug, source))).toEqual({ ok: true, value: slug });
      }),
    );
  });

  it('answers a slug or null for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((tail) => `https://wpnews.pro/${tail}`),
          fc.string().map((tail) => articleAddress(tail)),
        ),
        (address) => {
          const slug = slugOfAddress(address);
          expect(slug === null || isSlug(slug)).toBe(true);
        },
      ),
    );
  });
});

describe('slugOfFinalAddress', () => {
  it('tells a renamed article from a redirect that leads astray', () => {
    expect(slugOfFinalAddress('https://wpnews.pro/news/renamed')).toEqual({ ok: true, value: 'renamed' });
    for (const astray of [
      'https://wpnews.pro/',
      'https://www.wpnews.pro/news/a',
      'https://evil.example/news/a',
      'about:blank',
      '',
    ])
      expect(slugOfFinalAddress(astray)).toMatchObject({ ok: false, problem: { kind: 'misdirected' } });
  });
});
