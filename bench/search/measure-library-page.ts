import type { Page } from 'puppeteer-core';
import { startDemoSite } from '../../test/site/demo-site.ts';
import { byRole, clickByRole } from '../../test/support/browser/by-role.ts';
import type { BrowserName } from '../../test/support/browser/executables.ts';
import { launchBrowser, type Session } from '../../test/support/browser/session.ts';
import type { Corpus } from './corpus/corpus.ts';
import { firstQuery } from './measure-engine.ts';
import { type MainThread, watchMainThread } from './page-frames.ts';
import { drawQueries } from './queries/draw-queries.ts';
import { writeCorpus } from './write-corpus.ts';

/** What was being done while the main thread was watched. */
export interface PageActs {
  readonly browser: BrowserName;
  readonly articles: number;
  /** Typing while the page's worker fills and merges the index. */
  readonly typingWhileIndexing: MainThread;
  readonly typing: MainThread;
  readonly scrolling: MainThread;
  /** Doing nothing: what the machine and the browser add by themselves. */
  readonly idle: MainThread;
}

const BETWEEN_KEYS_MS = 90;
const IDLE_MS = 4_000;
const SEARCH_FIELD = 'Search your library';
const LONGEST_INDEXING_MS = 900_000;

/** Fills the library of the built extension, and types and scrolls in its library page as a person does. */
export async function measureLibraryPage(browser: BrowserName, corpus: Corpus, seed: number): Promise<PageActs> {
  const words = drawQueries(corpus, seed).mix.filter(({ reading }) => reading === 'words');
  const texts = [firstQuery({ mix: words, shortPrefixes: [], phrases: [] }), ...words.slice(0, 4)].map((query) =>
    query.words.join(' '),
  );
  const site = await startDemoSite();
  try {
    const session = await launchBrowser(browser, { site });
    try {
      return { browser, articles: corpus.size, ...(await watchActs(session, corpus, texts)) };
    } finally {
      await session.close();
    }
  } finally {
    await site.stop();
  }
}

async function watchActs(session: Session, corpus: Corpus, texts: readonly string[]) {
  const before = await session.openExtensionPage('library.html');
  await before.waitForSelector('main');
  await before.close();
  await writeCorpus(session, corpus);

  const page = await session.openExtensionPage('library.html');
  await byRole(page, 'searchbox', SEARCH_FIELD);
  const typingWhileIndexing = await watchMainThread(page, () => typeAll(page, texts));
  await session.inExtension(waitUntilIndexed, LONGEST_INDEXING_MS);
  const typing = await watchMainThread(page, () => typeAll(page, texts));
  const scrolling = await watchMainThread(page, () => page.evaluate(scrollDown));
  const idle = await watchMainThread(page, () => new Promise((resolve) => setTimeout(resolve, IDLE_MS)));
  return { typingWhileIndexing, typing, scrolling, idle };
}

/** Types each text letter by letter, and clears it again. */
async function typeAll(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await clickByRole(page, 'searchbox', SEARCH_FIELD);
    await page.keyboard.type(text, { delay: BETWEEN_KEYS_MS });
    await new Promise((resolve) => setTimeout(resolve, 4 * BETWEEN_KEYS_MS));
    for (const _ of text) await page.keyboard.press('Backspace');
  }
}

/** Runs in the page: three seconds of scrolling, a third of a window with every frame. */
async function scrollDown(): Promise<void> {
  const end = performance.now() + 3_000;
  while (performance.now() < end) {
    window.scrollBy(0, innerHeight / 3);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Runs in the extension: until no article is missing from the index. */
async function waitUntilIndexed(longestMs: number): Promise<void> {
  const opening = indexedDB.open('offprint');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const read = (): Promise<unknown> =>
    new Promise((resolve) => {
      const getting = opening.result.transaction('index-state').objectStore('index-state').get('state');
      getting.onsuccess = () => resolve(getting.result);
    });
  const end = performance.now() + longestMs;
  for (;;) {
    const state = (await read()) as { readonly missingAbove?: number | null } | undefined;
    if (state?.missingAbove === null) break;
    if (performance.now() > end) throw new Error('the index is still not complete');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  opening.result.close();
}
