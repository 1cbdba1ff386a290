import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeLibrary } from '../../support/fake-library.ts';
import { sampleRecord, sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, headlines, openPage } from './open-page.tsx';

test('a link opens the article; Back shows the list where it was left', async () => {
  openPage({ records: sampleRecords(200) });
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  window.scrollTo(0, 6000);
  await expect.poll(() => headlines().includes('Headline number 200')).toBe(false);
  await userEvent.keyboard('j');
  const before = await restingPlace();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveFocus();
  expect(window.scrollY).toBe(0);
  expect(await accessibilityFaults()).toEqual([]);
  window.history.back();
  await expectCount('200 articles');
  await expect.poll(() => Math.abs(window.scrollY - before)).toBeLessThan(3);
});

async function restingPlace(): Promise<number> {
  let last = -1;
  await expect
    .poll(() => {
      const moved = window.scrollY !== last;
      last = window.scrollY;
      return moved;
    })
    .toBe(false);
  return last;
}

test('a former slug opens the article, and the address says the one it has', async () => {
  const library = fakeLibrary(sampleRecords(1));
  library.rename('article-1', 'its-new-name');
  const open = openPage({ library, hash: '#/article/article-1' });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Headline number 1' })).toBeVisible();
  await expect.poll(() => window.location.hash).toBe('#/article/its-new-name');
  await userEvent.keyboard('#');
  await expect.poll(() => open.library.held.size).toBe(0);
});

test('an article that was never saved is said not to be in the library', async () => {
  const open = openPage({ records: sampleRecords(1), hash: '#/article/never-saved' });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Not in your library' })).toHaveFocus();
  await expect
    .element(page.getByRole('link', { name: 'Open it on wpnews.pro' }))
    .toHaveAttribute('href', 'https://wpnews.pro/news/never-saved');
  expect(await accessibilityFaults()).toEqual([]);
  open.library.put(sampleRecord(7, { slug: 'never-saved' }));
  await expect.element(page.getByRole('heading', { level: 1, name: 'Headline number 7' })).toBeVisible();
});

test('Remove goes back to the list with a toast, and Undo brings the article back', async () => {
  openPage({ records: sampleRecords(3), hash: '#/article/article-2' });
  await page.getByRole('button', { name: 'Remove' }).click();
  await expectCount('2 articles');
  expect(window.location.hash).toBe('#/');
  await expect.element(page.getByRole('status').getByText('Removed “Headline number 2”')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectCount('3 articles');
  await expect.poll(() => document.activeElement?.textContent).toBe('Headline number 2');
});

test('a toast goes by itself, but not while it has the pointer or the focus', async () => {
  const open = openPage({ records: sampleRecords(3), hash: '#/article/article-2' });
  await page.getByRole('button', { name: 'Remove' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.hover();
  open.elapse();
  await expect.element(undo).toBeVisible();
  await page.getByRole('searchbox').hover();
  open.elapse();
  await expect.poll(() => undo.elements()).toHaveLength(0);
});

test('a removal that fails says why and keeps the article', async () => {
  const library = fakeLibrary(sampleRecords(1));
  openPage({ library, hash: '#/article/article-1' });
  await expect.element(page.getByRole('article')).toBeVisible();
  library.broken = true;
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect.element(page.getByRole('status').getByText(/could not be read or written/)).toBeVisible();
  await expect.element(page.getByRole('article')).toBeVisible();
});

test('an article that cannot be read says so, and trying again reads it', async () => {
  const library = fakeLibrary(sampleRecords(1));
  library.broken = true;
  openPage({ library, hash: '#/article/article-1' });
  await expect.element(page.getByRole('alert')).toHaveTextContent('The article could not be opened');
  library.broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('article')).toBeVisible();
});

test('marks of the open article show on their buttons', async () => {
  openPage({ records: sampleRecords(1), hash: '#/article/article-1' });
  const star = page.getByRole('button', { name: 'Star' });
  await expect.element(star).toHaveAttribute('aria-pressed', 'false');
  await star.click();
  await expect.element(star).toHaveAttribute('aria-pressed', 'true');
});
