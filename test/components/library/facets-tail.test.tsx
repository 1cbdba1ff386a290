import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeLibrary } from '../../support/fake-library.ts';
import { sampleRecord, sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, openPage } from './open-page.tsx';

const FOUR_EACH = [0, 1, 2, 3];

/** `count` articles, each with four entities that no other has; every fifth also with one that is frequent. */
function articles(count: number) {
  return sampleRecords(count).map((record, number) => ({
    ...record,
    entities: FOUR_EACH.map((part) => ({ name: `Entity ${number * 4 + part}`, type: null })).concat(
      number % 5 === 0 ? [{ name: 'Acme', type: null }] : [],
    ),
  }));
}

const group = () => page.getByRole('group', { name: 'Entities' });
const boxes = () => group().getByRole('checkbox').elements();
const entity = (name: string) => group().getByRole('checkbox', { name, exact: true });
const find = () => group().getByRole('searchbox', { name: 'Find in Entities' });

async function openTail(records: ReturnType<typeof articles>) {
  const library = fakeLibrary(records);
  openPage({ library });
  await group().getByRole('button', { name: 'Show all' }).click();
  await expect.element(entity('Acme')).toBeVisible();
  return library;
}

test('of twenty thousand entities only those in sight are in the page, and a few letters find any', async () => {
  openPage({ records: articles(5000) });
  await expect.element(group()).toBeVisible();
  expect(boxes()).toHaveLength(12);
  await group().getByRole('button', { name: 'Show all 20,001' }).click();
  await expect.element(group().getByText('20,001 values')).toBeVisible();
  expect(boxes().length).toBeLessThan(30);
  const row = entity('Acme').element().closest('li');
  expect(row?.getAttribute('aria-setsize')).toBe('20001');
  expect(row?.getAttribute('aria-posinset')).toBe('1');
  expect(await accessibilityFaults()).toEqual([]);

  scrollBox().scrollTop = 1e9;
  await expect.element(entity('Entity 9999')).toBeVisible();
  expect(boxes().length).toBeLessThan(30);

  await find().fill('entity 19999');
  await expect.element(entity('Entity 19999')).toBeVisible();
  await expect.poll(boxes).toHaveLength(1);
  await find().fill('nobody');
  await expect.element(group().getByText('Nothing here has that name.')).toBeVisible();
});

test('a value far down narrows the list, stays at hand when the counts change, and keeps the focus', async () => {
  await openTail(articles(100));
  await find().fill('Entity 399');
  await entity('Entity 399').click();
  await expectCount('1 article');
  await find().fill('');
  await expect.poll(() => boxes().length).toBe(4);
  await expect.element(entity('Entity 399')).toBeChecked();
  const exclude = group().getByRole('button', { name: 'Exclude Entity 398' });
  await exclude.click();
  await expectCount('0 articles');
  await expect.element(exclude).toHaveFocus();
  await expect.element(exclude).toHaveAttribute('aria-pressed', 'true');
  await exclude.click();
  await expectCount('1 article');
  await expect.element(exclude).toHaveFocus();
});

test('a value that goes hands the focus to the row that stands there now', async () => {
  await openTail(articles(100));
  await entity('Acme').click();
  await expectCount('20 articles');
  await entity('Entity 0').click();
  await expectCount('1 article');
  await entity('Acme').click();
  await expect.element(entity('Acme')).not.toBeChecked();
  await expect.element(entity('Acme')).toHaveFocus();
});

test('the arrow keys, Home and End go through the list, and Escape closes it', async () => {
  await openTail(articles(100));
  (entity('Acme').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(entity('Entity 0')).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(entity('Entity 99')).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(entity('Entity 98')).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(entity('Acme')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  const more = group().getByRole('button', { name: 'Show all 401' });
  await expect.element(more).toHaveFocus();
  expect(find().elements()).toHaveLength(0);
});

test('what is saved while the list is open shows in it', async () => {
  const library = await openTail(articles(100));
  await find().fill('Newcomer');
  await expect.element(group().getByText('Nothing here has that name.')).toBeVisible();
  library.put(sampleRecord(101, { entities: [{ name: 'Newcomer', type: null }] }));
  await expect.element(entity('Newcomer')).toBeVisible();
});

test('languages are found by the name they have here', async () => {
  const codes = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'sv', 'da', 'fi', 'cs', 'el', 'hu', 'ja'];
  openPage({ records: codes.map((inLanguage, number) => sampleRecord(number + 1, { inLanguage })) });
  const languages = page.getByRole('group', { name: 'Languages' });
  await languages.getByRole('button', { name: 'Show all 15' }).click();
  await languages.getByRole('searchbox', { name: 'Find in Languages' }).fill('gre');
  await expect.element(languages.getByRole('checkbox', { name: 'Greek' })).toBeVisible();
  await expect.poll(() => languages.getByRole('checkbox').elements()).toHaveLength(1);
});

function scrollBox(): Element {
  const box = group().getByRole('list').element().parentElement;
  if (box === null) throw new Error('no box');
  return box;
}
