import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { createBackground } from '../services/background.ts';
import { backUpInBackground } from '../services/backup/background-backup.ts';
import { type DocumentHelp, ownHelp } from '../services/backup/document-help.ts';
import { offscreenHelp } from '../services/backup/offscreen-help.ts';
import { openOffscreen } from '../services/backup/open-offscreen.ts';
import { openRunner } from '../services/backup/open-runner.ts';
import { createArticleBundler } from '../services/bundle-article.ts';
import { FETCH_LIMITS } from '../services/fetch-limits.ts';
import { keepAwake } from '../services/keep-awake.ts';
import { listenToOmnibox } from '../services/omnibox.ts';
import { openLibrary } from '../services/open-library.ts';
import { createPreferenceStore } from '../services/preferences.ts';
import { keepLibrary } from '../services/safekeeping/keep-library.ts';
import { keepCopyFromPages, localKeyedStore } from '../services/safekeeping/local-keyed-store.ts';
import { createSaveService } from '../services/save-service.ts';
import { createSuggester } from '../services/search/suggest-articles.ts';
import { isSiteAllowed } from '../services/site-access.ts';
import { createTransferClient } from '../services/transfer/transfer-client.ts';

/** Wires the background: the service worker in Chromium, the event page in Firefox. */
export default defineBackground(() => {
  const now = (): number => Date.now();
  const { store, heal } = keepLibrary({ keyed: localKeyedStore, locks: navigator.locks, now });
  const preferences = createPreferenceStore();
  void keepCopyFromPages();
  const bundleArticle = createArticleBundler({
    fetch: (...request) => fetch(...request),
    limits: FETCH_LIMITS,
    isSiteAllowed,
    now,
  });
  const saves = createSaveService({ store, keepAwake, bundleArticle, now, random: Math.random });
  const runnerWith = ({ startWorker, lendAddress }: DocumentHelp) =>
    openRunner({ store, preferences, worker: createTransferClient(startWorker), lendAddress, now });
  const openHelp = import.meta.env.FIREFOX ? ownHelp : () => offscreenHelp(openOffscreen);
  const backUp = () => backUpInBackground({ openHelp, runnerWith, keepAwake });
  createBackground(store, saves, { backUp, heal }, now).listen();
  listenToOmnibox({
    omnibox: browser.omnibox,
    isMarkup: !import.meta.env.FIREFOX,
    suggest: createSuggester(store, now),
    open: openLibrary,
    t: i18n.t,
  });
});
