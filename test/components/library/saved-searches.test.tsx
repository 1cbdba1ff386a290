import '../../../components/theme.css';
import '../../../components/shell/shell.css';
import { type Signal, signal } from '@preact/signals';
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SavedSearches } from '../../../components/library/SavedSearches.tsx';
import { createSearchShelf, type OpenSearch } from '../../../components/library/search-shelf.ts';
import { ToastRegion } from '../../../components/shell/ToastRegion.tsx';
import { createToasts } from '../../../components/shell/toasts.ts';
import { TranslationProvider } from '../../../components/translation.ts';
import type { SavedSearchRecord } from '../../../core/library/records.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { type FakeSavedSearches, fakeSavedSearches } from '../../support/fake-saved-searches.ts';
import { english } from '../../support/translate.ts';

const CHIPS: SavedSearchRecord = {
  name: 'Chips',
  query: 'topic:chips',
  sort: 'relevance',
  createdAt: 1,
  seenThrough: 4,
};
const LAW: SavedSearchRecord = { name: 'Law', query: 'topic:law', sort: 'published', createdAt: 2, seenThrough: 10 };

afterEach(cleanup);

interface Opened {
  readonly searches: FakeSavedSearches;
  readonly open: Signal<OpenSearch | null>;
  readonly container: Element;
  /** Ten articles are saved at first, and `count` more now; each is found by every search. */
  save(count: number): void;
}

function show(kept: readonly SavedSearchRecord[], openSearch: OpenSearch | null = null): Opened {
  const searches = fakeSavedSearches(kept);
  searches.newest = 10;
  const open = signal(openSearch);
  const version = signal(0);
  const toasts = createToasts(() => () => {});
  const shelf = createSearchShelf({
    searches,
    countNew: async ({ seenThrough }) => searches.newest - seenThrough,
    open,
    version,
    toasts,
    t: english,
  });
  const { container } = render(
    <TranslationProvider value={english}>
      <SavedSearches shelf={shelf} suggestedName="whales" number={String} />
      <ToastRegion toasts={toasts} />
    </TranslationProvider>,
  );
  return {
    searches,
    open,
    container,
    save(count) {
      searches.newest += count;
      version.value += 1;
    },
  };
}

const list = () => page.getByRole('navigation', { name: 'Saved searches' });
const links = () =>
  list()
    .getByRole('link')
    .elements()
    .map((link) => link.textContent);
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('each search is a link to what it finds, and says how much of that is new', async () => {
  const { container, save } = show([CHIPS, LAW]);
  await expect.poll(links).toEqual(['Chips 6 new', 'Law']);
  await expect.element(list().getByRole('link', { name: 'Chips' })).toHaveAttribute('href', '#/?q=topic%3Achips');
  await expect
    .element(list().getByRole('link', { name: 'Law' }))
    .toHaveAttribute('href', '#/?q=topic%3Alaw&sort=published');
  save(1);
  await expect.poll(links).toEqual(['Chips 7 new', 'Law 1 new']);
  await expectAccessible(container);
});

test('opening a search is a look at it, and so is each article that comes while it is open', async () => {
  const { open, save, searches } = show([CHIPS, LAW]);
  await expect.poll(links).toEqual(['Chips 6 new', 'Law']);
  open.value = { query: 'topic:chips', sort: 'relevance' };
  await expect.poll(links).toEqual(['Chips', 'Law']);
  await expect.element(list().getByRole('link', { name: 'Chips' })).toHaveAttribute('aria-current', 'page');
  save(2);
  await expect.poll(links).toEqual(['Chips', 'Law 2 new']);
  expect(searches.held.get('Chips')?.seenThrough).toBe(12);
  open.value = { query: 'topic:law', sort: 'relevance' };
  await expect.poll(links).toEqual(['Chips', 'Law 2 new']);
});

test('with nothing kept and nothing to keep, nothing is there', async () => {
  const { open } = show([]);
  expect(page.getByRole('navigation').elements()).toEqual([]);
  open.value = { query: 'whales ', sort: 'relevance' };
  await expect.element(button('Save this search')).toBeVisible();
});

test('what is open is kept under a name, and can then be found by keyboard', async () => {
  const { searches, container } = show([CHIPS], { query: 'whales ', sort: 'saved' });
  await button('Save this search').click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect.element(name).toHaveValue('whales');
  await expectAccessible(container);
  await userEvent.keyboard(' Whales at sea {Enter}');
  await expect.poll(links).toEqual(['Chips 6 new', 'Whales at sea']);
  expect(searches.held.get('Whales at sea')).toMatchObject({ query: 'whales ', sort: 'saved', seenThrough: 10 });
  expect(page.getByRole('dialog').elements()).toEqual([]);
  expect(button('Save this search').elements()).toEqual([]);
  await expect.poll(() => document.activeElement?.textContent).toBe('Whales at sea');
});

test('a name that is taken is refused in the dialog, which stays', async () => {
  const { searches, container } = show([CHIPS], { query: 'whales ', sort: 'relevance' });
  await button('Save this search').click();
  await userEvent.keyboard('chips{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('You already have a saved search called “chips”');
  await expectAccessible(container);
  expect([...searches.held.keys()]).toEqual(['Chips']);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(page.getByRole('dialog').elements()).toEqual([]);
});

test('an empty name is no name', async () => {
  const { searches } = show([], { query: 'whales ', sort: 'relevance' });
  await button('Save this search').click();
  await userEvent.keyboard('  {Enter}');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  expect(searches.held.size).toBe(0);
});

test('renaming can be undone', async () => {
  const { searches } = show([CHIPS]);
  await button('Rename Chips').click();
  await userEvent.keyboard('Semiconductors{Enter}');
  await expect.poll(links).toEqual(['Semiconductors 6 new']);
  await expect.poll(() => document.activeElement?.textContent).toBe('Semiconductors 6 new');
  await button('Undo').click();
  await expect.poll(links).toEqual(['Chips 6 new']);
  expect(searches.held.get('Chips')).toEqual(CHIPS);
});

test('removing can be undone, and the focus goes to the search beside', async () => {
  const { searches } = show([CHIPS, LAW]);
  await button('Remove Chips').click();
  await expect.poll(links).toEqual(['Law']);
  await expect.poll(() => document.activeElement?.textContent).toBe('Law');
  await button('Undo').click();
  await expect.poll(links).toEqual(['Law', 'Chips 6 new']);
  expect(searches.held.get('Chips')).toEqual(CHIPS);
});

test('what could not be written is told', async () => {
  const { searches } = show([CHIPS]);
  await expect.poll(links).toEqual(['Chips 6 new']);
  searches.broken = true;
  await button('Remove Chips').click();
  await expect.element(page.getByRole('status')).toHaveTextContent('The library could not be read or written');
});

test('what another page changed is there when a person comes back', async () => {
  const { searches } = show([CHIPS]);
  await expect.poll(links).toEqual(['Chips 6 new']);
  searches.held.set('Law', LAW);
  window.dispatchEvent(new Event('focus'));
  await expect.poll(links).toEqual(['Chips 6 new', 'Law']);
});

for (const dir of ['ltr', 'rtl'] as const) {
  test(`a long name wraps on a narrow page (${dir}), and every control is big enough`, async () => {
    await page.viewport(320, 640);
    document.documentElement.dir = dir;
    const name = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung';
    show([{ ...CHIPS, name }], { query: 'whales ', sort: 'relevance' });
    await expect.poll(links).toEqual([`${name} 6 new`]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const sizes = [...document.querySelectorAll('nav a, nav button')].map((control) => control.getBoundingClientRect());
    expect(sizes.filter(({ width, height }) => width < 24 || height < 24)).toEqual([]);
    document.documentElement.removeAttribute('dir');
  });
}
