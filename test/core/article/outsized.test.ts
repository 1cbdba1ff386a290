import { describe, expect, it, vi } from 'vitest';
import { parseInlinePage } from '../../../core/article/inline-page.ts';
import { parseMarkdownAlternate } from '../../../core/article/markdown-alternate.ts';
import { parseJsonText } from '../../../core/article/parse-structured.ts';
import { parseTextAlternate } from '../../../core/article/text-alternate.ts';
import { cpuTimeOf } from './cpu-time.ts';
import { expectSound } from './draft-rules.ts';

const SLUG = 'an-article';

// Megabytes of input take longer than a unit test usually may. The bounds are wide enough for a busy machine, and far below
// what anything quadratic would take.
vi.setConfig({ testTimeout: 60_000 });

describe('a document out of all proportion', () => {
  it.each<[string, () => string]>([
    ['a hundred thousand brackets', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a million open brackets', () => '['.repeat(1_000_000)],
    ['a hundred thousand levels of graph', () => `${'{"@graph":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['ten thousand levels in every field', () => deepInEveryField(10_000)],
    [
      'a million keys',
      () =>
        `{"@type":"NewsArticle",${Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":0`).join()},"headline":"H"}`,
    ],
    ['a million entities', () => `{"@type":"NewsArticle","headline":"H","mentions":[${'"a",'.repeat(999_999)}"b"]}`],
    ['two hundred thousand nodes of one name', () => `[${'{"@id":"x","@type":"NewsArticle"},'.repeat(200_000)}{}]`],
    [
      'fifty thousand articles',
      () => `[${'{"@type":"NewsArticle","url":["/a","/b"],"headline":"H"},'.repeat(50_000)}{}]`,
    ],
    [
      'ten thousand contexts',
      () =>
        `[${Array.from({ length: 10_000 }, (_, at) => `{"@context":{"p${at}":"https://schema.org/"}},`).join('')}{"@type":"NewsArticle"}]`,
    ],
    ['keywords of slashes', () => `{"@type":"NewsArticle","keywords":["${'/'.repeat(2_000_000)}x","b"]}`],
    ['a key of slashes', () => `{"@type":"NewsArticle","${'/'.repeat(2_000_000)}x":1}`],
    ['lists in lists', () => `{"@type":"NewsArticle","headline":"H","about":${nested(4, 30)}}`],
    [
      'five megabytes in every field',
      () =>
        `{"@type":"NewsArticle",${['headline', 'description', 'keywords', 'inLanguage', 'datePublished', 'url', '@id', 'isBasedOn', 'wordCount'].map((key) => `"${key}":"${'a,&amp; '.repeat(80_000)}"`).join()}}`,
    ],
    [
      'five megabytes of body',
      () => `{"@type":"NewsArticle","headline":"H","articleBody":"${'<p>a &lt; b '.repeat(400_000)}"}`,
    ],
  ])('is done with %s in bounded time', (_, make) => {
    const text = make();
    expect(cpuTimeOf(() => expectSound(parseJsonText(text, SLUG), text))).toBeLessThan(15_000);
  });

  it('refuses a body beyond bounds instead of keeping a part of it', () => {
    const text = JSON.stringify({ '@type': 'NewsArticle', headline: 'H', articleBody: 'a'.repeat(5_000_001) });
    expect(parseJsonText(text, SLUG)).toMatchObject({ ok: false, problem: { kind: 'too-large' } });
  });
});

it.each(['# ', '# T\n\n> Source: ', '# T #', '<!--', '<script type="application/ld+json">', '> '])(
  'the other parsers are done with megabytes of white space after %j in bounded time',
  (beginning) => {
    const text = `${beginning}${' '.repeat(1_000_000)}x${'\t#'.repeat(500_000)}y`;
    for (const parse of [
      () => parseMarkdownAlternate(text, SLUG),
      () => parseInlinePage(text, SLUG),
      () => parseTextAlternate(text, SLUG, {}),
    ])
      expect(cpuTimeOf(() => expectSound(parse(), text))).toBeLessThan(10_000);
  },
);

function deepInEveryField(depth: number): string {
  const deep = `${'[{"@value":'.repeat(depth)}1${'}]'.repeat(depth)}`;
  const fields = [
    'headline',
    'about',
    'mentions',
    'keywords',
    'url',
    'isBasedOn',
    'inLanguage',
    'datePublished',
    'hasPart',
    '@type',
  ];
  return `{"@type":"NewsArticle",${fields.map((field) => `"${field}":${deep}`).join()},"@type":"NewsArticle"}`;
}

function nested(levels: number, width: number): string {
  return levels === 0 ? '"a"' : `[${Array.from({ length: width }, () => nested(levels - 1, width)).join()}]`;
}
