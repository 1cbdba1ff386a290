import browser from 'webextension-polyfill';
import { DEFAULT_PREFERENCES, type Preferences } from '../core/library/preferences.ts';
import type { PreferenceStore } from './library.ts';

const KEY = 'preferences';

/** The values each preference may have; what is stored is read as `unknown`, since another version may have written it. */
const CHOICES: { readonly [Name in keyof Preferences]: readonly Preferences[Name][] } = {
  theme: ['system', 'light', 'dark', 'sepia'],
  face: ['serif', 'system'],
  textSize: [-2, -1, 0, 1, 2, 3, 4],
  measure: ['narrow', 'normal', 'wide'],
  singleKeys: [true, false],
  offersBackup: [true, false],
};

/** Reads stored preferences: whatever is missing or not understood has its default. */
export function readPreferences(stored: unknown): Preferences {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const chosen = Object.entries(CHOICES).flatMap(([name, choices]) => {
    const choice = (choices as readonly unknown[]).find((value) => value === given[name]);
    return choice === undefined ? [] : [[name, choice]];
  });
  return { ...DEFAULT_PREFERENCES, ...Object.fromEntries(chosen) };
}

/** Preferences in `storage.local`, live between all open pages. */
export function createPreferenceStore(): PreferenceStore {
  const load = async (): Promise<Preferences> => readPreferences((await browser.storage.local.get(KEY))[KEY]);
  return {
    load,
    async change(change) {
      await browser.storage.local.set({ [KEY]: { ...(await load()), ...change } });
    },
    subscribe(listener) {
      const heard = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
        const change = changes[KEY];
        if (area === 'local' && change !== undefined) listener(readPreferences(change.newValue));
      };
      browser.storage.onChanged.addListener(heard);
      return () => browser.storage.onChanged.removeListener(heard);
    },
  };
}
