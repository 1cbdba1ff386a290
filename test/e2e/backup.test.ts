import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEED_SLUG } from '../site/article.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { generatedArticle } from '../site/generated-articles.ts';
import { opened, readAll } from '../support/archive/archives.ts';
import { alterExtension } from '../support/attacks/altered-extension.ts';
import { clickByRole, waitForText } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import { createProfile, removeProfile } from '../support/browser/profile.ts';
import { launchBrowser, type Session } from '../support/browser/session.ts';
import { type ArticleTab, openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { createDownloads } from '../support/e2e/downloads.ts';
import type { ExtensionApi } from '../support/e2e/extension-api.ts';

declare const chrome: ExtensionApi;

/** A backup that is whole: browsers call it otherwise while it comes. */
const FINISHED = /^offprint-.*\.zip$/;

const SLUGS = [SEED_SLUG, generatedArticle(0, 1).slug, generatedArticle(1, 1).slug];

/** Chromium's question for an optional permission cannot be answered from here: its build has it from the start. */
function withDownloads(name: BrowserName): string | undefined {
  if (name !== 'chromium') return undefined;
  const permissions = ['storage', 'unlimitedStorage', 'contextMenus', 'alarms', 'activeTab', 'offscreen', 'downloads'];
  return alterExtension({ manifest: { permissions, optional_permissions: [] } });
}

/** Lets a day go by as far as backups know, stops the background, and rings the alarm that looks for backups that are due. */
async function letBackupBeDue(session: Session): Promise<void> {
  await session.inExtension(async () => {
    const { backup } = await chrome.storage.local.get('backup');
    await chrome.storage.local.set({ backup: { ...(backup as object), currentAt: 0, triedAt: 0 } });
  });
  await session.stopBackground();
  await session.inExtension(() => chrome.alarms.create('backup', { when: Date.now() }));
}

/** What is remembered of the newest backup. */
function lastBackup(session: Session): Promise<unknown> {
  return session.inExtension(async () => {
    const { backup } = await chrome.storage.local.get('backup');
    return (backup as { files: readonly unknown[] }).files.at(-1);
  });
}

/** How many documents the background has open beside it. */
function helpers(session: Session): Promise<number> {
  if (session.name === 'firefox') return Promise.resolve(0); // Its background is a document itself.
  return session.inExtension(
    async () => (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length,
  );
}

/** A profile whose downloads go to `folder`. The driver's own way to say so leaves out the folder in a file's name. */
function profileFor(folder: string): string {
  const profile = createProfile();
  mkdirSync(join(profile, 'Default'));
  const download = { default_directory: folder, prompt_for_download: false };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ download }));
  return profile;
}

describe.each<BrowserName>(['chromium', 'firefox'])('backups in the downloads folder of %s', (name) => {
  const downloads = createDownloads();
  const extension = withDownloads(name);
  const profile = profileFor(downloads.folder);
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;
  let page: Page;

  const names = () => readdirSync(join(downloads.folder, 'Offprint')).sort();
  const slugsIn = async (file: string) => {
    const bytes = new Uint8Array(readFileSync(join(downloads.folder, 'Offprint', file)));
    const { read, refusals } = await readAll(await opened(bytes));
    expect(refusals).toEqual([]);
    return read.map(({ holding }) => holding.article.slug);
  };

  beforeAll(async () => {
    site = await startDemoSite();
    const extraPrefs = { ...downloads.options.extraPrefs, 'extensions.webextOptionalPermissionPrompts': false };
    session = await launchBrowser(name, { site, extraPrefs, profile, ...(extension !== undefined && { extension }) });
    tab = await openArticleTab(session, SEED_SLUG);
    for (const slug of SLUGS.slice(0, 2)) await saveInTab(session, tab, slug);
    page = await session.openExtensionPage('library.html#/settings');
  });

  afterAll(async () => {
    await session?.close();
    await site?.stop();
    downloads.remove();
    removeProfile(profile);
    if (extension !== undefined) rmSync(extension, { recursive: true });
  });

  it('hold the whole library first', async () => {
    await clickByRole(page, 'button', 'Use the downloads folder');
    await clickByRole(page, 'button', 'Back up now');
    await waitForText(page, 'status', 'Backed up 2 articles to offprint-');
    const [full = '', ...others] = names();
    expect(others).toEqual([]);
    expect(full).toMatch(/^offprint-.*-full\.zip$/);
    expect(await slugsIn(full)).toEqual([SLUGS[1], SLUGS[0]]);
  });

  it('hold only what changed after that, and nothing twice', async () => {
    await saveInTab(session, tab, SLUGS[2] ?? '');
    await page.bringToFront();
    await clickByRole(page, 'button', 'Back up now');
    await waitForText(page, 'status', 'Backed up 3 articles to offprint-');
    const [full = '', changes = ''] = names();
    expect(changes.startsWith(full.replace('full.zip', 'plus'))).toBe(true);
    expect(await slugsIn(changes)).toEqual([SLUGS[2]]);
    await clickByRole(page, 'button', 'Back up now');
    await waitForText(page, 'status', 'Backed up 3 articles to offprint-');
    expect(names()).toEqual([full, changes]);
  });

  it('are read back from the file that the person chooses', async () => {
    const [full = ''] = names();
    const input = await page.waitForSelector('input[type=file]');
    await input?.uploadFile(join(downloads.folder, 'Offprint', full));
    expect(await waitForText(page, 'status', 'The backup holds 2 articles.')).toContain('1 article of your library');
  });

  it('are removed once they are outdated', async () => {
    const [full = '', changes = ''] = names();
    await session.inExtension(async () => {
      const { backup } = await chrome.storage.local.get('backup');
      await chrome.storage.local.set({ backup: { ...(backup as object), copies: 1 } });
    });
    await saveInTab(session, tab, generatedArticle(2, 1).slug);
    await page.bringToFront();
    await clickByRole(page, 'button', 'Back up now');
    await waitForText(page, 'status', 'Backed up 4 articles to offprint-');
    await expect.poll(names).not.toContain(changes);
    expect(names()).toEqual([full, expect.stringMatching(/-plus-/)]);
  });

  it('are made by the background when they are due and no page of the library is open', async () => {
    await page.close();
    const before = names();
    const { slug } = generatedArticle(3, 1);
    await saveInTab(session, tab, slug);
    await letBackupBeDue(session);
    await expect.poll(() => names().filter((each) => FINISHED.test(each) && !before.includes(each)).length).toBe(1);
    const made = names().find((each) => !before.includes(each)) ?? '';
    expect(await slugsIn(made)).toContain(slug);
    await expect.poll(() => lastBackup(session)).toMatchObject({ name: made, articles: 5 });
    await expect.poll(() => helpers(session)).toBe(0);
  });

  it('leave nothing behind in the browser, and nothing in the error log', async () => {
    const left = await session.inExtension(async () => {
      const root = await navigator.storage.getDirectory();
      const spool = await root.getDirectoryHandle('backup-spool');
      const names: string[] = [];
      for await (const file of (spool as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(file);
      return names;
    });
    expect(left).toEqual([]);
    expect(await session.errors()).toEqual([]);
  });
});

/** A folder of the origin's private file system stands for the one that the person chooses: no test can drive the picker. */
describe('backups in a folder, in chromium', () => {
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;
  let page: Page;

  beforeAll(async () => {
    site = await startDemoSite();
    session = await launchBrowser('chromium', { site });
    tab = await openArticleTab(session, SEED_SLUG);
    await saveInTab(session, tab, SEED_SLUG);
    page = await session.openExtensionPage('icons/icon-16.png');
    await page.evaluateOnNewDocument(() => {
      const pick = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Chosen folder', { create: true });
      Object.assign(window, { showDirectoryPicker: pick });
    });
    await session.navigate(page, session.extensionUrl('library.html#/settings'));
  });

  afterAll(async () => {
    await session?.close();
    await site?.stop();
  });

  it('are made by themselves once a folder is chosen and the library is opened', async () => {
    await clickByRole(page, 'button', 'Choose a folder…');
    await page.waitForSelector('::-p-text(in the folder “Chosen folder”)');
    await page.reload();
    await page.waitForSelector('::-p-text(Last good backup)', { timeout: 15_000 });
  });

  it('are rehearsed whole, and found sound', async () => {
    await clickByRole(page, 'button', 'Rehearse a restore');
    await waitForText(page, 'status', 'The backup is sound: it holds the 1 article of your library, undamaged.');
  });

  it('are made by the background when they are due and no page of the library is open', async () => {
    await page.close();
    await saveInTab(session, tab, generatedArticle(0, 1).slug);
    await letBackupBeDue(session);
    await expect
      .poll(() => lastBackup(session))
      .toMatchObject({ name: expect.stringContaining('-plus-'), articles: 2 });
    await expect.poll(() => helpers(session)).toBe(0);
    expect(await session.errors()).toEqual([]);
  });
});
