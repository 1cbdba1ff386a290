import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BackupState } from '../../../services/backup/backup.ts';
import { fakeBackup } from '../../support/fake-backup.ts';
import { sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, openPage } from '../library/open-page.tsx';

const storage = () => page.getByRole('region', { name: 'Storage' });
const backups = () => storage().getByRole('region', { name: 'Backups' });
const button = (name: string) => backups().getByRole('button', { name, exact: true });

const LAST = { name: 'backup-2026-06-29.zip', at: Date.UTC(2026, 5, 29, 12), articles: 412, bytes: 12_345_678 };
const FOLDER: Partial<BackupState> = { place: { kind: 'folder', name: 'Copies', isAllowed: true }, last: LAST };

async function openSettings(state: Partial<BackupState> = {}) {
  const open = openPage({ records: sampleRecords(2), hash: '#/settings', backup: fakeBackup(state) });
  await expect.element(backups()).toBeVisible();
  return open;
}

describe('the place of backups', () => {
  test('is chosen by one button: a folder', async () => {
    const { backup } = await openSettings();
    await expect.element(backups()).toHaveTextContent(/No backups are made by themselves\..*There is no backup yet\./);
    expect(await accessibilityFaults()).toEqual([]);
    await button('Choose a folder…').click();
    await expect.element(backups()).toHaveTextContent(/every day in the folder “Backups”\..*The last 5 are kept\./);
    expect(backup.calls).toEqual(['choose folder']);
  });

  test('or the downloads folder, which is the only offer where the browser has no folders', async () => {
    const { backup } = await openSettings({ canChooseFolder: false, everyDays: 7 });
    expect(button('Choose a folder…').elements()).toHaveLength(0);
    await button('Use the downloads folder').click();
    await expect.element(backups()).toHaveTextContent(/every 7 days in the folder “Offprint” of your downloads/);
    expect(backup.calls).toEqual(['use downloads']);
  });

  test('is given up again, and the focus stays', async () => {
    const { backup } = await openSettings(FOLDER);
    await button('Turn off').click();
    await expect.element(backups()).toHaveTextContent(/No backups are made/);
    expect(backup.calls).toEqual(['turn off']);
    await expect.element(button('Choose a folder…')).toHaveFocus();
  });

  test('that the browser no longer allows is asked for again, and nothing else is offered to fail', async () => {
    const { backup } = await openSettings({ ...FOLDER, place: { kind: 'folder', name: 'Copies', isAllowed: false } });
    await expect.element(backups()).toHaveTextContent(/no longer lets Offprint write there/);
    expect(button('Back up now').elements()).toHaveLength(0);
    expect(await accessibilityFaults()).toEqual([]);
    await button('Allow again').click();
    expect(backup.calls).toEqual(['allow folder']);
  });

  test('that cannot be used is told in a sentence', async () => {
    const { backup } = await openSettings();
    backup.chooseFolder = async () => ({ ok: false, problem: { kind: 'no-folder-access' } });
    await button('Choose a folder…').click();
    await expect.element(backups().getByRole('alert')).toHaveTextContent(/no longer lets Offprint write/);
  });
});

describe('a backup', () => {
  test('is made now, with a bar, and says where it lies', async () => {
    const { backup } = await openSettings(FOLDER);
    await expect.element(backups()).toHaveTextContent(/Last good backup: 29 Jun 2026, .*412 articles, 12\.3 MB/);
    await button('Back up now').click();
    backup.runs.last.progress(1, 2);
    await expect.element(page.getByRole('progressbar', { name: 'Backing up' })).toHaveAttribute('value', '1');
    await expect.element(button('Cancel')).toHaveFocus();
    expect(await accessibilityFaults()).toEqual([]);
    backup.runs.last.succeed({ name: 'backup-2026-06-30.zip', at: 1, articles: 2, bytes: 10 });
    await expect
      .element(backups().getByRole('status'))
      .toHaveTextContent('Backed up 2 articles to backup-2026-06-30.zip');
    await expect.element(button('Back up now')).toHaveFocus();
  });

  test('can be stopped, and says when it fails', async () => {
    const { backup } = await openSettings(FOLDER);
    await button('Back up now').click();
    await button('Cancel').click();
    expect(backup.runs.last.isCancelled).toBe(true);
    await expect.element(backups().getByRole('status')).toHaveTextContent(/^You stopped it/);
    await button('Back up now').click();
    backup.runs.last.fail({ kind: 'disk-full' });
    await expect.element(backups().getByRole('alert')).toHaveTextContent(/There is no space left/);
  });

  test('goes on elsewhere in the page', async () => {
    const { backup } = await openSettings(FOLDER);
    await button('Back up now').click();
    backup.runs.last.progress(1, 4);
    await page.getByRole('link', { name: 'Offprint' }).click();
    await expect.element(page.getByRole('link', { name: 'Backing up 25%' })).toBeVisible();
  });
});

describe('rehearsing a restore', () => {
  test.each([
    [
      { articles: 2, missing: 0, damaged: 0 },
      'The backup is sound: it holds all 2 articles of your library, undamaged.',
    ],
    [
      { articles: 2, missing: 3, damaged: 1 },
      'The backup holds 2 articles. 3 articles of your library are missing in it or differ: back up now. 1 of its files is damaged: keep an older copy and back up now.',
    ],
  ])('says what %j means', async (found, sentence) => {
    const { backup } = await openSettings(FOLDER);
    await button('Rehearse a restore').click();
    await expect.element(page.getByRole('progressbar', { name: 'Reading the backup' })).toBeVisible();
    backup.rehearsals.last.succeed(found);
    await expect.element(backups().getByRole('status')).toHaveTextContent(sentence);
    expect(backup.files).toEqual([undefined]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('reads a file that is chosen by hand where backups lie in the downloads', async () => {
    const { backup } = await openSettings({ place: { kind: 'downloads' }, last: LAST });
    await expect.element(button('Rehearse a restore…')).toBeVisible();
    const input = backups().element().querySelector('input');
    await userEvent.upload(input as HTMLInputElement, new File(['PK'], 'backup.zip'));
    expect(backup.files.map((file) => file?.name)).toEqual(['backup.zip']);
  });

  test('is not offered before there is a backup', async () => {
    await openSettings({ place: { kind: 'downloads' } });
    await expect.element(button('Back up now')).toBeVisible();
    expect(page.getByRole('button', { name: /^Rehearse/ }).elements()).toHaveLength(0);
  });
});

describe('the line above the list', () => {
  const offer = () => page.getByText('Your library lies in this browser only: removing Offprint deletes it.');

  test('says at first that the library goes with the extension, and offers backups', async () => {
    openPage({ records: [] });
    await expect.element(offer()).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await page.getByRole('link', { name: 'Set up backups' }).click();
    await expect.element(backups().getByRole('heading', { name: 'Backups' })).toHaveFocus();
    await expect.element(backups().getByRole('heading', { name: 'Backups' })).toBeInViewport();
  });

  test('is put away for good', async () => {
    const { preferences } = openPage({ records: sampleRecords(1) });
    await page.getByRole('button', { name: 'Not now' }).click();
    await expect.poll(() => offer().elements()).toHaveLength(0);
    expect(await preferences.load()).toMatchObject({ offersBackup: false });
  });

  test('is not there where backups are made, and says when the last good one is old', async () => {
    const { backup } = openPage({ records: sampleRecords(1), backup: fakeBackup(FOLDER) });
    await expectCount('1 article');
    expect(offer().elements()).toHaveLength(0);
    backup.become({ isOld: true });
    await expect.element(page.getByText('The last good backup is of 29 Jun 2026.')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('the storage facts', () => {
  test('say when the second copy differs, and what was set aside', async () => {
    const open = openPage({ records: sampleRecords(3), hash: '#/settings' });
    await expect.element(storage()).toHaveTextContent(/Second copy: 2 of 3 articles so far/);
    open.safekeeping.copied = { articles: 4, setAside: ['offprint-aside-1', 'offprint-aside-2'] };
    await open.library.remove('article-1');
    await open.library.remove('article-2');
    await expect.element(storage()).toHaveTextContent(/could not be read: offprint-aside-1 and offprint-aside-2/);
  });

  test('say that all is well, and lead to the bin', async () => {
    const open = openPage({ records: sampleRecords(3), hash: '#/settings' });
    await open.library.remove('article-1');
    await expect.element(storage()).toHaveTextContent(/Second copy: 2 articles, all well.*1 article in the bin\./);
    await storage().getByRole('link', { name: 'Open the bin' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Bin' })).toBeVisible();
  });
});

test.each(['light', 'dark'] as const)('nothing is cut 320 pixels wide, in the %s theme', async (theme) => {
  await page.viewport(320, 640);
  openPage({
    records: sampleRecords(2),
    hash: '#/settings',
    backup: fakeBackup({ ...FOLDER, isOld: true }),
    preferences: { theme },
  });
  await expect.element(button('Back up now')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(await accessibilityFaults()).toEqual([]);
});
