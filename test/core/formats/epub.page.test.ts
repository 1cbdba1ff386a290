import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epubFormat } from '../../../core/formats/epub.ts';
import type { FolderFormat } from '../../../core/formats/export-format.ts';
import type { Holding } from '../../../core/library/records.ts';
import { aHolding, contextOf, filesOf, hostileHolding, nastyHolding } from '../../support/export-holdings.ts';

/** Every XML file of a book, parsed; fails on one that is not well-formed. */
async function documentsOf(holdings: readonly Holding[]): Promise<ReadonlyMap<string, Document>> {
  const documents = new Map<string, Document>();
  for (const [name, text] of await filesOf(epubFormat, holdings)) {
    if (!/\.(xhtml|xml|opf|ncx)$/.test(name)) continue;
    const document = new DOMParser().parseFromString(text, 'application/xml');
    expect(document.querySelector('parsererror')?.textContent ?? null, name).toBeNull();
    documents.set(name, document);
  }
  return documents;
}

const two = [
  aHolding({ topics: ['chips'] }),
  aHolding({ slug: 'second', headline: 'Second', topics: ['ai-policy'], inLanguage: 'he' }),
];

describe('an EPUB', () => {
  it('begins with its type, not compressed, and names the package in its container', async () => {
    const files = [];
    for await (const file of (epubFormat as FolderFormat).write(none(), contextOf([]))) files.push(file);
    expect(files[0]).toEqual({ name: 'mimetype', content: 'application/epub+zip', isStored: true });
    const container = (await documentsOf([])).get('META-INF/container.xml');
    expect(container?.querySelector('rootfile')?.getAttribute('full-path')).toBe('OEBPS/package.opf');
  });

  it('has in its package every file once, and every article in the order of the contents', async () => {
    const files = await filesOf(epubFormat, two);
    const opf = (await documentsOf(two)).get('OEBPS/package.opf') as Document;
    const items = new Map([...opf.querySelectorAll('item')].map((item) => [item.id, item.getAttribute('href')]));
    const inFolder = [...files.keys()].filter((name) => name.startsWith('OEBPS/') && !name.endsWith('.opf'));
    expect([...items.values()].map((href) => `OEBPS/${href}`).sort()).toEqual(inFolder.sort());
    const spine = [...opf.querySelectorAll('itemref')].map((ref) => items.get(ref.getAttribute('idref') ?? ''));
    expect(spine).toEqual(['nav.xhtml', 'articles/second.xhtml', 'articles/a-first-article.xhtml']);
    expect(opf.querySelector('meta[property="dcterms:modified"]')?.textContent).toBe('2026-11-23T12:00:00Z');
    const id = opf.documentElement.getAttribute('unique-identifier') ?? '';
    const uid = (await documentsOf(two)).get('OEBPS/toc.ncx')?.querySelector('meta[name="dtb:uid"]');
    expect(opf.getElementById(id)?.textContent).toBe(uid?.getAttribute('content'));
  });

  it('lists its contents by topic, in both lists', async () => {
    const documents = await documentsOf(two);
    const nav = documents.get('OEBPS/nav.xhtml') as Document;
    expect([...nav.querySelectorAll('nav > ol > li > span')].map((topic) => topic.textContent)).toEqual([
      'AI policy',
      'Chips',
    ]);
    expect([...nav.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'articles/second.xhtml',
      'articles/a-first-article.xhtml',
    ]);
    const ncx = documents.get('OEBPS/toc.ncx') as Document;
    expect([...ncx.querySelectorAll('navLabel > text')].map((text) => text.textContent)).toEqual([
      'AI policy',
      'Second',
      'Chips',
      'A first article',
    ]);
  });

  it('has a page an article with its language, date and text', async () => {
    const page = (await documentsOf(two)).get('OEBPS/articles/second.xhtml') as Document;
    expect(page.documentElement.getAttribute('lang')).toBe('he');
    expect(page.querySelector('title')?.textContent).toBe('Second');
    expect(page.querySelector('meta[name="dcterms.date"]')?.getAttribute('content')).toBe('2026-06-28T04:40:03.000Z');
    expect([...page.querySelectorAll('body > p:not(.byline):not(.standfirst)')].map((p) => p.textContent)).toEqual([
      'One paragraph.',
      'Another.',
    ]);
  });

  it('is a whole book without articles', async () => {
    const nav = (await documentsOf([])).get('OEBPS/nav.xhtml') as Document;
    expect(nav.querySelectorAll('nav ol > li')).toHaveLength(1);
  });

  it('keeps a hostile article text', async () => {
    const page = (await documentsOf([hostileHolding()])).get('OEBPS/articles/hostile.xhtml') as Document;
    expect(page.querySelector('h1')?.textContent).toContain('<script>alert(1)</script> ]]> “日本” 😀');
    expect(page.querySelectorAll('script, img')).toHaveLength(0);
    expect(page.querySelector('.own')?.textContent).toContain(']]></note>');
  });

  it('is well-formed whatever the articles say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(nastyHolding, { maxLength: 3, selector: slugOf }), async (holdings) => {
        expect((await documentsOf(holdings)).size).toBe(holdings.length + 4);
      }),
      { numRuns: 150 },
    );
  });
});

function slugOf({ article }: Holding): string {
  return article.slug;
}

async function* none(): AsyncGenerator<Holding> {}
