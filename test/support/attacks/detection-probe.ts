import { readdirSync } from 'node:fs';
import type { Session } from '../browser/session.ts';

/** Everything a page could find out about the extension, by a page that knows its id and the name of every file in it. */
export interface Signals {
  /** Files of the extension that could be loaded in any way. */
  readonly files: readonly string[];
  /** Messages that arrived, though the page sent none. */
  readonly messages: readonly string[];
  /** Elements and attributes that came or went after the page had been read. */
  readonly changes: readonly string[];
  /** Global names that came after the page had been read. */
  readonly globals: readonly string[];
  /** Ways to speak to an extension. */
  readonly doors: readonly string[];
}

export const NO_SIGNALS: Signals = { files: [], messages: [], changes: [], globals: [], doors: [] };

/** Opens `address` with ears open from the very start, and looks for the extension once its script had time to run. */
export async function probe(session: Session, address: string, folder: string): Promise<Signals> {
  const page = await session.openPage('about:blank');
  await page.evaluateOnNewDocument(listen);
  await session.navigate(page, address);
  const files = filesIn(folder).map((file) => session.extensionUrl(file));
  const signals = await page.evaluate(look, files);
  await page.close();
  return signals;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length + 1));
}

interface Ears extends Record<string, unknown> {
  readonly messages: string[];
  readonly changes: string[];
  names: readonly string[];
}

function listen(): void {
  const ears: Ears = { messages: [], changes: [], names: [] };
  Reflect.set(globalThis, 'ears', ears);
  window.addEventListener('message', ({ data }) => ears.messages.push(JSON.stringify(data)));
  // The document has been read and its own scripts have run; content scripts come after.
  document.addEventListener('DOMContentLoaded', () => {
    ears.names = Object.getOwnPropertyNames(window);
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records)
        ears.changes.push([type, target.nodeName, attributeName ?? ''].join(' '));
    }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
  });
}

async function look(files: readonly string[]): Promise<Signals> {
  const ears = Reflect.get(globalThis, 'ears') as Ears;
  const frame = () => new Promise(requestAnimationFrame);
  await new Promise((resolve) => requestIdleCallback(resolve));
  for (let frames = 0; frames < 10; frames += 1) await frame();
  const changes = [...ears.changes];
  const messages = [...ears.messages];
  const globals = Object.getOwnPropertyNames(window).filter((name) => !ears.names.includes(name) && name !== 'ears');
  const chrome = Reflect.get(window, 'chrome') as { readonly runtime?: object } | undefined;
  const doors = [
    ...(chrome?.runtime === undefined ? [] : ['chrome.runtime']),
    ...('browser' in window ? ['browser'] : []),
  ];

  const loads = (element: HTMLElement) =>
    new Promise<boolean>((resolve) => {
      element.addEventListener('load', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      document.head.append(element);
    });
  const make = (name: string, properties: object): HTMLElement =>
    Object.assign(document.createElement(name), properties);
  const isFound = async (file: string) => {
    const ways = [
      fetch(file).then(
        (answer) => answer.ok,
        () => false,
      ),
      loads(make('img', { src: file })),
      loads(make('script', { src: file, type: 'module' })),
      loads(make('link', { rel: 'stylesheet', href: file })),
    ];
    return (await Promise.all(ways)).includes(true);
  };
  const found = await Promise.all(
    files.map(async (file) => ((await isFound(file)) ? [file.replace(/^[^/]+\/\/[^/]+\//, '')] : [])),
  );
  return { files: found.flat(), messages, changes, globals, doors };
}
