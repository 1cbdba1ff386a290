import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ArticleRecord } from '../../../core/library/records.ts';
import { sampleRecord, sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, openPage } from './open-page.tsx';

const LAW_AND_CHIPS = [
  sampleRecord(1, { topics: ['law'] }),
  sampleRecord(2, { topics: ['law', 'chips'] }),
  sampleRecord(3, { topics: ['chips'], entities: [{ name: 'Ada Lovelace', type: 'Person' }] }),
];

test('a ticked value narrows the list, the counts and the address; unticked, it gives all of it back', async () => {
  openPage({ records: LAW_AND_CHIPS });
  const law = page.getByRole('checkbox', { name: 'Law' });
  await expect.element(law).toHaveAccessibleDescription('2 articles');
  await law.click();
  await expectCount('2 articles');
  expect(window.location.hash).toContain('topic%3Alaw');
  await expect
    .element(page.getByRole('searchbox', { name: 'Search your library' }))
    .toHaveValue(expect.stringContaining('topic:law') as unknown as string);
  await expect.element(page.getByRole('checkbox', { name: 'Chips' })).toHaveAccessibleDescription('1 article');
  await law.click();
  await expectCount('3 articles');
  expect(window.location.hash).toBe('#/');
});

test('an excluded value is left out, told apart by more than colour, and can be taken back', async () => {
  openPage({ records: LAW_AND_CHIPS });
  const exclude = page.getByRole('button', { name: 'Exclude Chips' });
  await exclude.click();
  await expectCount('1 article');
  await expect.element(exclude).toHaveAttribute('aria-pressed', 'true');
  await expect.element(page.getByRole('checkbox', { name: 'Chips' })).toHaveAccessibleDescription('Left out');
  expect(await accessibilityFaults()).toEqual([]);
  await exclude.click();
  await expectCount('3 articles');
});

test('several choices combine, across facets and with words', async () => {
  openPage({ records: LAW_AND_CHIPS, hash: '#/?q=headline' });
  await page.getByRole('checkbox', { name: 'Chips' }).click();
  await expectCount('2 articles');
  await page.getByRole('button', { name: 'Exclude Ada Lovelace' }).click();
  await expectCount('1 article');
  await page.getByRole('checkbox', { name: 'Law' }).click();
  await expectCount('1 article');
});

test('Back undoes a choice', async () => {
  openPage({ records: LAW_AND_CHIPS });
  await page.getByRole('checkbox', { name: 'Law' }).click();
  await expectCount('2 articles');
  window.history.back();
  await expectCount('3 articles');
  await expect.element(page.getByRole('checkbox', { name: 'Law' })).not.toBeChecked();
});

async function expectFocusKept() {
  openPage({ records: sampleRecords(80) });
  const topics = page.getByRole('group', { name: 'Topics' });
  const row = (place: number) => topics.getByRole('checkbox').elements()[place];
  const robotics = topics.getByRole('checkbox', { name: 'Robotics' });
  await robotics.click();
  await expect.poll(() => row(0)).toBe(robotics.element());
  expect(document.activeElement).toBe(robotics.element());
  const exclude = topics.getByRole('button', { name: 'Exclude Health' });
  await exclude.click();
  await expect.poll(() => row(1)).toBe(topics.getByRole('checkbox', { name: 'Health' }).element());
  expect(document.activeElement).toBe(exclude.element());
}

test('a choice moves to the top of its facet and keeps the focus', expectFocusKept);

test('a choice keeps the focus in browsers that cannot move an element without taking its focus', async () => {
  const moveBefore = Object.getOwnPropertyDescriptor(Element.prototype, 'moveBefore');
  Reflect.deleteProperty(Element.prototype, 'moveBefore');
  try {
    await expectFocusKept();
  } finally {
    if (moveBefore !== undefined) Object.defineProperty(Element.prototype, 'moveBefore', moveBefore);
  }
});

test('only facets that have values are there', async () => {
  openPage({ records: [sampleRecord(1, { entities: [], inLanguage: null })] });
  await expect.element(page.getByRole('group', { name: 'Topics' })).toBeVisible();
  expect(
    page
      .getByRole('group')
      .elements()
      .map((group) => group.querySelector('h3')?.textContent),
  ).toEqual(['Topics', 'Sources', 'Months', 'State']);
});

test('a facet of fourteen values shows them all, a larger one a dozen and how many there are', async () => {
  const records = (values: number) => sampleRecords(values).map((record, number) => withTopic(record, number));
  openPage({ records: records(14) });
  const topics = page.getByRole('group', { name: 'Topics' });
  await expect.poll(() => topics.getByRole('checkbox').elements()).toHaveLength(14);
  expect(topics.getByRole('button', { name: 'Show all' }).elements()).toHaveLength(0);
});

test('any or all is offered with the first choice, rewrites the query, and stands for further choices', async () => {
  openPage({ records: LAW_AND_CHIPS });
  const topics = page.getByRole('group', { name: 'Topics' });
  const modes = topics.getByRole('radiogroup', { name: 'Articles with these Topics' });
  await expect.element(topics).toBeVisible();
  expect(modes.elements()).toHaveLength(0);
  await topics.getByRole('checkbox', { name: 'Law' }).click();
  await topics.getByRole('checkbox', { name: 'Chips' }).click();
  await expectCount('1 article');
  await expect.element(modes.getByRole('radio', { name: 'All of them' })).toBeChecked();
  await modes.getByRole('radio', { name: 'Any of them' }).click();
  await expectCount('3 articles');
  await expect.element(queryField()).toHaveValue('topic:law OR topic:chips');
  await expect.element(topics.getByRole('checkbox', { name: 'Chips' })).toHaveAccessibleDescription('2 articles');
  expect(await accessibilityFaults()).toEqual([]);
  await topics.getByRole('checkbox', { name: 'Chips' }).click();
  await expectCount('2 articles');
  await expect.element(modes.getByRole('radio', { name: 'Any of them' })).toBeChecked();
  await topics.getByRole('checkbox', { name: 'Chips' }).click();
  await expectCount('3 articles');
  await modes.getByRole('radio', { name: 'All of them' }).click();
  await expectCount('1 article');
});

test('a facet of which an article has one value takes any of those chosen, and asks nothing', async () => {
  openPage({ records: sampleRecords(40) });
  const languages = page.getByRole('group', { name: 'Languages' });
  await languages.getByRole('checkbox', { name: 'German' }).click();
  await expectCount('8 articles');
  await languages.getByRole('checkbox', { name: 'English' }).click();
  await expectCount('40 articles');
  expect(languages.getByRole('radio').elements()).toHaveLength(0);
});

function withTopic(record: ArticleRecord, number: number): ArticleRecord {
  return { ...record, topics: [`topic-${number}`] };
}

function queryField() {
  return page.getByRole('searchbox', { name: 'Search your library' });
}
