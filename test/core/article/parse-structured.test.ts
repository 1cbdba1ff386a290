import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseInlinePage } from '../../../core/article/inline-page.ts';
import { parseMarkdownAlternate } from '../../../core/article/markdown-alternate.ts';
import { parseJsonText, parseStructured } from '../../../core/article/parse-structured.ts';
import { parseTextAlternate } from '../../../core/article/text-alternate.ts';
import { expectSound } from './draft-rules.ts';
import { json } from './json-values.ts';

const SLUG = 'an-article';
const FOLDER = new URL('../../fixtures/articles/', import.meta.url);
const documents = readdirSync(FOLDER)
  .filter((name) => /\.(?:jsonld|json)$/.test(name) && !/expected|broken/.test(name))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8').replace('\uFEFF', ''));

// Thousands of documents take longer than a unit test usually may.
vi.setConfig({ testTimeout: 60_000 });

const prototypeKeys = Reflect.ownKeys(Object.prototype).length;

afterEach(() => {
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(prototypeKeys);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

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
