import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, openPage } from './open-page.tsx';

test('the settings say what the library takes on this device', async () => {
  openPage({ records: sampleRecords(2), hash: '#/settings' });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Settings' })).toHaveFocus();
  const storage = page.getByRole('region', { name: 'Storage' });
  await expect.element(storage).toHaveTextContent(/2 articles.*12\.3 MB used on this device/);
  await expect.poll(() => document.title).toBe('Settings – Offprint');
  expect(await accessibilityFaults()).toEqual([]);
});

test('single keys are switched off and on', async () => {
  const open = openPage({ records: sampleRecords(2), hash: '#/settings' });
  const box = page.getByRole('checkbox', { name: 'Single keys drive the library' });
  await expect.element(box).toBeChecked();
  await box.click();
  await expect.element(box).not.toBeChecked();
  expect(await open.preferences.load()).toMatchObject({ singleKeys: false });
});

test('a theme chosen in another tab is the theme of this one', async () => {
  const open = openPage({ records: sampleRecords(2), hash: '#/settings' });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await open.preferences.change({ theme: 'sepia' });
  await expect.poll(() => document.documentElement.dataset['theme']).toBe('sepia');
});

test('a theme chosen here is kept and shows at once', async () => {
  const open = openPage({ records: sampleRecords(2), hash: '#/settings' });
  await page.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => document.documentElement.dataset['theme']).toBe('dark');
  expect(await open.preferences.load()).toMatchObject({ theme: 'dark' });
  expect(await accessibilityFaults()).toEqual([]);
});
