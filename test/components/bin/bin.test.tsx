import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeLibrary } from '../../support/fake-library.ts';
import { sampleRecord } from '../../support/sample-records.ts';
import { accessibilityFaults, openPage, type PageSetting } from '../library/open-page.tsx';

const DAY = 86_400_000;
const TODAY = Date.UTC(2026, 5, 30, 12);
const row = (number: number) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: `Headline number ${number}`, exact: true }) });
const button = (number: number, name: string) => row(number).getByRole('button', { name, exact: true });
const status = (text: string) => page.getByRole('status').getByText(text, { exact: true });
const headlines = () =>
  page
    .getByRole('list', { name: 'Articles in the bin' })
    .getByRole('heading')
    .elements()
    .map(({ textContent }) => textContent);

/** The bin page over articles 1 to `count`, of which the last was removed last. */
async function openBin(count: number, setting: PageSetting = {}) {
  const library = fakeLibrary([sampleRecord(1000)]);
  for (let number = 1; number <= count; number += 1) {
    library.putInBin(sampleRecord(number), TODAY - (count - number) * DAY);
  }
  const open = openPage({ library, hash: '#/bin', ...setting });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Bin' })).toHaveFocus();
  return open;
}

describe('the bin', () => {
  test('lists what was removed, last first, with the day it is deleted for good', async () => {
    await openBin(3);
    await expect.poll(headlines).toEqual(['Headline number 3', 'Headline number 2', 'Headline number 1']);
    await expect.element(row(3)).toHaveTextContent(/Removed on 30 Jun 2026 · deleted for good after 30 Jul 2026/);
    await expect.element(status('3 articles in the bin')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('says when it is empty', async () => {
    await openBin(0);
    await expect.element(status('The bin is empty.')).toBeVisible();
    expect(page.getByRole('button', { name: 'Empty bin' }).elements()).toHaveLength(0);
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('is led to from every page', async () => {
    openPage({ records: [sampleRecord(1)] });
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Bin' }).click();
    await expect.element(status('The bin is empty.')).toBeVisible();
  });

  test('shows at once what another page removes and restores', async () => {
    const { library } = await openBin(2);
    await expect.element(status('2 articles in the bin')).toBeVisible();
    await library.remove('article-1000');
    await expect.element(status('3 articles in the bin')).toBeVisible();
    await library.restore('article-1');
    await expect.element(status('2 articles in the bin')).toBeVisible();
  });

  test('keeps few of ten thousand articles in the page, and tells how many there are', async () => {
    await openBin(10_000);
    await expect.element(status('10,000 articles in the bin')).toBeVisible();
    expect(headlines().length).toBeLessThan(60);
    await expect.element(row(10_000)).toHaveAttribute('aria-setsize', '10000');
  });

  test('reads only the articles that are looked at', async () => {
    const { library } = await openBin(1_000);
    const asked: string[] = [];
    const { read } = library.bin;
    library.bin.read = (slugs) => {
      asked.push(...slugs);
      return read(slugs);
    };
    await expect.element(row(1_000)).toBeVisible();
    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    await expect.poll(headlines).toContain('Headline number 500');
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThan(60);
  });

  test('says what is wrong when it cannot be read', async () => {
    const library = fakeLibrary([]);
    library.bin.slugs = () => Promise.reject(new Error('broken on purpose'));
    openPage({ library, hash: '#/bin' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/could not be read/);
  });
});

describe('restoring', () => {
  test('brings an article back, and the next one has the focus', async () => {
    const { library } = await openBin(3);
    await button(2, 'Restore').click();
    await expect.element(page.getByRole('status').getByText('Restored “Headline number 2”')).toBeVisible();
    await expect.poll(headlines).toEqual(['Headline number 3', 'Headline number 1']);
    expect(library.held.has('article-2')).toBe(true);
    await expect.element(button(1, 'Restore')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button(3, 'Restore')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Bin' })).toHaveFocus();
    await expect.element(status('The bin is empty.')).toBeVisible();
  });

  test('that fails says why', async () => {
    const { library } = await openBin(1);
    library.broken = true;
    await button(1, 'Restore').click();
    await expect.element(page.getByRole('status').getByText(/could not be read or written/)).toBeVisible();
  });
});

describe('deleting for good', () => {
  const dialog = () => page.getByRole('dialog');

  test('asks first, says that it cannot be undone, and does nothing unless it is told to', async () => {
    const { library } = await openBin(2);
    await button(2, 'Delete for good').click();
    await expect.element(dialog()).toHaveAccessibleName('Delete “Headline number 2” for good?');
    await expect.element(dialog()).toHaveAccessibleDescription(/^This cannot be undone/);
    await expect.element(dialog().getByRole('button', { name: 'Cancel' })).toHaveFocus();
    expect(await accessibilityFaults()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => dialog().elements()).toHaveLength(0);
    await expect.element(button(2, 'Delete for good')).toHaveFocus();
    expect(await library.bin.count()).toBe(2);
  });

  test('deletes the article, and the next one has the focus', async () => {
    const { library } = await openBin(2);
    await button(2, 'Delete for good').click();
    await dialog().getByRole('button', { name: 'Delete for good' }).click();
    await expect.element(page.getByRole('status').getByText('Deleted 1 article for good')).toBeVisible();
    await expect.poll(headlines).toEqual(['Headline number 1']);
    await expect.element(button(1, 'Delete for good')).toHaveFocus();
    expect(await library.restore('article-2')).toMatchObject({ ok: false });
  });

  test('empties the whole bin when that is confirmed, in view and stoppable', async () => {
    const { library } = await openBin(250);
    let go = () => {};
    library.pieceGate = new Promise((resolve) => {
      go = resolve;
    });
    await page.getByRole('button', { name: 'Empty bin' }).click();
    await expect.element(dialog()).toHaveAccessibleName('Delete 250 articles for good?');
    await dialog().getByRole('button', { name: 'Delete for good' }).click();
    const bar = page.getByRole('progressbar', { name: 'Emptying the bin' });
    await expect.element(bar).toHaveAttribute('value', '100');
    await page.getByRole('button', { name: 'Cancel' }).click();
    go();
    await expect.element(page.getByRole('status').getByText('Deleted 100 articles for good')).toBeVisible();
    await expect.element(status('150 articles in the bin')).toBeVisible();
  });

  test('leaves the focus in the page when the bin is empty', async () => {
    await openBin(3);
    await page.getByRole('button', { name: 'Empty bin' }).click();
    await dialog().getByRole('button', { name: 'Delete for good' }).click();
    await expect.element(status('The bin is empty.')).toBeVisible();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Bin' })).toHaveFocus();
  });
});

test.each(['light', 'dark'] as const)('nothing is cut 320 pixels wide, in the %s theme', async (theme) => {
  await page.viewport(320, 640);
  const library = fakeLibrary([]);
  const headline = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung';
  library.putInBin(sampleRecord(1, { headline }), TODAY);
  openPage({ library, hash: '#/bin', preferences: { theme } });
  await expect.element(page.getByRole('heading', { name: headline })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(await accessibilityFaults()).toEqual([]);
});

test('a headline keeps its own direction and language', async () => {
  document.documentElement.dir = 'rtl';
  const library = fakeLibrary([]);
  library.putInBin(sampleRecord(1, { headline: 'An English one', inLanguage: 'en' }), TODAY);
  openPage({ library, hash: '#/bin' });
  const heading = page.getByRole('heading', { name: 'An English one' });
  await expect.element(heading).toHaveAttribute('lang', 'en');
  expect(getComputedStyle(heading.element()).direction).toBe('ltr');
  const restore = page.getByRole('button', { name: 'Restore' }).element();
  expect(restore.getBoundingClientRect().right).toBeLessThanOrEqual(heading.element().getBoundingClientRect().left);
});
