import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { LibraryState } from '../../../services/safekeeping/safekeeping.ts';
import { fakeLibrary } from '../../support/fake-library.ts';
import { fakeSafekeeping } from '../../support/fake-safekeeping.ts';
import { sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, openPage } from '../library/open-page.tsx';

function openAs(state: LibraryState) {
  const library = fakeLibrary([]);
  return openPage({ library, safekeeping: fakeSafekeeping(state) });
}

describe('before the library is ready', () => {
  test('nothing is shown of it and nothing asked, and it is never called empty', async () => {
    const { library, safekeeping } = openAs({ kind: 'checking' });
    await expect.element(page.getByText('Reading your library…')).toBeInTheDocument();
    safekeeping.become({ kind: 'restoring', done: 400, total: 412 });
    await expect.element(page.getByRole('progressbar')).toBeVisible();
    expect(page.getByText('Nothing saved yet').elements()).toHaveLength(0);
    expect(page.getByText('0 articles').elements()).toHaveLength(0);
    await page.getByRole('searchbox').fill('topic:l');
    expect(library.fake.questions).toEqual([]);
  });

  test('the list comes as soon as it is ready', async () => {
    const library = fakeLibrary(sampleRecords(3));
    const { safekeeping } = openPage({ library, safekeeping: fakeSafekeeping({ kind: 'checking' }) });
    await expect.element(page.getByText('Reading your library…')).toBeInTheDocument();
    expect(await accessibilityFaults()).toEqual([]);
    safekeeping.become({ kind: 'ready' });
    await expectCount('3 articles');
  });

  test('a recovery shows how far it is', async () => {
    const { safekeeping } = openAs({ kind: 'restoring', done: 0, total: 412 });
    const bar = page.getByRole('progressbar', { name: 'Bringing your library back: 0 of 412 articles' });
    await expect.element(bar).toHaveAttribute('max', '412');
    safekeeping.become({ kind: 'restoring', done: 400, total: 412 });
    await expect
      .element(page.getByRole('progressbar', { name: 'Bringing your library back: 400 of 412 articles' }))
      .toHaveAttribute('value', '400');
    expect(await accessibilityFaults()).toEqual([]);
  });

  test.each<[LibraryState, RegExp]>([
    [{ kind: 'blocked' }, /Another Offprint page holds the library.*close the other Offprint tabs/],
    [{ kind: 'superseded' }, /Offprint was updated: reload this page.*is kept/],
    [{ kind: 'failed', problem: { kind: 'database-newer' } }, /could not be opened.*A newer version of Offprint made/],
  ])('%j says what is the matter', async (state, sentence) => {
    openAs(state);
    await expect.element(page.getByRole('alert')).toHaveTextContent(sentence);
    expect(page.getByText('Nothing saved yet').elements()).toHaveLength(0);
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('one button loads the page again after an update', async () => {
    const { reloads } = openAs({ kind: 'superseded' });
    await page.getByRole('button', { name: 'Reload' }).click();
    expect(reloads()).toBe(1);
  });
});

test('an update while the page is open leaves what it shows, and says that it must be reloaded', async () => {
  const { safekeeping, reloads } = openPage({ records: sampleRecords(3) });
  await expectCount('3 articles');
  safekeeping.become({ kind: 'superseded' });
  await expect.element(page.getByRole('alert')).toHaveTextContent(/Offprint was updated/);
  await expect.element(page.getByRole('link', { name: 'Headline number 3' })).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Reload' }).click();
  expect(reloads()).toBe(1);
});

describe('after a recovery', () => {
  test('a notice says how much came back, until it is put away', async () => {
    const safekeeping = fakeSafekeeping();
    safekeeping.last = { at: 1, restored: 412, expected: 412, missing: 0, areChangesLost: false, reason: 'empty' };
    openPage({ records: sampleRecords(3), safekeeping });
    const notice = page.getByRole('alert');
    await expect
      .element(notice)
      .toHaveTextContent(
        'Your library was damaged by the browser and has been brought back from its second copy: 412 of 412 articles.',
      );
    expect(await accessibilityFaults()).toEqual([]);
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => notice.elements()).toHaveLength(0);
    expect(safekeeping.last).toBeNull();
  });

  test('it says what could not be brought back and what was set aside', async () => {
    const safekeeping = fakeSafekeeping();
    safekeeping.last = {
      at: 1,
      restored: 400,
      expected: 412,
      missing: 12,
      areChangesLost: false,
      reason: 'unreadable',
    };
    openPage({ records: sampleRecords(3), safekeeping });
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(/400 of 412 articles\. 12 could not be brought back: .* set aside, not deleted\./);
  });

  test('it says that both copies were damaged, and that the last changes are gone', async () => {
    const safekeeping = fakeSafekeeping();
    safekeeping.last = { at: 1, restored: 0, expected: 412, missing: 3, areChangesLost: true, reason: 'both' };
    openPage({ records: sampleRecords(3), safekeeping });
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        /its second copy at once: 409 of 412 articles are left\. 3 could not be brought back: .* last changes before that are gone/,
      );
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('the notice comes also to a page that was open meanwhile', async () => {
    const { safekeeping } = openPage({ records: sampleRecords(3), safekeeping: fakeSafekeeping({ kind: 'checking' }) });
    safekeeping.last = { at: 1, restored: 1, expected: 3, missing: 0, areChangesLost: false, reason: 'behind' };
    safekeeping.become({ kind: 'ready' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/1 of 3 articles\.\s*Dismiss/);
  });
});

test.each(['light', 'dark'] as const)('nothing is cut 320 pixels wide, in the %s theme', async (theme) => {
  await page.viewport(320, 640);
  const safekeeping = fakeSafekeeping({ kind: 'restoring', done: 1, total: 2 });
  openPage({ records: sampleRecords(3), safekeeping, preferences: { theme } });
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  safekeeping.last = { at: 1, restored: 1, expected: 2, missing: 1, areChangesLost: true, reason: 'unreadable' };
  safekeeping.become({ kind: 'ready' });
  await expect.element(page.getByRole('button', { name: 'Dismiss' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(await accessibilityFaults()).toEqual([]);
});
