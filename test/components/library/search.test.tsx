import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sampleRecord } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, headlines, openPage } from './open-page.tsx';

const RECORDS = [
  sampleRecord(1, { headline: 'Whales sing', topics: ['nature'] }),
  sampleRecord(2, { headline: 'Whales rest', topics: ['nature'] }),
  sampleRecord(3, { headline: 'Courts rest', topics: ['law'] }),
];
const box = () => page.getByRole('searchbox', { name: 'Search your library' });

test('typing narrows the list and the address, and one Back leaves the search', async () => {
  openPage({ records: RECORDS });
  await expectCount('3 articles');
  await box().fill('whal');
  await expectCount('2 articles');
  await box().fill('whales res');
  await expectCount('1 article');
  expect(window.location.hash).toBe('#/?q=whales%20res');
  await expect.poll(() => document.title).toBe('whales res – Offprint');
  window.history.back();
  await expectCount('3 articles');
  await expect.element(box()).toHaveValue('');
});

test('a link to a query shows the query and what it finds', async () => {
  openPage({ records: RECORDS, hash: '#/?q=-topic%3Anature' });
  await expectCount('1 article');
  await expect.element(box()).toHaveValue('-topic:nature');
  expect(headlines()).toEqual(['Courts rest']);
});

test('a query that makes no sense says where and what was expected, and the last results stay', async () => {
  openPage({ records: RECORDS, hash: '#/?q=whales' });
  await expectCount('2 articles');
  await box().fill('whales (sing');
  await expect.element(page.getByText(/expected a closing parenthesis/)).toBeVisible();
  await expect.element(box()).toHaveAttribute('aria-invalid', 'true');
  await expect.element(box()).toHaveAccessibleDescription(/closing parenthesis/);
  await expectCount('2 articles');
  expect(await accessibilityFaults()).toEqual([]);
  await box().fill('whales (sing)');
  await expectCount('1 article');
  expect(page.getByText(/expected a closing parenthesis/).elements()).toHaveLength(0);
});

test('when nothing matches, the page names the part to drop and what that brings', async () => {
  openPage({ records: RECORDS, hash: '#/?q=whales%20topic%3Alaw' });
  await expect.element(page.getByRole('heading', { name: 'No article matches' })).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Without topic:law: 2 articles' }).click();
  await expectCount('2 articles');
});

test('the values of a field are offered from the library, and a pick narrows the list', async () => {
  openPage({ records: RECORDS });
  await expectCount('3 articles');
  await box().fill('topic:na');
  const option = page.getByRole('option', { name: 'Nature 2 articles' });
  await expect.element(option).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await option.click();
  await expect.element(box()).toHaveValue('topic:nature ');
  await expectCount('2 articles');
});

test('what a field lacks is not told while its values are offered', async () => {
  openPage({ records: RECORDS });
  await expectCount('3 articles');
  await box().fill('topic:');
  await expect.element(page.getByRole('option').first()).toBeVisible();
  await expect.element(page.getByText(/expected a value/)).not.toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText(/expected a value/)).toBeVisible();
});
