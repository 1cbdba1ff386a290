import '../../../components/theme.css';
import { render } from 'preact';
import { afterEach, beforeEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import { windowHash } from '../../../components/library/hash-location.ts';
import { LibraryPage } from '../../../components/library/LibraryPage.tsx';
import { type Translate, TranslationProvider } from '../../../components/translation.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../core/library/preferences.ts';
import type { ArticleRecord } from '../../../core/library/records.ts';
import type { PreferenceStore } from '../../../services/library.ts';
import { createUnsavedNotes } from '../../../services/unsaved-notes.ts';
import { findFaults } from '../../support/accessibility.ts';
import { type FakeBackup, fakeBackup } from '../../support/fake-backup.ts';
import { type FakeLibrary, fakeLibrary } from '../../support/fake-library.ts';
import { type FakeSafekeeping, fakeSafekeeping } from '../../support/fake-safekeeping.ts';
import { fakeSavedSearches } from '../../support/fake-saved-searches.ts';
import { type FakeTransfer, fakeTransfer } from '../../support/fake-transfer.ts';
import { english } from '../../support/translate.ts';

export interface OpenPage {
  readonly library: FakeLibrary;
  readonly preferences: PreferenceStore;
  readonly safekeeping: FakeSafekeeping;
  readonly transfer: FakeTransfer;
  readonly backup: FakeBackup;
  /** How often the page was asked to load itself again. */
  readonly reloads: () => number;
  /** Lets the time of every waiting timer pass. */
  elapse(): void;
}

export interface PageSetting {
  readonly records?: readonly ArticleRecord[];
  readonly library?: FakeLibrary;
  readonly safekeeping?: FakeSafekeeping;
  readonly backup?: FakeBackup;
  readonly locale?: string;
  readonly translate?: Translate;
  readonly hash?: string;
  readonly preferences?: Partial<Preferences>;
}

const DAY_OF_THE_TESTS = Date.UTC(2026, 5, 30);

let close = () => {};
beforeEach(() => page.viewport(1280, 900));
afterEach(() => close());

/** Opens the library page at `hash`, as a tab would; it is closed after the test. */
export function openPage({
  records = [],
  library = fakeLibrary(records),
  safekeeping = fakeSafekeeping(),
  backup = fakeBackup(),
  locale = 'en-GB',
  translate = english,
  hash = '#/',
  ...rest
}: PageSetting): OpenPage {
  window.history.replaceState(null, '', hash);
  window.scrollTo(0, 0);
  const host = document.body.appendChild(document.createElement('div'));
  const preferences = memoryPreferences({ ...DEFAULT_PREFERENCES, ...rest.preferences });
  const timers = new Set<() => void>();
  const transfer = fakeTransfer();
  let reloads = 0;
  const services = {
    library,
    bin: library.bin,
    safekeeping,
    transfer,
    backup,
    preferences,
    searches: fakeSavedSearches([]),
    unsavedNotes: createUnsavedNotes(window.localStorage),
    location: windowHash(window),
    copyCitation: () => Promise.resolve(true),
    now: () => DAY_OF_THE_TESTS,
    after: (_: number, run: () => void) => {
      timers.add(run);
      return () => timers.delete(run);
    },
    reload: () => {
      reloads += 1;
    },
    storageState: () => Promise.resolve({ bytes: 12_300_000, isPersistent: false }),
    locale,
  };
  render(
    <TranslationProvider value={translate}>
      <LibraryPage services={services} />
    </TranslationProvider>,
    host,
  );
  close = () => {
    render(null, host);
    host.remove();
    delete document.documentElement.dataset['theme'];
    document.documentElement.removeAttribute('dir');
  };
  return {
    library,
    preferences,
    safekeeping,
    transfer,
    backup,
    reloads: () => reloads,
    elapse() {
      for (const run of [...timers]) run();
      timers.clear();
    },
  };
}

function memoryPreferences(initial: Preferences): PreferenceStore {
  let current = initial;
  const listeners = new Set<(preferences: Preferences) => void>();
  return {
    load: () => Promise.resolve(current),
    async change(change) {
      current = { ...current, ...change };
      for (const listener of listeners) listener(current);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The headlines of the articles in the page, in order. */
export function headlines(): string[] {
  return page
    .getByRole('list', { name: 'Articles', exact: true })
    .getByRole('heading')
    .elements()
    .map((heading) => heading.textContent ?? '');
}

/** Waits until the count says `text`. */
export async function expectCount(text: string): Promise<void> {
  await expect.element(page.getByRole('status').first()).toHaveTextContent(new RegExp(`^${text}$`));
}

/** What axe finds wrong on the page, one line a fault. */
export function accessibilityFaults(): Promise<string[]> {
  return findFaults(document);
}
