import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fakeLibrary } from '../../support/fake-library.ts';
import { sampleRecord, sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, headlines, openPage } from './open-page.tsx';

test('the newest articles and the count are there before the rest of the library is read', async () => {
  const library = fakeLibrary(sampleRecords(600));
  const { promise, resolve } = Promise.withResolvers<void>();
  library.gate = promise;
  openPage({ library });
  await expectCount('600 articles');
  expect(headlines()[0]).toBe('Headline number 600');
  expect(page.getByRole('group', { name: 'Topics' }).elements()).toHaveLength(0);
  resolve();
  await expect.element(page.getByRole('group', { name: 'Topics' })).toBeVisible();
  await expectCount('600 articles');
});

test('a list has no accessibility faults and says of each item where it stands', async () => {
  openPage({ records: sampleRecords(3) });
  await expectCount('3 articles');
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  const items = page.getByRole('list', { name: 'Articles', exact: true }).getByRole('listitem');
  expect(items.first().element().getAttribute('aria-setsize')).toBe('3');
  expect(items.first().element().getAttribute('aria-posinset')).toBe('1');
  await expect
    .element(page.getByRole('link', { name: 'Headline number 3', exact: true }))
    .toHaveAttribute('href', '#/article/article-3');
  expect(await accessibilityFaults()).toEqual([]);
});

test('an article shows its source, day, reading time and marks', async () => {
  const own = { tags: [], readAt: 1, starredAt: 1, archivedAt: null };
  openPage({
    records: [
      sampleRecord(1, {
        canonicalSource: 'https://www.nature.com/a',
        datePublished: '2026-06-28',
        wordCount: 952,
        own,
      }),
    ],
  });
  const item = page.getByRole('list', { name: 'Articles', exact: true }).getByRole('listitem').first();
  await expect.element(item).toHaveTextContent(/nature\.com28 Jun 20264 min readStarredRead/);
});

test('ten thousand articles put only what is near the window into the page', async () => {
  openPage({ records: sampleRecords(10_000) });
  await expectCount('10,000 articles');
  await expect.element(page.getByRole('group', { name: 'Topics' })).toBeVisible();
  expect(headlines().length).toBeLessThan(40);
  window.scrollTo(0, document.documentElement.scrollHeight);
  await expect.poll(() => headlines().at(-1)).toBe('Headline number 1');
  expect(headlines().length).toBeLessThan(40);
});

test('what another tab saves, marks and removes shows at once, and the focus stays where it was', async () => {
  const open = openPage({ records: sampleRecords(3) });
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  const focused = page.getByRole('link', { name: 'Headline number 2', exact: true }).element() as HTMLElement;
  focused.focus();
  open.library.put(sampleRecord(4, { topics: ['space'] }));
  await expectCount('4 articles');
  expect(headlines()).toEqual([4, 3, 2, 1].map((number) => `Headline number ${number}`));
  await expect.element(page.getByRole('checkbox', { name: 'Space' })).toBeVisible();
  expect(document.activeElement).toBe(focused);
  await open.library.remove('article-3');
  await expectCount('3 articles');
  expect(document.activeElement).toBe(focused);
});

test('an article that the site renamed stands in the list once, under its new slug', async () => {
  const open = openPage({ records: sampleRecords(3) });
  await expectCount('3 articles');
  open.library.rename('article-2', 'its-new-name');
  await expect
    .element(page.getByRole('link', { name: 'Headline number 2', exact: true }))
    .toHaveAttribute('href', '#/article/its-new-name');
  expect(headlines()).toEqual([3, 2, 1].map((number) => `Headline number ${number}`));
});

test('a list that was scrolled keeps its place when something is saved above it', async () => {
  const open = openPage({ records: sampleRecords(200) });
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  window.scrollTo(0, 5000);
  await expect.poll(() => headlines().includes('Headline number 200')).toBe(false);
  const seen = () =>
    page.getByRole('link', { name: 'Headline number 165', exact: true }).element().getBoundingClientRect().top;
  await expect.element(page.getByRole('link', { name: 'Headline number 165', exact: true })).toBeInTheDocument();
  const before = seen();
  open.library.put(sampleRecord(201));
  await expectCount('201 articles');
  await expect.poll(() => Math.abs(seen() - before)).toBeLessThan(2);
});

test('when the article with the focus is removed elsewhere, the focus goes to the one in its place', async () => {
  const open = openPage({ records: sampleRecords(3) });
  await expectCount('3 articles');
  (page.getByRole('link', { name: 'Headline number 2', exact: true }).element() as HTMLElement).focus();
  await open.library.remove('article-2');
  await expectCount('2 articles');
  await expect.poll(() => document.activeElement?.textContent).toBe('Headline number 1');
});

test('an empty library says how to save the first article', async () => {
  openPage({});
  await expectCount('0 articles');
  await expect.element(page.getByRole('heading', { name: 'Nothing saved yet' })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Go to wpnews.pro' }))
    .toHaveAttribute('href', 'https://wpnews.pro/');
  expect(await accessibilityFaults()).toEqual([]);
});

test('a library that cannot be read says so, and trying again reads it', async () => {
  const library = fakeLibrary(sampleRecords(2));
  library.broken = true;
  openPage({ library });
  await expect.element(page.getByRole('alert')).toHaveTextContent('Your library could not be opened');
  expect(await accessibilityFaults()).toEqual([]);
  library.broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectCount('2 articles');
});
