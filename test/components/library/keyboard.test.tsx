import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, headlines, openPage } from './open-page.tsx';

const focusedText = () => document.activeElement?.textContent;
const press = (keys: string) => userEvent.keyboard(keys);

async function openThree() {
  (document.activeElement as HTMLElement | null)?.blur();
  const open = openPage({ records: sampleRecords(3) });
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  return open;
}

test('j, k and the arrows move from article to article and stop at the ends', async () => {
  await openThree();
  for (const [key, number] of [
    ['j', 3],
    ['j', 2],
    ['k', 3],
    ['k', 3],
    ['{ArrowDown}', 2],
    ['{ArrowDown}', 1],
    ['{ArrowDown}', 1],
    ['{ArrowUp}', 2],
  ] as const) {
    await press(key);
    await expect.poll(focusedText).toBe(`Headline number ${number}`);
  }
});

test('moving past the window brings the article into it', async () => {
  openPage({ records: sampleRecords(400) });
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  await press('j'.repeat(30));
  await expect.poll(focusedText).toBe('Headline number 371');
  const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(window.innerHeight);
});

test('o opens the article with the focus on its heading; u goes back to the same place', async () => {
  await openThree();
  await press('jjo');
  await expect.element(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveFocus();
  expect(window.location.hash).toBe('#/article/article-2');
  await expect.poll(() => document.title).toBe('Headline number 2 – Offprint');
  await press('u');
  await expect.poll(focusedText).toBe('Headline number 2');
  await expect.poll(() => document.title).toBe('Offprint');
});

test('Enter opens the article that has the focus', async () => {
  await openThree();
  await press('j{Enter}');
  await expect.element(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveFocus();
});

test('m, s and e mark the article and take the mark away, each told in a toast', async () => {
  const { library } = await openThree();
  await press('jm');
  await expect.element(page.getByText('Marked as read')).toBeVisible();
  await press('s');
  await expect.element(page.getByRole('status').getByText('Starred')).toBeVisible();
  await press('e');
  await expect.element(page.getByRole('status').getByText('Archived')).toBeVisible();
  const own = () => library.held.get('article-3')?.own;
  expect(own()).toMatchObject({ readAt: 1, starredAt: 1, archivedAt: 1 });
  await press('m');
  await expect.poll(own).toMatchObject({ readAt: null, starredAt: 1, archivedAt: 1 });
  await press('z');
  await expect.poll(own).toMatchObject({ readAt: 1 });
});

test('# removes the article, the next one has the focus, and z brings it back', async () => {
  await openThree();
  await press('jj#');
  await expectCount('2 articles');
  await expect.poll(focusedText).toBe('Headline number 1');
  await press('z');
  await expectCount('3 articles');
  await expect.poll(focusedText).toBe('Headline number 2');
  expect(headlines()).toHaveLength(3);
});

test('a key that is held down removes one article, not all', async () => {
  const { library } = await openThree();
  await press('j');
  const held = new KeyboardEvent('keydown', { key: '#', repeat: true, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(held);
  await press('j');
  await expect.poll(focusedText).toBe('Headline number 2');
  expect(library.held.size).toBe(3);
});

test('/ goes to the search box, where letters are letters', async () => {
  const { library } = await openThree();
  await press('j');
  await press('/');
  const box = page.getByRole('searchbox', { name: 'Search your library' });
  await expect.element(box).toHaveFocus();
  await press('#je?');
  await expect.element(box).toHaveValue('#je?');
  expect(library.held.size).toBe(3);
});

test('? lists the keys in a dialog that Escape closes', async () => {
  await openThree();
  await press('?');
  await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expect.element(page.getByRole('term').getByText('Shift+X')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await press('#');
  await press('{Escape}');
  expect(page.getByRole('dialog').elements()).toHaveLength(0);
  await expectCount('3 articles');
  await press('?');
  await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('single keys are dead when they are switched off, and the arrows still move', async () => {
  openPage({ records: sampleRecords(3), preferences: { singleKeys: false } });
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  (page.getByRole('link', { name: 'Headline number 3', exact: true }).element() as HTMLElement).focus();
  await press('j#');
  expect(focusedText()).toBe('Headline number 3');
  await press('{ArrowDown}');
  await expect.poll(focusedText).toBe('Headline number 2');
  await expectCount('3 articles');
});
