import browser from 'webextension-polyfill';

/** Well under the 30 seconds after which Chromium stops a worker that heard nothing. */
const EVERY_MS = 20_000;

/**
 * Keeps the background alive while `work` is under way. A pending fetch does not: only events and calls to the browser's
 * own API count (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle#idle-shutdown).
 */
export async function keepAwake<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
