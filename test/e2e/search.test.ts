import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../core/library/records.ts';
import { SEED_SLUG } from '../site/article.ts';
import { byRole, clickByRole, textOf, waitForText } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import type { Session } from '../support/browser/session.ts';
import { openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { descriptionOf, expectHash, expectHeadlines, expectStatus, facetValue } from '../support/e2e/library-page.ts';
import { withSession } from '../support/e2e/with-session.ts';
import { writeArticles } from '../support/e2e/write-articles.ts';
import { sampleRecord, sampleRecords } from '../support/sample-records.ts';

/** The library page over ten thousand articles: the catalogue and the index are made, kept and read as a person sees it. */

const COUNT = 10_000;
const PIECE = 2_500;
const PATIENCE = { timeout: 10_000 };
const ANIMALS = ['otter', 'heron', 'lynx', 'marten', 'beaver', 'osprey', 'newt'];
const PLACES = ['東京', 'Zürich', 'Oslo', 'Lagos'];

const animalOf = ({ order }: ArticleRecord) => ANIMALS[order % ANIMALS.length] ?? '';
const placeOf = ({ order }: ArticleRecord) => PLACES[order % PLACES.length] ?? '';
const bodyOf = (record: ArticleRecord) =>
  `# ${record.headline}\n\nIn **${placeOf(record)}** a ${animalOf(record)} was seen near [the river](https://a.example/${record.order}), alone.`;

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  const records = sampleRecords(COUNT);
  let session: Session;
  let page: Page;

  const countWhere = (test: (record: ArticleRecord) => boolean) => {
    const count = records.filter(test).length;
    return `${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}`;
  };
  const newest = (test: (record: ArticleRecord) => boolean, count = 3) =>
    records
      .filter(test)
      .slice(-count)
      .reverse()
      .map(({ headline }) => headline);
  const lookFor = async (query: string, where: Page = page) => {
    await where.bringToFront();
    await where.evaluate(() => {
      location.hash = '#/';
    });
    const box = await byRole(where, 'searchbox', 'Search your library');
    await box.evaluate((input) => (input as HTMLInputElement).select());
    await box.type(query);
    await expectHash(where, `#/?q=${query}`);
  };

  withSession({ name }, async (begun) => {
    session = begun.session;
    page = await session.openExtensionPage('library.html#/');
    await waitForText(page, 'status', '0 articles');
    for (let from = 0; from < COUNT; from += PIECE)
      await writeArticles(session, records.slice(from, from + PIECE), bodyOf);
    await page.close();
    page = await session.openExtensionPage('library.html#/');
    await waitForText(
      page,
      'status',
      countWhere(() => true),
    );
  });

  it('finds words and phrases of the text, in scripts with and without spaces, and by the beginning of the last word', async () => {
    const cases: readonly (readonly [string, (record: ArticleRecord) => boolean])[] = [
      ['otter', (record) => animalOf(record) === 'otter'],
      ['zurich lynx', (record) => animalOf(record) === 'lynx' && placeOf(record) === 'Zürich'],
      ['"a heron was seen near the river"', (record) => animalOf(record) === 'heron'],
      ['東京', (record) => placeOf(record) === '東京'],
      ['o', () => true],
      ['osp', (record) => animalOf(record) === 'osprey'],
      ['river -otter topic:health', (record) => animalOf(record) !== 'otter' && record.topics.includes('health')],
    ];
    for (const [query, test] of cases) {
      await lookFor(query);
      await expectStatus(page, countWhere(test));
    }
  });

  it('shows where in the text the words stand, and marks them', async () => {
    await lookFor('beaver oslo');
    await expectStatus(
      page,
      countWhere((record) => animalOf(record) === 'beaver' && placeOf(record) === 'Oslo'),
    );
    const list = await byRole(page, 'list', 'Articles');
    const marks = () => list.$$eval('li:first-child mark', (found) => found.map(({ textContent }) => textContent));
    await expect.poll(marks, PATIENCE).toEqual(['Oslo', 'beaver']);
    const first = await list.$('li');
    expect(first === null ? '' : await textOf(first)).toContain('In Oslo a beaver was seen near the river, alone.');
  });

  it('counts every facet under the words', async () => {
    await lookFor('marten');
    const isMarten = (record: ArticleRecord) => animalOf(record) === 'marten';
    await expectStatus(page, countWhere(isMarten));
    const law = (record: ArticleRecord) => isMarten(record) && record.topics.includes('law');
    const value = await facetValue(page, 'Topics', 'Law');
    await expect.poll(() => descriptionOf(value), PATIENCE).toBe(countWhere(law));
    await value.click();
    await expectHash(page, '#/?q=marten* topic:law');
    await expectStatus(page, countWhere(law));
  });

  it('sorts by relevance, by when an article was published and by when it was saved', async () => {
    await lookFor('newt');
    const isNewt = (record: ArticleRecord) => animalOf(record) === 'newt';
    await expectStatus(page, countWhere(isNewt));
    const sortBy = async (sort: string) => {
      await (await byRole(page, 'combobox', 'Sort by')).evaluate((select, value) => {
        (select as HTMLSelectElement).value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, sort);
    };
    await sortBy('saved');
    await expectHash(page, '#/?q=newt&sort=saved');
    await expectHeadlines(page, newest(isNewt));
    await sortBy('published');
    const dates = (record: ArticleRecord) => record.datePublished ?? '';
    const latest = records
      .filter(isNewt)
      .sort((one, other) => (dates(one) < dates(other) ? 1 : dates(one) > dates(other) ? -1 : other.order - one.order));
    await expectHeadlines(
      page,
      latest.slice(0, 3).map(({ headline }) => headline),
    );
  });

  it('says what was perhaps meant when nothing is found', async () => {
    await lookFor('hreon');
    await expectStatus(page, '0 articles');
    await clickByRole(page, 'button', 'Did you mean heron?');
    await expectStatus(
      page,
      countWhere((record) => animalOf(record) === 'heron'),
    );
  });

  it('has every row of the list where it belongs, also the last', async () => {
    await lookFor('near');
    await expectStatus(
      page,
      countWhere(() => true),
    );
    const last = () =>
      page.evaluate(() => {
        window.scrollTo(0, document.documentElement.scrollHeight);
        const items = [...document.querySelectorAll('[aria-posinset]')];
        const item = items.find((one) => one.getAttribute('aria-posinset') === '10000');
        return item?.querySelector('a')?.textContent ?? '';
      });
    await expect.poll(last, PATIENCE).toMatch(/^Headline number \d+$/);
  });

  it('finds in every open page at once what the background saves', async () => {
    const other = await session.openExtensionPage('library.html#/');
    await lookFor('interoperable standards', other);
    await expectStatus(other, '0 articles');
    await lookFor('"to interoperable standards"');
    await expectStatus(page, '0 articles');
    const tab = await openArticleTab(session, SEED_SLUG);
    await saveInTab(session, tab, SEED_SLUG);
    await other.bringToFront();
    await expectStatus(other, '1 article');
    await page.bringToFront();
    await expectStatus(page, '1 article');
    await other.close();
  });

  it('archives everything that was found, and takes all of it back with one undo', async () => {
    const isLynx = (record: ArticleRecord) => animalOf(record) === 'lynx' && placeOf(record) === 'Lagos';
    const found = records.filter(isLynx).length;
    await lookFor('lynx lagos');
    await expectStatus(page, countWhere(isLynx));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('*');
    await waitForText(page, 'status', `${found} selected`);
    const bar = await byRole(page, 'region', 'Selected articles');
    await clickByRole(bar, 'button', 'Archive');
    await waitForText(page, 'status', `Archived ${found} articles`);
    await lookFor('is:archived');
    await expectStatus(page, countWhere(isLynx));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('z');
    await expectStatus(page, '0 articles');
  });

  it('keeps a search by name and says what is new in it', async () => {
    await lookFor('interoperable');
    await expectStatus(page, '1 article');
    await clickByRole(page, 'button', 'Save this search');
    await (await byRole(page, 'textbox', 'Name')).type('Standards');
    await page.keyboard.press('Enter');
    const saved = await byRole(page, 'navigation', 'Saved searches');
    await byRole(saved, 'link', 'Standards');
    await page.evaluate(() => {
      location.hash = '#/';
    });
    await writeArticles(
      session,
      [{ ...sampleRecord(COUNT + 7), slug: 'interoperable-again' }],
      () => 'An interoperable otter.',
    );
    await page.close();
    page = await session.openExtensionPage('library.html#/');
    await expect
      .poll(async () => textOf(await byRole(page, 'navigation', 'Saved searches')), PATIENCE)
      .toContain('1 new');
  });

  it('leaves no error behind', async () => {
    expect(await session.errors()).toEqual([]);
  });
});
