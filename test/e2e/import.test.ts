import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { byRole, clickByRole, textOf } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import { launchBrowser, type Session } from '../support/browser/session.ts';
import { createDownloads } from '../support/e2e/downloads.ts';
import { expectHeadlines } from '../support/e2e/library-page.ts';
import { readLibrary, type StoredLibrary } from '../support/e2e/stored-library.ts';
import { siteRecord } from '../support/site-records.ts';

/** Thousands of the site's records in one profile, out as an archive, and into another profile. */

const PATIENCE = { timeout: 100_000 };

describe.each<[BrowserName, number]>([
  ['chromium', 2_000],
  ['firefox', 300],
])('%s', (name, records) => {
  const count = records.toLocaleString('en');
  const downloads = createDownloads();
  const folder = mkdtempSync(join(tmpdir(), 'offprint-import-'));
  let site: DemoSite;
  let first: Session;
  let second: Session;

  beforeAll(async () => {
    site = await startDemoSite();
    [first, second] = await Promise.all([
      launchBrowser(name, { site, ...downloads.options }),
      launchBrowser(name, { site }),
    ]);
    await downloads.use(first);
  });

  afterAll(async () => {
    await Promise.all([first?.close(), second?.close()]);
    await site?.stop();
    downloads.remove();
    rmSync(folder, { recursive: true });
  });

  /** A file of this computer with `content`. */
  function fileOf(fileName: string, content: string | Uint8Array): string {
    const path = join(folder, fileName);
    writeFileSync(path, content);
    return path;
  }

  it('imports records of the site in bulk, says first what it would do, and leaves out what is none', async () => {
    const good = Array.from({ length: records }, (_, number) => siteRecord(number));
    const elsewhere = { ...siteRecord(records), url: 'https://elsewhere.example/news/a' };
    const file = fileOf('records.jsonl', [...good, elsewhere].map((one) => `${JSON.stringify(one)}\n`).join(''));
    const page = await first.openExtensionPage('library.html#/transfer');
    await choose(page, file);
    expect((await readLibrary(first)).articles).toHaveLength(0);
    await importChosen(page, count, `Imported ${count} articles, 1 refused`);
    const { articles, originals } = await readLibrary(first);
    expect([articles.length, originals.length]).toEqual([records, records]);
    const list = await first.openExtensionPage('library.html');
    await expectHeadlines(list, [siteRecord(0).title, siteRecord(1).title]);
  });

  it('is equal in another profile that imports its archive, and nothing changes the second time', async () => {
    const page = await first.openExtensionPage('library.html#/transfer');
    await clickByRole(page, 'button', 'Export…');
    await clickByRole(page, 'button', `Export ${count} articles`);
    const archive = fileOf('library.zip', await downloads.file(/^offprint-archive-.*\.zip$/));
    const there = await second.openExtensionPage('library.html#/transfer');
    await choose(there, archive);
    await importChosen(there, count, `Imported ${count} articles`);
    const imported = await readLibrary(second);
    expect(comparable(imported)).toEqual(comparable(await readLibrary(first)));

    await choose(there, archive);
    await expect
      .poll(() => saidBy(there, 'paragraph'), PATIENCE)
      .toContain('Everything in this file is in your library already.');
    expect(await readLibrary(second)).toEqual(imported);
  });

  it('refuses a file that is none of ours, and says nothing in the error log', async () => {
    const page = await second.openExtensionPage('library.html#/transfer');
    await choose(page, fileOf('picture.png', 'PNG'));
    await expect.poll(() => saidBy(page, 'alert').then((said) => said.join()), PATIENCE).toMatch(/archive/i);
    expect(await first.errors()).toEqual([]);
    expect(await second.errors()).toEqual([]);
  });
});

async function choose(page: Page, path: string): Promise<void> {
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement> | null;
  await input?.uploadFile(path);
}

async function importChosen(page: Page, count: string, outcome: string): Promise<void> {
  const wanted = `Import ${count} articles`;
  await expect.poll(() => saidBy(page, 'button'), PATIENCE).toContain(wanted);
  await (await byRole(page, 'button', wanted)).click();
  await expect.poll(() => saidBy(page, 'status'), PATIENCE).toContain(outcome);
}

async function saidBy(page: Page, role: string): Promise<string[]> {
  return Promise.all((await page.$$(`::-p-aria([role="${role}"])`)).map((element) => textOf(element).catch(() => '')));
}

/** What two libraries must have in common: places in lists are ranks, since their numbers are each library's own. */
function comparable({ articles, bodies, originals, revisions, bin }: StoredLibrary) {
  const ranked = [...articles].sort((one, other) => one.order - other.order);
  return { articles: ranked.map((article, rank) => ({ ...article, order: rank })), bodies, originals, revisions, bin };
}
