import type { Page } from 'puppeteer-core';

/** What a page let happen when code in it tried something. */
export type WallReport = Readonly<Record<string, 'worked' | 'refused'>>;

/** Hosts that `tryWalls` asks for something: by `fetch`, a picture, a frame, a script and a beacon. */
export const WALL_HOSTS = ['beacon', 'fetch', 'frame', 'picture', 'script'].map((name) => `${name}.walls.example`);

/** Tries, inside the page, each thing an attacker who got in would want next, and asks every one of `WALL_HOSTS`. */
export function tryWalls(page: Page): Promise<WallReport> {
  return page.evaluate(tryAll);
}

async function tryAll(): Promise<Record<string, 'worked' | 'refused'>> {
  const PATIENCE = 3_000;
  const host = (name: string) => `https://${name}.walls.example/`;
  const ran = (name: string) => Reflect.get(window, `ran_${name}`) === true;
  const code = (name: string) => `window.ran_${name} = true`;
  const nextTask = () => new Promise((resolve) => setTimeout(resolve));
  const add = (element: HTMLElement) => document.body.appendChild(element);
  /** Adds an element and waits until it has loaded or failed; what came of it is the site's to say. */
  const settle = (element: HTMLElement) =>
    new Promise((resolve) => {
      element.addEventListener('load', resolve);
      element.addEventListener('error', resolve);
      setTimeout(resolve, PATIENCE);
      add(element);
    });
  const make = (name: string, properties: Record<string, unknown>): HTMLElement =>
    Object.assign(document.createElement(name), properties);
  const borrowed = (
    window as unknown as {
      trustedTypes?: { createPolicy(name: string, rules: object): Record<string, (text: string) => string> };
    }
  ).trustedTypes?.createPolicy('walls', {
    createScript: (text: string) => text,
    createScriptURL: (text: string) => text,
  });
  const script = (text: string) => borrowed?.['createScript']?.(text) ?? text;
  const scriptAddress = (text: string) => borrowed?.['createScriptURL']?.(text) ?? text;

  const tries: Record<string, () => boolean | Promise<boolean>> = {
    'a script element': () => {
      add(make('script', { text: script(code('script')) }));
      return ran('script');
    },
    'a text as a script, unguarded by trusted types': () => {
      add(make('script', { text: code('untyped') }));
      return ran('untyped');
    },
    'an attribute that is a script': () => {
      const button = add(document.createElement('button'));
      button.setAttribute('onclick', script(code('attribute')));
      button.click();
      return ran('attribute');
    },
    'a link that is a script': async () => {
      const link = make('a', { href: `javascript:${code('link')};void 0` });
      add(link);
      link.click();
      for (let tasks = 0; tasks < 100 && !ran('link'); tasks += 1) await nextTask();
      return ran('link');
    },
    // In a task of its own: code that a debugger called may evaluate what it likes.
    eval: async () => {
      let reached = false;
      setTimeout(() => {
        // biome-ignore lint/security/noGlobalEval: whether it is refused is the question.
        reached = globalThis.eval(script('40 + 2')) === 42;
      });
      await nextTask();
      await nextTask();
      return reached;
    },
    'a style element': () => {
      const paragraph = add(make('p', { className: 'styled-by-wall' }));
      add(make('style', { textContent: '.styled-by-wall { z-index: 42; position: relative }' }));
      return getComputedStyle(paragraph).zIndex === '42';
    },
    'another base address': () => {
      document.head.append(make('base', { href: host('base') }));
      return document.baseURI.startsWith(host('base'));
    },
    'a request to the site': () =>
      fetch('https://wpnews.pro/news', { mode: 'no-cors' }).then(
        () => true,
        () => false,
      ),
  };
  const report: Record<string, 'worked' | 'refused'> = {};
  for (const [name, attempt] of Object.entries(tries)) {
    const worked = await Promise.resolve()
      .then(attempt)
      .catch(() => false);
    report[name] = worked ? 'worked' : 'refused';
  }
  await Promise.allSettled([
    fetch(host('fetch'), { mode: 'no-cors' }),
    settle(make('img', { src: host('picture') })),
    settle(make('iframe', { src: host('frame') })),
    settle(make('script', { src: scriptAddress(host('script')) })),
  ]);
  navigator.sendBeacon(host('beacon'), 'a');
  return report;
}
