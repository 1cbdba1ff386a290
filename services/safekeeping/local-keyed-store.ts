import browser from 'webextension-polyfill';
import type { KeyedStore } from '../../storage/keyed-store.ts';

/** What browsers have of `storage.local` beyond what the polyfill's types know; it hands these through as they are. */
interface NewerArea {
  getKeys(): Promise<string[]>;
  /** Chromium only: Firefox's content scripts have no way to be kept out. */
  setAccessLevel?(access: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

const area = browser.storage.local as typeof browser.storage.local & NewerArea;

/** The second copy's place: `browser.storage.local`. */
export const localKeyedStore: KeyedStore = {
  get: (keys) => area.get([...keys]),
  set: (items) => area.set({ ...items }),
  remove: (keys) => area.remove([...keys]),
  getKeys: () => area.getKeys(),
};

/** Keeps what runs in the site's pages from reading the library's second copy, where the browser can. */
export async function keepCopyFromPages(): Promise<void> {
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
