import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ArticleRecord, OriginalRecord } from '../core/library/records.ts';
import { topicLabel } from '../core/library/topic-label.ts';
import { addressOf, SEED_SLUG } from '../test/site/article.ts';
import type { DemoSite } from '../test/site/demo-site.ts';
import { byRole, clickByRole, textOf, waitForText } from '../test/support/browser/by-role.ts';
import { readStore } from '../test/support/browser/database.ts';
import { type Look, screenshot } from '../test/support/browser/screenshot.ts';
import type { Session } from '../test/support/browser/session.ts';

/**
 * The main job of the product, done as a person does it: save an article with one click, then, with the site and the
 * network gone, find it by topic and read it. Everything is found by role and name, so whatever works here works for a
 * screen reader too.
 */

type Step = <T>(what: string, action: () => Promise<T>) => Promise<T>;

/** Firefox shows the popup in a tab, which is given a popup's size here; the real one in Chromium has its own. */
const POPUP_IN_TAB = { width: 400, height: 420 };
const LOOKS = { library: { width: 1200, height: 800 }, reader: { width: 1000, height: 1000 } } as const;

/** Runs the main job and reports each step as one line; a step that fails throws an Error that names it and says why. */
export async function runMainJob(
  session: Session,
  site: Pick<DemoSite, 'articles' | 'goDown' | 'goUp'>,
  report: (line: string) => void,
  screenshotsDir: string,
): Promise<void> {
  const article = site.articles.get(SEED_SLUG);
  if (article === undefined) throw new Error('The demo site lacks the first article');
  const { title, topics = [] } = article;
  const step: Step = async (what, action) => {
    const start = performance.now();
    try {
      const value = await action();
      report(`  ✓ ${what} (${Math.round(performance.now() - start)} ms)`);
      return value;
    } catch (error) {
      throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  };
  const picture = (page: Page, name: string, look: Look) =>
    screenshot(session, page, `${screenshotsDir}/${name}.png`, look);

  const page = await step(`Opens ${addressOf(SEED_SLUG)}`, () => session.openPage(addressOf(SEED_SLUG)));
  const popup = await step('Opens the popup, which names the article', async () => {
    const opened = await session.openPopupFor(page);
    await byRole(opened, 'heading', title);
    return opened;
  });
  await step('Clicks “Save article”, and the popup says “Saved”', async () => {
    await clickByRole(popup, 'button', 'Save article');
    await waitForText(popup, 'status', 'Saved');
  });
  for (const line of await step('Finds the article in the database', () => describeStored(session, title))) {
    report(`      ${line}`);
  }
  await picture(popup, 'popup', session.name === 'firefox' ? POPUP_IN_TAB : {});

  await step('Takes the site down and cuts the network', async () => {
    site.goDown();
    await session.goOffline();
  });
  try {
    const library = await step('Opens the library, which lists it', () => openLibrary(session, title));
    await step(`Narrows the list by its topics: ${topics.map(topicLabel).join(', ')}`, async () => {
      await narrowByTopics(library, topics);
      await byRole(await byRole(library, 'list', 'Articles'), 'link', title);
    });
    await picture(library, 'library', LOOKS.library);
    await step('Opens it in the reader, whole', () => read(library, title, article.body_md));
    await picture(library, 'reader', LOOKS.reader);
    await step('Removes it, and brings it back with “Undo”', () => removeAndUndo(session, library));
  } finally {
    await session.goOffline(false);
    site.goUp();
  }
  report(
    `  Screenshots: ${['popup', 'library', 'reader'].map((name) => join(screenshotsDir, `${name}.png`)).join(', ')}`,
  );
}

async function describeStored(session: Session, title: string): Promise<string[]> {
  const records = (await readStore(session, 'articles')) as ArticleRecord[];
  const record = records.find(({ headline }) => headline === title);
  if (record === undefined) throw new Error(`among ${records.length} stored articles there is none with this headline`);
  const originals = (await readStore(session, 'originals')) as (Omit<OriginalRecord, 'bytes'> & {
    bytes: { byteLength: number };
  })[];
  const own = originals.filter(({ slug }) => slug === record.slug);
  const bytes = own.reduce((sum, original) => sum + original.bytes.byteLength, 0);
  return [
    `headline  ${record.headline}`,
    `topics    ${record.topics.join(', ')}`,
    `entities  ${record.entities.map(({ name }) => name).join(', ')}`,
    `words     ${record.wordCount}`,
    `original  ${bytes} bytes as sent (${own.map(({ source }) => source).join(', ')})`,
  ];
}

async function openLibrary(session: Session, title: string): Promise<Page> {
  const library = await session.openExtensionPage('library.html#/');
  await byRole(await byRole(library, 'list', 'Articles'), 'link', title);
  await waitForText(library, 'status', '1 article');
  return library;
}

async function narrowByTopics(library: Page, topics: readonly string[]): Promise<void> {
  const group = await byRole(library, 'group', 'Topics');
  for (const topic of topics) {
    await clickByRole(group, 'checkbox', topicLabel(topic));
    await library.waitForFunction((words) => decodeURIComponent(location.hash).includes(words), {}, `topic:${topic}`);
  }
}

async function read(library: Page, title: string, body: string): Promise<void> {
  await clickByRole(await byRole(library, 'list', 'Articles'), 'link', title);
  await library.waitForFunction((start) => location.hash.startsWith(start), {}, '#/article/');
  const reader = await byRole(library, 'article', null);
  await byRole(reader, 'heading', title);
  const shown = await textOf(reader);
  const end = body.trim().slice(-60);
  if (!shown.includes(end)) throw new Error(`the body does not end in “${end}”`);
}

async function removeAndUndo(session: Session, library: Page): Promise<void> {
  await clickByRole(library, 'button', 'Remove');
  await clickByRole(library, 'button', 'Undo');
  await waitForText(library, 'status', '1 article');
  const { length } = await readStore(session, 'articles');
  if (length !== 1) throw new Error(`the library holds ${length} articles`);
}
