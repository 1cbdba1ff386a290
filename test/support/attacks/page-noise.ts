import type { Page } from 'puppeteer-core';

/** Fires events and messages of every kind a content script could hear, `count` in all, none of which is a navigation. */
export async function makeNoise(page: Page, count: number): Promise<void> {
  await page.evaluate(makeAll, count);
}

/** Pushes `addresses` in turn as the page's address, as single-page sites do. */
export async function pushAddresses(page: Page, addresses: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    for (const address of all) history.pushState({ type: 'article-shown' }, '', address);
  }, addresses);
}

async function makeAll(count: number): Promise<void> {
  let seed = 7;
  const below = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % limit;
  };
  const pick = <T>(values: readonly T[]) => values[below(values.length)] as T;
  const forged = () => ({
    type: pick([
      'article-shown',
      'article-left',
      'save-tab',
      'refresh-article',
      'describe-page',
      'wxt:content-script-started',
    ]),
    tabId: below(9),
    slug: 'generated-1-00001',
    dateModified: null,
    contentScriptName: 'content',
    ['__proto__']: { type: 'article-left' },
  });
  const names = [
    'wxt:content-script-started',
    'wxt:locationchange',
    'currententrychange',
    'popstate',
    'hashchange',
    'message',
    'pageshow',
    'visibilitychange',
    'DOMContentLoaded',
    'load',
    'runtime.onMessage',
    'offprint:content:wxt:content-script-started',
  ];
  const places: readonly EventTarget[] = [
    window,
    document,
    document.documentElement,
    document.body,
    Reflect.get(window, 'navigation'),
  ];
  const kinds = [
    () => window.postMessage(forged(), '*'),
    () => pick(places).dispatchEvent(new CustomEvent(pick(names), { detail: forged(), bubbles: true })),
    () => pick(places).dispatchEvent(new Event(pick(names), { bubbles: true })),
    () =>
      window.dispatchEvent(new MessageEvent('message', { data: forged(), origin: location.origin, source: window })),
  ];
  // Names in the page and tricks with its prototypes, for a script that trusted what it finds there.
  for (const name of ['document', 'location', 'querySelectorAll', 'head', 'body', 'title']) {
    document.body.append(Object.assign(document.createElement('form'), { name, id: name }));
  }
  Reflect.set(Object.prototype, 'type', 'article-left');
  Reflect.set(Document.prototype, 'querySelectorAll', () => [
    { type: 'application/ld+json', href: 'https://evil.example' },
  ]);
  let heard = 0;
  window.addEventListener('message', () => {
    heard += 1;
  });
  for (let fired = 0; fired < count; fired += 1) {
    pick(kinds)();
    if (fired % 1_000 === 999) {
      document.body.append(document.createElement('i'));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  document.documentElement.dataset['heard'] = String(heard);
}
