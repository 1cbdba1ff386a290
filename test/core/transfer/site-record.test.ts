import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefusalReason } from '../../../core/transfer/import-report.ts';
import { readSiteRecord, refusalOf } from '../../../core/transfer/site-record.ts';

const FIXTURES = new URL('../../fixtures/articles/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'));
const seed = read('seed--native-record.json') as Record<string, unknown>;
const SLUG = 'south-korea-japan-agree-continued-defense-cooperation-including-ai';

const OTHER = { '@type': 'NewsArticle', headline: 'Other', url: 'https://wpnews.pro/news/another-one' };

const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(seed).filter(([name]) => !names.includes(name)));

function outcomeOf(value: unknown): RefusalReason | string {
  const record = readSiteRecord(value);
  return record.ok ? record.value.slug : refusalOf(record.problem);
}

describe('a record of the site in a file', () => {
  it('becomes the article that its own address says it is', () => {
    const record = readSiteRecord(seed);
    expect(record).toMatchObject({ ok: true, value: { slug: SLUG, completeness: 'structure', inLanguage: 'en' } });
    expect(record.ok && record.value.provenance).toMatchObject({
      headline: 'json',
      articleBody: 'json',
      topics: 'json',
    });
  });

  it.each(['seed--api-envelope.json', 'seed--news-article.jsonld', 'seed--graph-with-references.jsonld'])(
    'is known in the form of %s',
    (name) => expect(outcomeOf(read(name))).toBe(SLUG),
  );

  it.each<[string, unknown, string]>([
    ['of another site', { ...seed, url: 'https://evil.example/news/a-b' }, 'other-host'],
    ['of a host that looks alike', { ...seed, url: 'https://wpnews.pro.evil.example/news/a-b' }, 'other-host'],
    ['of the API’s host', { ...seed, url: 'https://api.wpnews.pro/news/a-b' }, 'other-host'],
    ['fetched without protection', { ...seed, url: `http://wpnews.pro/news/${SLUG}` }, 'other-host'],
    ['whose slug is not its address’s', { ...seed, slug: 'another-one' }, 'not-an-article'],
    ['without an address', without('url', 'alternates'), 'not-an-article'],
    ['whose address is a listing', { ...seed, url: 'https://wpnews.pro/news' }, 'other-host'],
    ['without a body', without('body_md'), 'no-body'],
    ['with an empty body', { ...seed, body_md: ' \n ' }, 'no-body'],
    ['without a headline', without('title'), 'not-an-article'],
    ['with a body beyond bounds', { ...seed, body_md: 'x'.repeat(5_000_001) }, 'too-large'],
    ['that is two articles', { '@graph': [read('seed--news-article.jsonld'), OTHER] }, 'not-an-article'],
    ['that is a number', 7, 'not-an-article'],
    ['that is null', null, 'not-an-article'],
  ])('is refused when it is one %s', (_, value, reason) => {
    expect(outcomeOf(value)).toBe(reason);
  });
});

it('makes an article or a refusal of whatever JSON there is, and never an article of another address', () => {
  const parts = fc.oneof(fc.jsonValue(), fc.constantFrom(SLUG, 'a-b', `https://wpnews.pro/news/${SLUG}`, '//x', {}));
  const changes = fc.dictionary(fc.constantFrom(...Object.keys(seed), '@id', '@type', 'data', '__proto__'), parts);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        changes.map((change) => ({ ...seed, ...change })),
      ),
      (value) => {
        const record = readSiteRecord(value);
        if (!record.ok) return refusalOf(record.problem) !== undefined;
        const told = (value as Record<string, unknown>)['slug'];
        return (
          record.value.articleBody !== null &&
          (typeof told !== 'string' || !/^[a-z0-9-]+$/.test(told) || told === record.value.slug)
        );
      },
    ),
    { numRuns: 300 },
  );
});

it('knows every recorded form of an article, and throws on none', () => {
  for (const name of readdirSync(FIXTURES).filter(
    (file) => /\.(json|jsonld)$/.test(file) && !file.includes('expected'),
  )) {
    const text = readFileSync(new URL(name, FIXTURES), 'utf8');
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      continue;
    }
    expect(() => readSiteRecord(value), name).not.toThrow();
  }
});
