import '../../../components/theme.css';
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { windowHash } from '../../../components/library/hash-location.ts';
import { PageSearches } from '../../../components/library/PageSearches.tsx';
import { PageModelProvider } from '../../../components/library/page-context.ts';
import { createPageModel } from '../../../components/library/page-model.ts';
import { TranslationProvider } from '../../../components/translation.ts';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import { fakeBackup } from '../../support/fake-backup.ts';
import { fakeLibrary } from '../../support/fake-library.ts';
import { fakeSafekeeping } from '../../support/fake-safekeeping.ts';
import { fakeSavedSearches } from '../../support/fake-saved-searches.ts';
import { fakeTransfer } from '../../support/fake-transfer.ts';
import { sampleRecord } from '../../support/sample-records.ts';
import { english } from '../../support/translate.ts';

const NATURE = { name: 'Nature', query: 'topic:nature', sort: 'relevance', createdAt: 1, seenThrough: 1 } as const;

afterEach(cleanup);

function open(hash: string) {
  window.history.replaceState(null, '', hash);
  const numbers = [1, 2, 3];
  const library = fakeLibrary(numbers.map((number) => sampleRecord(number, { topics: ['nature'] })));
  const searches = fakeSavedSearches([NATURE]);
  searches.newest = 3;
  const model = createPageModel({
    library,
    bin: library.bin,
    safekeeping: fakeSafekeeping(),
    transfer: fakeTransfer(),
    backup: fakeBackup(),
    reload: () => {},
    preferences: {
      load: async () => DEFAULT_PREFERENCES,
      change: async () => {},
      subscribe: () => () => {},
    },
    unsavedNotes: { read: () => null, write: () => {} },
    searches,
    location: windowHash(window),
    copyCitation: () => Promise.resolve(true),
    now: () => 0,
    after: () => () => {},
    storageState: async () => ({ bytes: 0, isPersistent: false }),
    locale: 'en-GB',
  });
  const stop = model.start();
  render(
    <TranslationProvider value={english}>
      <PageModelProvider value={model}>
        <PageSearches searches={searches} />
      </PageModelProvider>
    </TranslationProvider>,
  );
  return { library, searches, stop };
}

const links = () =>
  page
    .getByRole('link')
    .elements()
    .map((link) => link.textContent);

test('the page’s engine counts what is new, again after every save, and its address says which search is open', async () => {
  const { library, searches, stop } = open('#/');
  await expect.poll(links).toEqual(['Nature 2 new']);
  expect(page.getByRole('button', { name: 'Save this search' }).elements()).toEqual([]);
  searches.newest = 4;
  library.put(sampleRecord(4, { topics: ['nature'] }));
  await expect.poll(links).toEqual(['Nature 3 new']);
  await page.getByRole('link').click();
  await expect.poll(links).toEqual(['Nature']);
  await expect.element(page.getByRole('link')).toHaveAttribute('aria-current', 'page');
  stop();
});

test('what is kept is the canonical text of the query, and its order', async () => {
  const { searches, stop } = open('#/?q=%20%20whales%20%20Topic%3Anature&sort=published');
  await page.getByRole('button', { name: 'Save this search' }).click();
  await userEvent.keyboard('Whales{Enter}');
  await expect
    .poll(() => searches.held.get('Whales'))
    .toMatchObject({ query: 'whales topic:nature', sort: 'published' });
  await expect.element(page.getByRole('link', { name: 'Whales' })).toHaveAttribute('aria-current', 'page');
  stop();
});

test('a query that makes no sense is nothing to keep', async () => {
  const { stop } = open('#/?q=whales%20(');
  await expect.poll(links).toEqual(['Nature 2 new']);
  expect(page.getByRole('button', { name: 'Save this search' }).elements()).toEqual([]);
  stop();
});
