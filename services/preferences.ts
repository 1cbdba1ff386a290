import browser from 'webextension-polyfill';
import { type Preferences, readPreferences } from '../core/library/preferences.ts';
import type { PreferenceStore } from './library.ts';

const KEY = 'preferences';

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
