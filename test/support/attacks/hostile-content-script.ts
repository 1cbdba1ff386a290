/**
 * Stands in place of our content script, as in a page process that was taken over: sends whatever it likes in our name,
 * tries the other doors a content script has, and leaves what came of it in the page for the test to read.
 */

/** What an attacker got. */
export interface AttackOutcome {
  readonly sent: number;
  /** Answers that were not `undefined`, the first ten. */
  readonly answers: readonly unknown[];
  /** Doors that opened. */
  readonly opened: readonly string[];
}

export interface AttackTargets {
  /** Slugs of saved articles and of others on the site. */
  readonly slugs: readonly string[];
  readonly foreignAddress: string;
  readonly count: number;
}

/** The script, run when the page dispatches `attack`; it sends `count` messages. Its outcome is JSON in `data-outcome`. */
export function hostileContentScript(targets: AttackTargets): string {
  return `(${attackWhenTold})(${JSON.stringify(targets)});`;
}

interface ContentApi {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    connect(info: object): {
      readonly onDisconnect: { addListener(heard: () => void): void };
      onMessage: { addListener(heard: () => void): void };
      postMessage(message: unknown): void;
    };
    getURL(path: string): string;
  };
  readonly storage: { readonly local: { get(key: null): Promise<object> } };
}

declare const chrome: ContentApi;

function attackWhenTold({ slugs, foreignAddress, count }: AttackTargets): void {
  let seed = 1;
  const below = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % limit;
  };
  const pick = <T>(values: readonly T[]) => values[below(values.length)] as T;
  const tricks = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'toJSON', 'type'];
  const types = ['save-tab', 'refresh-article', 'describe-page', 'fetch', 'list', 'export', ...tricks];
  const scalars = [
    null,
    true,
    -1,
    0,
    1,
    2,
    3,
    4,
    5,
    1.5,
    2 ** 53,
    '',
    'x'.repeat(10_000),
    '2026-06-28T04:40:03Z',
    '../../x',
    foreignAddress,
  ];
  const value = (depth: number): unknown => {
    if (depth === 0 || below(3) > 0) return pick([...scalars, ...slugs, ...types]);
    if (below(2) === 0) return Array.from({ length: below(4) }, () => value(depth - 1));
    return message(depth - 1);
  };
  const message = (depth: number): unknown => {
    const fields = ['tabId', 'slug', 'url', 'address', 'source', 'dateModified', 'query', 'id', ...tricks];
    const pairs = Array.from({ length: below(5) }, () => [pick(fields), value(depth)]);
    return Object.fromEntries([['type', pick(types)], ...pairs]);
  };
  const crafted = (): unknown =>
    pick<() => unknown>([
      () => ({ type: 'save-tab', tabId: below(40) }),
      () => ({ type: 'save-tab', tabId: below(40), url: foreignAddress }),
      () => ({ type: 'refresh-article', slug: pick(slugs) }),
      () => ({ type: 'refresh-article', slug: foreignAddress, url: foreignAddress }),
      () => JSON.parse(`{"__proto__":{"type":"refresh-article","slug":"${pick(slugs)}"}}`),
      () => [{ type: 'refresh-article', slug: pick(slugs) }],
      () => message(3),
      () => value(3),
    ])();
  /** The two messages a content script may send, which cost the background some reading, are a few among the many. */
  const any = (): unknown =>
    below(50) === 0
      ? { type: pick(['article-shown', 'article-left']), dateModified: null, tabId: below(40) }
      : crafted();

  const attack = async () => {
    const answers: unknown[] = [];
    for (let sent = 0; sent < count; sent += 500) {
      const batch = Array.from({ length: Math.min(500, count - sent) }, () =>
        chrome.runtime.sendMessage(any()).catch(() => undefined),
      );
      answers.push(...(await Promise.all(batch)).filter((answer) => answer !== undefined));
    }
    const doors: Record<string, () => Promise<boolean>> = {
      'the library page can be read': async () => (await fetch(chrome.runtime.getURL('library.html'))).ok,
      'the database can be read': async () => (await indexedDB.databases()).some(({ name }) => name === 'offprint'),
      'the storage area holds more than preferences': async () =>
        Object.keys(await chrome.storage.local.get(null)).some((key) => key !== 'preferences'),
      'a port is answered': () =>
        new Promise((resolve) => {
          const port = chrome.runtime.connect({ name: 'attack' });
          port.onDisconnect.addListener(() => resolve(false));
          port.onMessage.addListener(() => resolve(true));
          port.postMessage({ type: 'refresh-article', slug: slugs[0] });
        }),
      'another host can be asked past its own rules': async () =>
        (await fetch(foreignAddress, { mode: 'no-cors' })).type !== 'opaque',
    };
    const opened: string[] = [];
    for (const [name, isOpen] of Object.entries(doors)) if (await isOpen().catch(() => false)) opened.push(name);
    document.documentElement.dataset['outcome'] = JSON.stringify({
      sent: count,
      answers: answers.slice(0, 10),
      opened,
    });
  };
  document.addEventListener('attack', () => void attack());
  if (location.hash === '#announce' || window !== top) {
    chrome.runtime.sendMessage({ type: 'article-shown', dateModified: null }).catch(() => undefined);
  }
}
