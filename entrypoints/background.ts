import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { createBackground } from '../services/background.ts';
import { createArticleBundler } from '../services/bundle-article.ts';
import { FETCH_LIMITS } from '../services/fetch-limits.ts';
import { keepAwake } from '../services/keep-awake.ts';
import { listenToOmnibox } from '../services/omnibox.ts';
import { openLibrary } from '../services/open-library.ts';
import { keepLibrary } from '../services/safekeeping/keep-library.ts';
import { keepCopyFromPages, localKeyedStore } from '../services/safekeeping/local-keyed-store.ts';
import { createSaveService } from '../services/save-service.ts';
import { createSuggester } from '../services/search/suggest-articles.ts';
import { isSiteAllowed } from '../services/site-access.ts';

/** Wires the background: the service worker in Chromium, the event page in Firefox. */
export default defineBackground(() => {
  const now = (): number => Date.now();
  const { store, heal } = keepLibrary({ keyed: localKeyedStore, locks: navigator.locks, now });
  void keepCopyFromPages();
  const bundleArticle = createArticleBundler({
    fetch: (...request) => fetch(...request),
    limits: FETCH_LIMITS,
    isSiteAllowed,
    now,
  });
  const saves = createSaveService({ store, keepAwake, bundleArticle, now, random: Math.random });
  createBackground(store, saves, { heal }, now).listen();
  listenToOmnibox({
    omnibox: browser.omnibox,
    isMarkup: !import.meta.env.FIREFOX,
    suggest: createSuggester(store, now),
    open: openLibrary,
    t: i18n.t,
  });
});
