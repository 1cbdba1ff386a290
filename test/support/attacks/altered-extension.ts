import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../browser/executables.ts';

/** What differs in a copy of the built extension. */
export interface Alteration {
  /** Which build is copied; by default the one for Chromium. */
  readonly of?: BrowserName;
  /** Entries of the manifest that are added or replaced. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Scripts that run before the named ones, in the same file. */
  readonly before?: Readonly<Record<string, string>>;
  /** Scripts that stand in place of the named ones. */
  readonly instead?: Readonly<Record<string, string>>;
}

const BUILT = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;

/** Writes an altered copy of the built extension into a new temporary folder and returns the folder. */
export function alterExtension({ of = 'chromium', manifest = {}, before = {}, instead = {} }: Alteration): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-altered-'));
  cpSync(BUILT[of], folder, { recursive: true });
  const change = (path: string, changed: (text: string) => string) =>
    writeFileSync(join(folder, path), changed(readFileSync(join(folder, path), 'utf8')));
  change('manifest.json', (text) => JSON.stringify({ ...JSON.parse(text), ...manifest }));
  for (const [path, script] of Object.entries(before)) change(path, (text) => `${script}\n${text}`);
  for (const [path, script] of Object.entries(instead)) change(path, () => script);
  return folder;
}

/** Runs in front of the background: counts every message that reaches it, and tells the count to whoever asks. */
export const COUNT_MESSAGES = `
{
  const heard = { count: 0, last: null };
  chrome.runtime.onMessage.addListener((message, { url, frameId }, answer) => {
    if (message === 'what was heard') answer(heard);
    else Object.assign(heard, { count: heard.count + 1, last: { type: message?.type, url, frameId } });
  });
}`;

/** What a counting background heard so far. */
export interface Heard {
  readonly count: number;
  readonly last: { readonly type?: unknown; readonly url: string; readonly frameId: number } | null;
}
