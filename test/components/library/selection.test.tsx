import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeLibrary } from '../../support/fake-library.ts';
import { sampleRecord, sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, headlines, openPage, type PageSetting } from './open-page.tsx';

const press = (keys: string) => userEvent.keyboard(keys);
const box = (number: number) => page.getByRole('checkbox', { name: `Select Headline number ${number}`, exact: true });
const bar = () => page.getByRole('region', { name: 'Selected articles' });
const button = (name: string) => bar().getByRole('button', { name, exact: true });
const toast = (text: string | RegExp) => page.getByRole('status').getByText(text);

async function openList(setting: PageSetting) {
  (document.activeElement as HTMLElement | null)?.blur();
  const open = openPage(setting);
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  return open;
}

async function expectSelected(text: string) {
  await expect.element(page.getByText(/^[\d,]+ selected$/)).toHaveTextContent(text);
}

describe('selecting', () => {
  test('x selects the article of the cursor and takes it out again, said in a status', async () => {
    await openList({ records: sampleRecords(3) });
    await press('jx');
    await expect.element(box(3)).toBeChecked();
    await expectSelected('1 selected');
    await press('jx');
    await expectSelected('2 selected');
    expect(await accessibilityFaults()).toEqual([]);
    await press('x');
    await expectSelected('1 selected');
    await press('{Escape}');
    await expect.poll(() => bar().elements()).toHaveLength(0);
    await expect.element(box(3)).not.toBeChecked();
  });

  test('Shift with x, j, k or an arrow selects the range from the last article to here', async () => {
    await openList({ records: sampleRecords(9) });
    await press('jxjj');
    await press('X');
    await expectSelected('3 selected');
    await press('J');
    await press('J');
    await expectSelected('5 selected');
    await press('K');
    await expectSelected('4 selected');
    await press('{Shift>}{ArrowDown}{/Shift}');
    await expectSelected('5 selected');
    await expect.element(box(5)).toBeChecked();
    await expect.element(box(4)).not.toBeChecked();
  });

  test('a checkbox selects, and with Shift a range, also over rows that were never in the page', async () => {
    await openList({ records: sampleRecords(400) });
    await box(399).click();
    window.scrollTo(0, document.documentElement.scrollHeight);
    await expect.poll(() => headlines().at(-1)).toBe('Headline number 1');
    await box(2).click({ modifiers: ['Shift'] });
    await expectSelected('398 selected');
    await expect.element(box(1)).not.toBeChecked();
    await expect.element(box(3)).toBeChecked();
  });

  test('the selection outlasts what is saved and removed elsewhere, and goes with the query', async () => {
    const { library } = await openList({ records: sampleRecords(5) });
    await press('jxjx');
    library.put(sampleRecord(6));
    await expectCount('6 articles');
    await expectSelected('2 selected');
    await library.remove('article-5');
    await expectSelected('1 selected');
    await page.getByRole('searchbox').fill('is:unread');
    await expect.poll(() => bar().elements()).toHaveLength(0);
  });

  test('the selection is still there after reading an article', async () => {
    await openList({ records: sampleRecords(5) });
    await press('jxjo');
    await expect.element(page.getByRole('article')).toBeVisible();
    await press('u');
    await expectSelected('1 selected');
    await expect.element(box(5)).toBeChecked();
  });

  test('the focus is not lost when the button that had it goes', async () => {
    await openList({ records: sampleRecords(3) });
    await press('jx');
    await button('Select all 3 matching').click();
    await expectSelected('3 selected');
    await expect.element(button('Clear')).toHaveFocus();
    await press('{Enter}');
    await expect.poll(() => document.activeElement?.textContent).toBe('Headline number 3');
    await press('*');
    await button('Remove').click();
    await expectCount('0 articles');
    await press('z');
    await expectCount('3 articles');
  });

  test('keys select nothing when single keys are off; the boxes still do', async () => {
    await openList({ records: sampleRecords(3), preferences: { singleKeys: false } });
    await press('jx*');
    expect(bar().elements()).toHaveLength(0);
    await box(2).click();
    await expectSelected('1 selected');
    await press('{Escape}');
    await expect.poll(() => bar().elements()).toHaveLength(0);
  });
});

describe('changing what is selected', () => {
  test('m, s, e and # mean the selected articles, each with one undo for all', async () => {
    const { library } = await openList({ records: sampleRecords(4) });
    const marks = () => [...library.held.values()].map(({ own }) => own.readAt !== null);
    await press('jxjxm');
    await expect.element(toast('Marked 2 articles as read')).toBeVisible();
    expect(marks()).toEqual([false, false, true, true]);
    await press('z');
    await expect.poll(marks).toEqual([false, false, false, false]);
    await press('#');
    await expectCount('2 articles');
    await expect.element(toast('Removed 2 articles')).toBeVisible();
    await expect.poll(() => document.activeElement?.textContent).toBe('Headline number 2');
    expect(bar().elements()).toHaveLength(0);
    await press('z');
    await expectCount('4 articles');
  });

  test('undo changes back only what was changed', async () => {
    const read = { tags: [], readAt: 1, starredAt: null, archivedAt: null };
    const { library } = await openList({ records: [sampleRecord(1, { own: read }), sampleRecord(2), sampleRecord(3)] });
    await press('*');
    await expectSelected('3 selected');
    await button('Mark read').click();
    await expect.element(toast('Marked 2 articles as read')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => library.held.get('article-3')?.own.readAt).toBeNull();
    expect(library.held.get('article-1')?.own.readAt).toBe(1);
    await button('Mark unread').click();
    await expect.element(toast('Marked 1 article as unread')).toBeVisible();
    await button('Mark unread').click();
    await expect.element(toast('Nothing to change')).toBeVisible();
    expect(page.getByRole('button', { name: 'Undo' }).elements()).toHaveLength(0);
  });

  test('what a change takes out of the list is no longer selected', async () => {
    const { library } = await openList({ records: sampleRecords(3), hash: '#/?q=is%3Aunread' });
    await press('jxm');
    await expectCount('2 articles');
    await expect.poll(() => bar().elements()).toHaveLength(0);
    await press('z');
    await expectCount('3 articles');
    expect(library.held.size).toBe(3);
  });

  test('a failure is told, and the selection stays', async () => {
    const { library } = await openList({ records: sampleRecords(3) });
    await press('jx');
    library.broken = true;
    await button('Archive').click();
    await expect.element(toast(/could not be read or written/)).toBeVisible();
    await expectSelected('1 selected');
  });
});

describe('everything that matches', () => {
  test('is selected without its rows, less the exceptions, and changed and changed back', async () => {
    const { library } = await openList({ records: sampleRecords(10_000), hash: '#/?q=lang%3Ade' });
    await expectCount('2,000 articles');
    await press('jx');
    await button('Select all 2,000 matching').click();
    await expectSelected('2,000 selected');
    await box(9_995).click();
    await expectSelected('1,999 selected');
    await button('Star').click();
    await expect.element(toast('Starred 1,999 articles')).toBeVisible();
    const starred = () => [...library.held.values()].filter(({ own }) => own.starredAt !== null).length;
    expect(starred()).toBe(1_999);
    expect(library.held.get('article-9995')?.own.starredAt).toBeNull();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(starred).toBe(0);
  });

  test('shows its progress and can be stopped: what was done stays done and can be undone', async () => {
    const library = fakeLibrary(sampleRecords(10_000));
    await openList({ library });
    await press('*');
    await expectSelected('10,000 selected');
    const { promise, resolve } = Promise.withResolvers<void>();
    library.pieceGate = promise;
    await button('Remove').click();
    const progress = page.getByRole('progressbar', { name: 'Working on the selected articles' });
    await expect.element(progress).toHaveAttribute('value', '100');
    await expect.element(progress).toHaveAttribute('max', '10000');
    expect(await accessibilityFaults()).toEqual([]);
    await expect.element(button('Cancel')).toHaveFocus();
    await press('{Enter}');
    resolve();
    await expect.element(toast('Stopped: Removed 100 articles')).toBeVisible();
    await expectCount('9,900 articles');
    library.pieceGate = null;
    await press('z');
    await expectCount('10,000 articles');
  });
});

describe('tags of the selected articles', () => {
  const tagsOf = (library: ReturnType<typeof fakeLibrary>) => [...library.held.values()].map(({ own }) => own.tags);

  test('are given by keyboard alone, and taken back by one undo', async () => {
    const { library } = await openList({ records: sampleRecords(3) });
    await press('jxjxt');
    const dialog = page.getByRole('dialog', { name: 'Add a tag to the selected articles' });
    await expect.element(dialog.getByRole('combobox', { name: 'Tag' })).toHaveFocus();
    expect(await accessibilityFaults()).toEqual([]);
    await press('  to   read {Enter}');
    await expect.element(toast('Tagged 2 articles “to read”')).toBeVisible();
    expect(tagsOf(library)).toEqual([[], ['to read'], ['to read']]);
    await expect.element(page.getByRole('link', { name: 'to read' }).first()).toBeVisible();
    await press('z');
    await expect.poll(() => tagsOf(library)).toEqual([[], [], []]);
  });

  test('are offered as the library has them, and taken away', async () => {
    const tagged = (...tags: string[]) => ({ tags, readAt: null, starredAt: null, archivedAt: null });
    const { library } = await openList({
      records: [
        sampleRecord(1, { own: tagged('AI', 'chips') }),
        sampleRecord(2, { own: tagged('AI') }),
        sampleRecord(3),
      ],
    });
    await press('*');
    await button('Remove tag…').click();
    const field = page.getByRole('combobox', { name: 'Tag' });
    await field.fill('a');
    await expect.element(page.getByRole('option', { name: /AI 2 articles/ })).toBeVisible();
    await press('{ArrowDown}');
    await expect.element(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveTextContent('AI');
    expect(await accessibilityFaults()).toEqual([]);
    await press('{Enter}');
    await expect.element(toast('Took “AI” from 2 articles')).toBeVisible();
    expect(tagsOf(library)).toEqual([['chips'], [], []]);
    await press('z');
    await expect.poll(() => tagsOf(library)).toEqual([['chips', 'AI'], ['AI'], []]);
  });

  test('are refused with a reason, in words', async () => {
    await openList({ records: sampleRecords(1) });
    await press('*');
    await button('Remove tag…').click();
    const alert = page.getByRole('dialog').getByRole('alert');
    await press('never used{Enter}');
    await expect.element(alert).toHaveTextContent('No article has the tag “never used”.');
    await page.getByRole('combobox').fill('x'.repeat(61));
    await press('{Enter}');
    await expect.element(alert).toHaveTextContent('longer than 60 characters');
    await press('{Escape}');
    await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0);
    await expectSelected('1 selected');
  });
});
