import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markdownName, originalName } from '../../core/archive/archive-names.ts';
import { SEED_SLUG } from '../site/article.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { generatedArticle } from '../site/generated-articles.ts';
import { opened, readAll } from '../support/archive/archives.ts';
import { byRole, clickByRole, waitForText } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import { launchBrowser, type Session } from '../support/browser/session.ts';
import { openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { createDownloads } from '../support/e2e/downloads.ts';
import { readLibrary, type StoredLibrary } from '../support/e2e/stored-library.ts';
import { writeArticles } from '../support/e2e/write-articles.ts';
import { sampleRecords } from '../support/sample-records.ts';

/** A library that the product saved itself, taken away as a file that the browser downloads. */

/** Enough that an export takes long enough to be stopped. */
const MANY = 3_000;
const SLUGS = [SEED_SLUG, generatedArticle(0, 1).slug, generatedArticle(1, 1).slug];

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  const downloads = createDownloads();
  let site: DemoSite;
  let session: Session;
  let page: Page;
  let stored: StoredLibrary;

  beforeAll(async () => {
    site = await startDemoSite();
    session = await launchBrowser(name, { site, ...downloads.options });
    await downloads.use(session);
    const tab = await openArticleTab(session, SEED_SLUG);
    for (const slug of SLUGS) await saveInTab(session, tab, slug);
    stored = await readLibrary(session);
    page = await session.openExtensionPage('library.html#/transfer');
  });

  afterAll(async () => {
    await session?.close();
    await site?.stop();
    downloads.remove();
  });

  /** Exports everything as what the dialog calls `format`; gives the file that was downloaded. */
  async function exported(format: string, file: RegExp): Promise<Uint8Array> {
    await clickByRole(page, 'button', 'Export…');
    await (await page.waitForSelector(`::-p-aria([name="${format}"][role="radio"])`))?.click();
    await clickByRole(page, 'button', `Export ${SLUGS.length} articles`);
    await waitForText(page, 'status', `Exported ${SLUGS.length} articles`);
    return downloads.file(file);
  }

  it('exports an archive that another zip library opens, with everything stored in it byte for byte', async () => {
    const files = unzipSync(await exported('Archive (zip)', /^offprint-archive-.*\.zip$/));
    expect(stored.originals.length).toBeGreaterThanOrEqual(SLUGS.length);
    for (const { slug, source, bytes } of stored.originals) {
      const file = files[originalName(slug, source, false)];
      expect(Buffer.from(file ?? []).toString('base64')).toBe(bytes);
    }
    for (const { slug, articleBody } of stored.bodies) {
      expect(new TextDecoder().decode(files[markdownName(slug)])).toContain(articleBody);
    }
  });

  it('reads it back as the library that was stored', async () => {
    const bytes = await downloads.file(/^offprint-archive-.*\.zip$/);
    const { read, refusals } = await readAll(await opened(new Uint8Array(bytes)));
    expect(refusals).toEqual([]);
    const newestFirst = [...stored.articles].sort((one, other) => other.order - one.order);
    expect(read.map(({ holding }) => holding.article)).toEqual(newestFirst);
  });

  it('exports a Markdown folder and a page under the policy of our own pages', async () => {
    const notes = unzipSync(await exported('Markdown', /^offprint-markdown-.*\.zip$/));
    expect(Object.keys(notes).filter((file) => file.endsWith('.md')).length).toBeGreaterThanOrEqual(SLUGS.length);
    const html = new TextDecoder().decode(await exported('HTML', /^offprint-html-.*\.html$/));
    for (const { headline } of stored.articles) expect(html).toContain(headline.split(/[&<>"']/)[0]);
  });

  it('exports an EPUB, tables and citations, whose libraries run under that policy too', async () => {
    const book = unzipSync(await exported('EPUB', /^offprint-epub-.*\.epub$/));
    expect(Object.keys(book)[0]).toBe('mimetype');
    expect(Object.keys(book).filter((file) => file.startsWith('OEBPS/articles/'))).toHaveLength(SLUGS.length);
    const bibtex = new TextDecoder().decode(await exported('BibTeX', /^offprint-bibtex-.*\.bib$/));
    const ris = new TextDecoder().decode(await exported('RIS', /^offprint-ris-.*\.ris$/));
    const csv = new TextDecoder().decode(await exported('CSV', /^offprint-csv-.*\.csv$/));
    for (const slug of SLUGS) {
      expect(bibtex).toContain(`@article{${slug},`);
      expect(ris).toContain(`ID  - ${slug}\r\n`);
      expect(csv).toContain(`https://wpnews.pro/news/${slug}`);
    }
  });

  it('stops where it is asked to, and leaves nothing behind', async () => {
    const before = await session.inExtension(temporaryFiles);
    await writeArticles(session, sampleRecords(MANY));
    await page.close();
    page = await session.openExtensionPage('library.html#/transfer');
    await clickByRole(page, 'button', 'Export…');
    await clickByRole(page, 'button', `Export ${(MANY + SLUGS.length).toLocaleString('en')} articles`);
    await clickByRole(page, 'button', 'Pause');
    await byRole(page, 'button', 'Resume');
    const made = async () => (await session.inExtension(temporaryFiles)).length;
    await expect.poll(made).toBeGreaterThan(before.length);
    await clickByRole(page, 'button', 'Cancel');
    await byRole(page, 'button', 'Export…');
    expect(await session.inExtension(temporaryFiles)).toEqual(before);
  });

  it('says nothing in the error log', async () => {
    expect(await session.errors()).toEqual([]);
  });
});

/** Runs in the extension: the files that exports have in its private file system, their folders before them. */
async function temporaryFiles(): Promise<string[]> {
  type Folder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };
  const found: string[] = [];
  const root = await navigator.storage.getDirectory();
  for await (const folder of ((await root.getDirectoryHandle('exports', { create: true })) as Folder).values()) {
    for await (const { name } of (folder as Folder).values()) found.push(`${folder.name}/${name}`);
  }
  return found.sort();
}
