import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
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
  const first = () => topics.getByRole('checkbox').elements()[0];
  const robotics = topics.getByRole('checkbox', { name: 'Robotics' });
  await robotics.click();
  await expect.poll(first).toBe(robotics.element());
  expect(document.activeElement).toBe(robotics.element());
  const exclude = topics.getByRole('button', { name: 'Exclude Health' });
  await exclude.click();
  await expect.poll(first).toBe(topics.getByRole('checkbox', { name: 'Health' }).element());
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

test('of twenty thousand entities a dozen show, two hundred on demand, and a few letters find any', async () => {
  const entities = (number: number) =>
    [0, 1, 2, 3].map((part) => ({ name: `Entity ${number * 4 + part}`, type: null }));
  const records = sampleRecords(5000).map((record, number) => ({ ...record, entities: entities(number) }));
  openPage({ records });
  const group = page.getByRole('group', { name: 'Entities' });
  await expect.element(group).toBeVisible();
  expect(group.getByRole('checkbox').elements()).toHaveLength(12);
  await group.getByRole('button', { name: 'Show all 20,000' }).click();
  await expect.element(group.getByRole('button', { name: 'Show fewer' })).toBeVisible();
  expect(group.getByRole('checkbox').elements()).toHaveLength(200);
  await group.getByRole('searchbox', { name: 'Find in Entities' }).fill('entity 19999');
  await expect.element(group.getByRole('checkbox', { name: 'Entity 19999' })).toBeVisible();
  expect(group.getByRole('checkbox').elements()).toHaveLength(1);
});
