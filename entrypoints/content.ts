import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageDescription } from '../core/protocol.ts';
import { asksForDescription, describePage } from '../detection/describe-page.ts';
import { watchPage } from '../detection/watch-page.ts';

/** Tells the background whether this page shows an article, and describes the page to the popup. Leaves no mark in it. */
export default defineContentScript({
  matches: ['https://wpnews.pro/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    const stop = watchPage(window as Window & { navigation?: EventTarget }, (notice) => {
      // After an update of the extension this script is an orphan without a runtime: it goes quiet.
      if (browser.runtime?.id === undefined) stop();
      else browser.runtime.sendMessage(notice).catch(() => {});
    });

    browser.runtime.onMessage.addListener((message: unknown, sender, answer: (page: PageDescription) => void) => {
      if (sender.id === browser.runtime.id && asksForDescription(message))
        answer(describePage(document, location.href));
    });
  },
});
