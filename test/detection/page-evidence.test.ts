import { describe, expect, it } from 'vitest';
import { offersArticle, statedHeadline, statedModification, structuredTexts } from '../../detection/page-evidence.ts';

const SLUG = 'a-first-article';

/** A page with the given head and body; its address is the article's. */
function aPage(head: string, body = ''): Document {
  const page = new DOMParser().parseFromString(`<html><head>${head}</head><body>${body}</body></html>`, 'text/html');
  const base = page.createElement('base');
  base.href = `https://wpnews.pro/news/${SLUG}`;
  page.head.prepend(base);
  return page;
}

const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('evidence of an article', () => {
  it.each([
    [
      'an alternate of it',
      `<link rel="alternate" type="application/ld+json" href="https://wpnews.pro/news/${SLUG}.jsonld">`,
    ],
    ['a relative alternate', `<link rel="alternate" type="text/markdown" href="/news/${SLUG}.md">`],
    ['JSON-LD about it', jsonLd({ '@type': 'NewsArticle', url: `https://wpnews.pro/news/${SLUG}` })],
    ['JSON-LD in a graph', jsonLd({ '@graph': [{ '@type': ['WebPage', 'schema:TechArticle'], '@id': `#${SLUG}` }] })],
  ])('is %s', (_, head) => {
    expect(offersArticle(aPage(head), SLUG)).toBe(true);
  });

  it('is the site’s header line', () => {
    expect(offersArticle(aPage('', '<p>[ARTICLE · art-41198] src=example.org</p>'), SLUG)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    [
      'the alternate of the page before',
      '<link rel="alternate" type="application/ld+json" href="/news/another.jsonld">',
    ],
    ['a feed', `<link rel="alternate" type="application/rss+xml" href="/news/${SLUG}">`],
    [
      'another host’s alternate',
      `<link rel="alternate" type="application/json" href="https://evil.example/news/${SLUG}">`,
    ],
    ['JSON-LD of a listing', jsonLd({ '@type': 'CollectionPage', url: `https://wpnews.pro/news/${SLUG}` })],
    ['JSON-LD of another article', jsonLd({ '@type': 'NewsArticle', url: 'https://wpnews.pro/news/another' })],
    ['broken JSON-LD', '<script type="application/ld+json">{"@type": </script>'],
  ])('is not %s', (_, head) => {
    expect(offersArticle(aPage(head), SLUG)).toBe(false);
  });
});

describe('what a page states', () => {
  it('is its headline, with white space folded, else its title without the site’s name', () => {
    expect(statedHeadline(aPage('<title>x</title>', '<h1> One\n <em>two</em> </h1>'))).toBe('One two');
    expect(statedHeadline(aPage('<title>One two — Web Pulse</title>'))).toBe('One two');
  });

  const canonical = `<link rel="canonical" href="https://wpnews.pro/news/${SLUG}">`;
  const modified = (date: string) => `<meta property="article:modified_time" content="${date}">`;

  it('is when it was modified, by its JSON-LD or its metadata', () => {
    expect(statedModification(aPage(canonical + modified('2026-06-28')), SLUG)).toBe('2026-06-28');
    const told = jsonLd({ url: `https://wpnews.pro/news/${SLUG}`, dateModified: '2026-06-28 05:40:42+00:00' });
    expect(statedModification(aPage(told), SLUG)).toBe('2026-06-28 05:40:42+00:00');
    expect(statedModification(aPage(''), SLUG)).toBeNull();
    expect(statedModification(aPage(canonical + modified('9'.repeat(65))), SLUG)).toBeNull();
  });

  it('is not when another article was modified, whose head a page without reloading left behind', () => {
    const other = jsonLd({ url: 'https://wpnews.pro/news/another', dateModified: '2026-06-28' });
    expect(statedModification(aPage(other), SLUG)).toBeNull();
    const stale = '<link rel="canonical" href="https://wpnews.pro/news/another">';
    expect(statedModification(aPage(stale + modified('2026-06-28')), SLUG)).toBeNull();
  });

  it('is the text of every JSON-LD block, broken ones included', () => {
    const page = aPage(`${jsonLd({ a: 1 })}<script type="application/ld+json">{</script><script>1</script>`);
    expect(structuredTexts(page)).toEqual(['{"a":1}', '{']);
  });
});
