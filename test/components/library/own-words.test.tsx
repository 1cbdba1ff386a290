import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sampleRecord, sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, openPage } from './open-page.tsx';

const HASH = '#/article/article-1';
const tagged = (...tags: string[]) => ({ tags, readAt: null, starredAt: null, archivedAt: null });
const press = (keys: string) => userEvent.keyboard(keys);
const toast = (text: string) => page.getByRole('status').getByText(text);

async function openArticle(...tags: string[]) {
  (document.activeElement as HTMLElement | null)?.blur();
  const records = [sampleRecord(1, { own: tagged(...tags) }), sampleRecord(2, { own: tagged('AI policy', 'chips') })];
  const open = openPage({ records, hash: HASH });
  await expect.element(page.getByRole('article')).toBeVisible();
  const own = () => open.library.held.get('article-1')?.own;
  return { ...open, own };
}

beforeEach(() => window.localStorage.clear());

describe('tags of the open article', () => {
  const field = () => page.getByRole('combobox', { name: 'Add tag' });

  test('lead to their lists, and are taken away with a way back', async () => {
    const { own } = await openArticle('to read', 'x "y"');
    const tags = page.getByRole('list', { name: 'Tags' });
    await expect
      .element(tags.getByRole('link', { name: 'to read' }))
      .toHaveAttribute('href', '#/?q=tag%3A%22to%20read%22');
    expect(await accessibilityFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Remove tag to read' }).click();
    await expect.element(toast('Took the tag “to read” away')).toBeVisible();
    expect(own()?.tags).toEqual(['x "y"']);
    await expect.element(page.getByRole('button', { name: 'Remove tag x "y"' })).toHaveFocus();
    await press('{Enter}');
    await expect.element(field()).toHaveFocus();
    expect(own()?.tags).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(tags.getByRole('link')).toHaveTextContent('x "y"');
  });

  test('are added by keyboard alone: t goes to the field, which offers known ones and takes new ones', async () => {
    const { own } = await openArticle();
    await press('t');
    await expect.element(field()).toHaveFocus();
    await press('po');
    await expect.element(page.getByRole('option', { name: /AI policy 1 article/ })).toBeVisible();
    await expect.element(field()).toHaveAttribute('aria-expanded', 'true');
    expect(await accessibilityFaults()).toEqual([]);
    await press('{ArrowDown}{Enter}');
    await expect.poll(() => own()?.tags).toEqual(['AI policy']);
    await expect.element(field()).toHaveValue('');
    await press('CHIPS{Enter}');
    await expect.poll(() => own()?.tags).toEqual(['AI policy', 'chips']);
    await press(' a  new one {Enter}');
    await expect.poll(() => own()?.tags).toEqual(['AI policy', 'chips', 'a new one']);
    await expect.element(field()).toHaveFocus();
  });

  test('are refused in words, and the text stays to be changed', async () => {
    const { own } = await openArticle('Café');
    const alert = page.getByRole('article').getByRole('alert');
    await press('t');
    await press('cafe{Enter}');
    await expect.element(alert).toHaveTextContent('This article has that tag already.');
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field()).toHaveAccessibleDescription('This article has that tag already.');
    expect(await accessibilityFaults()).toEqual([]);
    await press('teria');
    await expect.element(field()).toHaveAttribute('aria-invalid', 'false');
    await press('{Enter}');
    await expect.poll(() => own()?.tags).toEqual(['Café', 'cafeteria']);
    await press('{Enter}');
    await expect.element(alert).toHaveTextContent('at least one letter');
  });
});

describe('the note on the open article', () => {
  const note = () => page.getByRole('textbox', { name: 'Your note' });

  test('is behind a button, stored after a pause, and says so', async () => {
    const { own, elapse } = await openArticle();
    expect(note().elements()).toHaveLength(0);
    await press('n');
    await expect.element(note()).toHaveFocus();
    await press('Compare with j and k. ');
    expect(own()?.note).toBeUndefined();
    elapse();
    await expect.element(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible();
    expect(own()?.note).toBe('Compare with j and k.');
    await expect.element(note()).toHaveValue('Compare with j and k. ');
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('outlasts a refresh of the article while it is being written', async () => {
    const { library, own } = await openArticle();
    await press('n');
    await press('Half a sen');
    const record = library.held.get('article-1');
    if (record !== undefined) library.put({ ...record, headline: 'A newer headline' });
    await expect.element(page.getByRole('heading', { level: 1, name: 'A newer headline' })).toBeVisible();
    await expect.element(note()).toHaveFocus();
    await press('tence');
    await expect.element(note()).toHaveValue('Half a sentence');
    await page.getByRole('link', { name: 'Library' }).first().click();
    await expect.poll(() => own()?.note).toBe('Half a sentence');
  });

  test('is stored when the page is hidden or closed', async () => {
    const { own } = await openArticle();
    await press('n');
    await press('In a hurry');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(Object.values({ ...window.localStorage })).toEqual(['In a hurry']);
    await expect.poll(() => own()?.note).toBe('In a hurry');
    await expect.poll(() => window.localStorage.length).toBe(0);
  });

  test('is found by has:note, and gone when it is emptied', async () => {
    const { own } = await openArticle();
    await press('n');
    await press('x');
    (note().element() as HTMLElement).blur();
    await expect.poll(() => own()?.note).toBe('x');
    window.location.hash = '#/?q=has%3Anote';
    await expect.element(page.getByRole('link', { name: 'Headline number 1', exact: true })).toBeVisible();
    window.location.hash = HASH;
    await note().fill('');
    (note().element() as HTMLElement).blur();
    await expect.poll(() => own()).not.toHaveProperty('note');
  });
});

test('tags show in the list and lead to their lists', async () => {
  openPage({ records: [...sampleRecords(2), sampleRecord(3, { own: tagged('a tag') })] });
  await expect.element(page.getByRole('link', { name: 'a tag' })).toHaveAttribute('href', '#/?q=tag%3A%22a%20tag%22');
});
