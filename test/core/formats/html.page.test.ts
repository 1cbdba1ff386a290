import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { htmlFormat } from '../../../core/formats/html.ts';
import { PAGE_STYLE, PAGE_STYLE_HASH } from '../../../core/formats/pages/page-style.ts';
import { findFaults } from '../../support/accessibility.ts';
import { aHolding, hostileHolding, nastyHolding, textOf } from '../../support/export-holdings.ts';

const ALLOWED =
  /^(A|ARTICLE|BDI|BLOCKQUOTE|BODY|BR|CODE|DIV|EM|H[1-6]|HEAD|HEADER|HR|HTML|LI|MAIN|META|NAV|OL|P|PRE|S|SPAN|STRONG|STYLE|TABLE|TBODY|TD|TH|THEAD|TIME|TITLE|TR|UL)$/;

async function pageOf(holdings: Parameters<typeof textOf>[1], change: Parameters<typeof textOf>[2] = {}) {
  return new DOMParser().parseFromString(await textOf(htmlFormat, holdings, change), 'text/html');
}

/** What in a page could run, load or send anything, or is no element of ours. */
function dangersIn(page: Document): string[] {
  const elements = [...page.querySelectorAll('*')];
  return elements.flatMap((element) => [
    ...(ALLOWED.test(element.tagName) ? [] : [element.tagName]),
    ...element.getAttributeNames().filter((name) => /^on|^style$|^src|^srcdoc$/.test(name)),
    ...(/^(https?:|#)/.test(element.getAttribute('href') ?? '#') ? [] : [`href ${element.getAttribute('href')}`]),
  ]);
}

describe('one HTML page', () => {
  const shown: Element[] = [];
  afterEach(() => {
    for (const element of shown.splice(0)) element.remove();
  });

  it('lists its contents by topic and leads to each article', async () => {
    const page = await pageOf([
      aHolding({ topics: ['chips'] }),
      aHolding({ slug: 'second', headline: 'Second', topics: ['ai-policy', 'chips'] }),
      aHolding({ slug: 'third', headline: 'Third', topics: [] }),
    ]);
    const titles = [...page.querySelectorAll('nav h3')].map((title) => title.textContent);
    expect(titles).toEqual(['AI policy', 'Chips', 'Without a topic']);
    const links = [...page.querySelectorAll<HTMLAnchorElement>('nav a')];
    expect(links.map(({ textContent }) => textContent)).toEqual(['Second', 'A first article', 'Third']);
    const led = links.map((link) => page.querySelector(`${link.getAttribute('href')} > h2`)?.textContent);
    expect(led).toEqual(['Second', 'A first article', 'Third']);
  });

  it('says when it was made, from what, and is in the language of the person', async () => {
    const page = await pageOf([aHolding()], { locale: 'de-AT', queryText: 'topic:chips <b>' });
    expect(page.documentElement.lang).toBe('de');
    expect(page.querySelector('header')?.textContent).toContain('1 Artikel · Exportiert am 23. November 2026');
    expect(page.querySelector('header')?.textContent).toContain('Gefunden mit: topic:chips <b>');
  });

  it('shows an article’s text, and the reader’s tags and note', async () => {
    const page = await pageOf([
      aHolding({}, '## Part\n\nA **bold** word.\n\n1. one\n2. two', { tags: ['mine'], note: 'a\nb' }),
    ]);
    const article = page.querySelector('article');
    expect(article?.lang).toBe('en');
    expect(article?.querySelector('h3')?.textContent).toBe('Part');
    expect(article?.querySelector('strong')?.textContent).toBe('bold');
    expect(article?.querySelectorAll('ol > li')).toHaveLength(2);
    expect(article?.querySelector('time')?.textContent).toBe('June 28, 2026');
    expect(article?.querySelector('.own')?.textContent).toBe('Tags: mineNote: ab');
  });

  it('allows itself its own style alone, by the hash of that style', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(PAGE_STYLE));
    expect(PAGE_STYLE_HASH).toBe(`sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`);
    const policy = (await pageOf([])).querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
  });

  it('keeps a hostile article text', async () => {
    const page = await pageOf([hostileHolding()]);
    expect(dangersIn(page)).toEqual([]);
    expect(page.querySelector('article h2')?.textContent).toContain('<script>alert(1)</script> ]]> “日本” 😀');
    expect(page.querySelectorAll('article td')).toHaveLength(2);
  });

  it('makes no element and no attribute of ours out of any texts, and shows every headline', async () => {
    await fc.assert(
      fc.asyncProperty(nastyHolding, async (holding) => {
        const page = await pageOf([holding]);
        expect(dangersIn(page)).toEqual([]);
        const shown = page.querySelector('article h2')?.textContent ?? '';
        expect(inkOf(shown)).toBe(inkOf(holding.article.headline));
      }),
      { numRuns: 100 },
    );
  });

  it('is styled when a browser opens it, for its policy refuses nothing of its own', async () => {
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    const text = await textOf(htmlFormat, [aHolding()]);
    frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
    shown.push(frame);
    document.body.append(frame);
    await loaded;
    const list = frame.contentDocument?.querySelector('nav ol') as Element;
    expect(getComputedStyle(list).listStyleType).toBe('none');
  });

  it('is accessible', async () => {
    const page = await pageOf([aHolding({ headline: 'Long '.repeat(2000) }), hostileHolding()]);
    const place = document.createElement('div');
    place.append(...page.head.querySelectorAll('style'), ...page.body.children);
    shown.push(place);
    document.body.append(place);
    expect(await findFaults(place)).toEqual([]);
  });
});

/** What is seen of a text: no white space, nothing that XML cannot hold, lone surrogates as browsers show them. */
function inkOf(text: string): string {
  return text.toWellFormed().replace(/[\s\p{Cc}\uFFFE\uFFFF]/gu, '');
}
