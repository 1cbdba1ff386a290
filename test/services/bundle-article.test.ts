import { describe, expect, it } from 'vitest';
import type { Source } from '../../core/article/article.ts';
import { createArticleBundler } from '../../services/bundle-article.ts';
import { FETCH_LIMITS } from '../../services/fetch-limits.ts';
import { type Answer, fakeSite } from '../support/fake-site.ts';

const SLUG = 'a-first-article';
const BODY = 'The first paragraph of the body.\n\nThe second.';
const whole = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  url: `https://wpnews.pro/news/${SLUG}`,
  headline: 'A first article',
  articleBody: BODY,
  keywords: ['ai-policy'],
  mentions: [{ '@type': 'Person', name: 'Ada Lovelace' }],
  isBasedOn: 'https://source.example/first',
};
const { articleBody, ...bodiless } = whole;
const { keywords, mentions, ...thin } = whole;
const record = {
  slug: SLUG,
  title: 'A first article',
  body_md: BODY,
  topics: ['ai-policy'],
  entities: ['Ada Lovelace'],
};
const markdown = `# A first article\n\n> Source: <https://source.example/first>\n\n${BODY}\n`;

const json = (value: unknown): Answer => ({ body: JSON.stringify(value) });

/** Bundles the article from a site that serves `answers`, and says which sources were asked. */
async function bundleFrom(answers: Partial<Record<Source, Answer | (() => Promise<Response>)>>, isAllowed = true) {
  const { fetch, asked } = fakeSite(answers);
  const isSiteAllowed = async (): Promise<boolean> => isAllowed;
  const bundleArticle = createArticleBundler({ fetch, limits: FETCH_LIMITS, isSiteAllowed, now: () => 42 });
  return { result: await bundleArticle(SLUG), asked: asked.map(({ source }) => source) };
}

describe('bundling an article', () => {
  it('asks only for the JSON-LD when that tells everything', async () => {
    const { result, asked } = await bundleFrom({ jsonld: json(whole) });
    expect(asked).toEqual(['jsonld']);
    expect(result).toMatchObject({
      ok: true,
      value: { article: { slug: SLUG, headline: 'A first article', articleBody: BODY } },
    });
  });

  it('keeps the bytes as they were sent, with when and how', async () => {
    const { result } = await bundleFrom({ jsonld: { ...json(whole), headers: { etag: '"7"' } } });
    const [original] = result.ok ? result.value.originals : [];
    expect(original).toMatchObject({
      source: 'jsonld',
      contentType: 'application/ld+json',
      etag: '"7"',
      fetchedAt: 42,
    });
    expect(new TextDecoder().decode(original?.bytes)).toBe(JSON.stringify(whole));
  });

  it.each([
    ['missing', { status: 404 }],
    ['a page', { type: 'text/html', body: '<h1>Not here</h1>' }],
    ['broken', { body: '{"@type": "NewsArticle", ' }],
    ['a server error', { status: 500 }],
    ['thin', json(thin)],
  ] as const)('asks for the native record when the JSON-LD is %s', async (_, answer) => {
    const { result, asked } = await bundleFrom({ jsonld: answer, json: json(record) });
    expect(asked).toEqual(['jsonld', 'json']);
    expect(result).toMatchObject({ ok: true, value: { article: { topics: ['ai-policy'], articleBody: BODY } } });
  });

  it('reads the JSON-LD inside the page when both are missing', async () => {
    const page = `<html><script type="application/ld+json">${JSON.stringify(whole)}</script></html>`;
    const { result, asked } = await bundleFrom({ inline: { body: page } });
    expect(asked).toEqual(['jsonld', 'json', 'inline']);
    expect(result).toMatchObject({ ok: true, value: { article: { provenance: { headline: 'inline' } } } });
  });

  it('takes a missing body from the Markdown, and remembers where each field came from', async () => {
    const { result, asked } = await bundleFrom({ jsonld: json(bodiless), md: { body: markdown } });
    expect(asked).toEqual(['jsonld', 'md']);
    expect(result).toMatchObject({
      ok: true,
      value: {
        article: { articleBody: BODY, bodyFormat: 'markdown', provenance: { headline: 'jsonld', articleBody: 'md' } },
      },
    });
  });

  it('takes it from the text only when the Markdown fails too, and marks it as lossy', async () => {
    const { result, asked } = await bundleFrom({ jsonld: json(bodiless), txt: { body: `A first article ${BODY}` } });
    expect(asked).toEqual(['jsonld', 'md', 'txt']);
    expect(result).toMatchObject({
      ok: true,
      value: { article: { bodyFormat: 'text', provenance: { articleBody: 'txt' } } },
    });
  });

  it('names the same content by the same hash, whichever source told it', async () => {
    const one = await bundleFrom({ jsonld: json(whole) });
    const other = await bundleFrom({ jsonld: json({ '@graph': [whole] }) });
    expect(one.result.ok && one.result.value.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.result.ok && other.result.value.contentHash).toBe(one.result.ok && one.result.value.contentHash);
  });
});

describe('a failure', () => {
  it('of the network ends the asking at once', async () => {
    const { result, asked } = await bundleFrom({ jsonld: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect(asked).toEqual(['jsonld']);
    expect(result).toMatchObject({ ok: false, problem: { kind: 'offline' } });
  });

  it('to have the site’s permission is told, and nothing is asked', async () => {
    const { result, asked } = await bundleFrom({ jsonld: json(whole) }, false);
    expect(asked).toEqual([]);
    expect(result).toMatchObject({ ok: false, problem: { kind: 'no-site-access' } });
  });

  it('to be another article is told as that, and nothing else is asked', async () => {
    const lie = { ...whole, url: 'https://wpnews.pro/news/another-article' };
    const { result, asked } = await bundleFrom({ jsonld: json(lie), json: json(record) });
    expect(asked).toEqual(['jsonld']);
    expect(result).toMatchObject({ ok: false, problem: { kind: 'identity-mismatch' } });
  });

  it('everywhere is not-found when there is no such article', async () => {
    expect((await bundleFrom({})).result).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
  });

  it('that may pass by itself is told rather than one that will not', async () => {
    const { result } = await bundleFrom({ jsonld: { status: 503 }, json: { status: 404 } });
    expect(result).toMatchObject({ ok: false, problem: { kind: 'server-error' } });
  });

  it('to send any text is told as that', async () => {
    const { result } = await bundleFrom({ jsonld: json(bodiless) });
    expect(result).toMatchObject({ ok: false, problem: { kind: 'no-body' } });
  });
});
