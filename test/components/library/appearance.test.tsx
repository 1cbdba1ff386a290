import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { sampleRecord, sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, openPage } from './open-page.tsx';

const LONG = sampleRecord(4, {
  headline: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung',
  topics: ['a-topic-with-a-name-that-is-longer-than-a-narrow-page-is-wide'],
});

test('on a page 320 pixels wide nothing is cut, and the facets are behind a button', async () => {
  await page.viewport(320, 640);
  openPage({ records: [...sampleRecords(3), LONG] });
  await expectCount('4 articles');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  const topics = page.getByRole('group', { name: 'Topics' });
  expect(topics.elements()).toHaveLength(0);
  await page.getByRole('button', { name: 'Narrow by' }).click();
  await expect.element(topics).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(await accessibilityFaults()).toEqual([]);
});

test('on a page 320 pixels wide the way to undo stays on one line beside a long headline', async () => {
  await page.viewport(320, 640);
  openPage({ records: [LONG], hash: `#/article/${LONG.slug}` });
  await page.getByRole('button', { name: 'Remove' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect.element(undo).toBeVisible();
  expect(undo.element().getBoundingClientRect().width).toBeGreaterThan(60);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

for (const theme of ['light', 'dark', 'sepia'] as const) {
  test(`the ${theme} theme has enough contrast in every state`, async () => {
    const own = { tags: ['mine'], readAt: 1, starredAt: 1, archivedAt: 1 };
    openPage({
      records: [...sampleRecords(3), sampleRecord(9, { own })],
      preferences: { theme },
      hash: '#/?q=-topic%3Alaw',
    });
    await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
    expect(document.documentElement.dataset['theme']).toBe(theme);
    expect(await accessibilityFaults()).toEqual([]);
  });
}

test('in a right-to-left language the facets stand on the right and articles keep their own direction', async () => {
  document.documentElement.dir = 'rtl';
  openPage({ records: [sampleRecord(1), sampleRecord(2, { headline: 'الذكاء الاصطناعي', inLanguage: 'ar' })] });
  const group = page.getByRole('group', { name: 'Topics' });
  await expect.element(group).toBeVisible();
  const list = page.getByRole('list', { name: 'Articles', exact: true });
  expect(group.element().getBoundingClientRect().left).toBeGreaterThan(list.element().getBoundingClientRect().right);
  const arabic = list.getByRole('heading', { name: 'الذكاء الاصطناعي' }).element();
  expect(arabic.getAttribute('lang')).toBe('ar');
  expect(getComputedStyle(arabic).direction).toBe('rtl');
  expect(getComputedStyle(list.getByRole('heading', { name: 'Headline number 1' }).element()).direction).toBe('ltr');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  expect(await accessibilityFaults()).toEqual([]);
});

test('every control in the page is at least 24 pixels high and wide', async () => {
  openPage({ records: sampleRecords(20) });
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  const small = [...document.querySelectorAll('button, .facet-value label, .chip')].filter((control) => {
    const { width, height } = control.getBoundingClientRect();
    return width > 1 && (width < 24 || height < 24);
  });
  expect(small.map((control) => control.textContent)).toEqual([]);
});
