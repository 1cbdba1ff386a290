import type { Page } from 'puppeteer-core';

/** How a page's main thread fared while something was done. */
export interface MainThread {
  /** Milliseconds of the longest task the browser itself reports (tasks over 50 ms only); null where it reports none. */
  readonly longestTask: number | null;
  /** The longest time the page's own timers had to wait beyond what they asked for, in milliseconds. */
  readonly longestGap: number;
}

interface Watched extends Window {
  endWatch?: () => MainThread;
}

/** Watches the main thread of `page` while `act` runs. */
export async function watchMainThread(page: Page, act: () => Promise<void>): Promise<MainThread> {
  await page.evaluate(startWatch);
  await act();
  return page.evaluate(() => (window as Watched).endWatch?.() ?? { longestTask: null, longestGap: Number.NaN });
}

/** Runs in the page: asks for a timer again and again, and listens to what the browser calls a long task. */
function startWatch(): void {
  const PERIOD = 5;
  let longestGap = 0;
  let longestTask = PerformanceObserver.supportedEntryTypes.includes('longtask') ? 0 : null;
  let due = performance.now() + PERIOD;
  let isOver = false;
  const tick = () => {
    if (isOver) return;
    const now = performance.now();
    longestGap = Math.max(longestGap, now - due);
    due = now + PERIOD;
    setTimeout(tick, PERIOD);
  };
  const hear = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longestTask = Math.max(longestTask ?? 0, duration);
  };
  const observer = new PerformanceObserver((list) => hear(list.getEntries()));
  if (longestTask !== null) observer.observe({ type: 'longtask' });
  (window as Watched).endWatch = () => {
    isOver = true;
    hear(observer.takeRecords());
    observer.disconnect();
    return { longestTask, longestGap };
  };
  setTimeout(tick, PERIOD);
}
