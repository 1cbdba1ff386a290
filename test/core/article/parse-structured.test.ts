import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseInlinePage } from '../../../core/article/inline-page.ts';
import { parseMarkdownAlternate } from '../../../core/article/markdown-alternate.ts';
import { parseJsonText, parseStructured } from '../../../core/article/parse-structured.ts';
import { parseTextAlternate } from '../../../core/article/text-alternate.ts';
import { expectSound } from './draft-rules.ts';

const SLUG = 'an-article';
const FOLDER = new URL('../../fixtures/articles/', import.meta.url);
const documents = readdirSync(FOLDER)
  .filter((name) => /\.(?:jsonld|json)$/.test(name) && !/expected|broken/.test(name))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8').replace('\uFEFF', ''));

// Thousands of documents and megabytes of input take longer than a unit test usually may.
vi.setConfig({ testTimeout: 60_000 });

const prototypeKeys = Reflect.ownKeys(Object.prototype).length;

afterEach(() => {
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(prototypeKeys);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

const terms = fc.constantFrom(
  ...[
    '@type',
    '@id',
    '@graph',
    '@value',
    '@list',
    '@set',
    '@language',
    '@context',
    'schema:headline',
    '__proto__',
    'then',
  ],
  ...[
    'constructor',
    'toString',
    'headline',
    'title',
    'name',
    'description',
    'articleBody',
    'body_md',
    'hasPart',
    'text',
  ],
  ...[
    'datePublished',
    'published_at',
    'inLanguage',
    'url',
    'mainEntityOfPage',
    'isBasedOn',
    'citation',
    'sameAs',
    'slug',
  ],
  ...[
    'topics',
    'keywords',
    'articleSection',
    'about',
    'mentions',
    'entities',
    'genre',
    'termCode',
    'wordCount',
    'data',
    'en',
  ],
);
const values = fc.oneof(
  fc.constantFrom(
    'NewsArticle',
    'schema:Article',
    'Person',
    'DefinedTerm',
    'en',
    'an-article',
    '2026-06-28 04:40:03+00:00',
  ),
  fc.constantFrom(
    'https://wpnews.pro/news/an-article',
    'https://wpnews.pro/news/other',
    'https://example.org/a',
    '//x',
    '/topics/a',
  ),
  fc.constantFrom(
    'AI Policy',
    'ai-policy',
    'a, b; c',
    '<p>Text</p>',
    '&amp;#0;',
    '\uD800',
    '\u202E',
    '# x',
    '',
    ' ',
    '#',
  ),
  fc.constantFrom(0, -1, 1782621603, 1e308, true, null),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
/** JSON made of the words the parser listens to. */
const json = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, values, fc.array(tie('any'), { maxLength: 4 }), tie('node')),
  node: fc
    .array(fc.tuple(terms, tie('any')), { maxLength: 10 })
    // `defineProperty` makes `__proto__` an own key, as JSON.parse does.
    .map((pairs) =>
      pairs.reduce(
        (node, [key, value]) =>
          Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true }),
        {},
      ),
    ),
  article: fc
    .tuple(tie('node'), tie('node'))
    .map(([node, more]) => ({ '@type': 'NewsArticle', ...(more as object), ...(node as object) })),
}));

describe('parseStructured', () => {
  it('never throws and keeps every promise, for any JSON value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), json.any, json.article), (value) => {
        expectSound(parseStructured(value, SLUG), JSON.stringify(value) ?? '');
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throws and keeps every promise, for values that JSON does not have', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
        (inner) => {
          const value = {
            '@type': 'NewsArticle',
            headline: inner,
            about: inner,
            datePublished: inner,
            articleBody: inner,
            url: inner,
          };
          expectSound(parseStructured(value, SLUG), fc.stringify(inner));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('changes nothing in the value it reads', () => {
    fc.assert(
      fc.property(json.article, (value) => {
        const before = JSON.stringify(value);
        parseStructured(value, SLUG);
        expect(JSON.stringify(value)).toBe(before);
      }),
    );
  });

  it('reads a document the same way however it is wrapped', () => {
    fc.assert(
      fc.property(json.article, (article) => {
        const plain = parseStructured(article, SLUG);
        expect(parseStructured([[article]], SLUG)).toEqual(plain);
        expect(parseStructured({ '@context': 'https://schema.org', '@graph': [article] }, SLUG)).toEqual(plain);
        expect(parseStructured({ data: article, meta: {} }, SLUG)).toEqual(plain);
      }),
    );
  });
});

describe('parseJsonText', () => {
  it('never throws and keeps every promise, for valid documents with mistakes in them', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 12 }),
      put: fc.oneof(
        fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', 'null', '\\ud800', '\\u0000', '1e999', '"@id":'),
        fc.string({ maxLength: 4 }),
      ),
    });
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 4 }), (document, edits) => {
        const text = edits.reduce((before, { at, cut, put }) => {
          const start = Math.floor(at * before.length);
          return before.slice(0, start) + put + before.slice(start + cut);
        }, document);
        expectSound(parseJsonText(text, SLUG), text);
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throws and keeps every promise, for valid documents with values exchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.nat(), json.any, (document, nth, value) => {
        let count = 0;
        const changed: unknown = JSON.parse(document, (_, inner: unknown) => (count++ === nth % 60 ? value : inner));
        expectSound(parseStructured(changed, SLUG), document + JSON.stringify(value ?? null));
      }),
      { numRuns: 5_000 },
    );
  });

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
    const start = performance.now();
    expectSound(parseJsonText(text, SLUG), text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('refuses a body beyond bounds instead of keeping a part of it', () => {
    const text = JSON.stringify({ '@type': 'NewsArticle', headline: 'H', articleBody: 'a'.repeat(5_000_001) });
    expect(parseJsonText(text, SLUG)).toMatchObject({ ok: false, problem: { kind: 'too-large' } });
  });
});

it('the other parsers never throw and keep every promise, for any text', () => {
  const pieces = fc.constantFrom(
    '# T\n',
    '\n',
    '> Source: ',
    '<https://example.org>',
    'https://wpnews.pro/news/other',
    '> Published: 2026-06-28',
    '<script type="application/ld+json">',
    '</script>',
    '{"@type":"NewsArticle","headline":"H"}',
    '<html>',
    '\uD800',
    '\u0000',
    '&#0;',
    'word ',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, fc.option(fc.string({ minLength: 1 }), { nil: undefined }), (text, headline) => {
      const known = headline === undefined || headline.trim() === '' || !headline.isWellFormed() ? {} : { headline };
      expectSound(parseMarkdownAlternate(text, SLUG), text);
      expectSound(parseInlinePage(text, SLUG), text);
      expectSound(parseTextAlternate(text, SLUG, known), text + JSON.stringify(known));
    }),
    { numRuns: 5_000 },
  );
});

it.each(['# ', '# T\n\n> Source: ', '# T #', '<!--', '<script type="application/ld+json">', '> '])(
  'the other parsers are done with megabytes of white space after %j in bounded time',
  (beginning) => {
    const text = `${beginning}${' '.repeat(1_000_000)}x${'\t#'.repeat(500_000)}y`;
    const start = performance.now();
    expectSound(parseMarkdownAlternate(text, SLUG), text);
    expectSound(parseInlinePage(text, SLUG), text);
    expectSound(parseTextAlternate(text, SLUG, {}), text);
    expect(performance.now() - start).toBeLessThan(20_000);
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
