import { resolve } from 'node:path';
import { evaluateInWindow } from '../test/support/browser/firefox-remote.ts';
import type { Session } from '../test/support/browser/session.ts';

/** Installs the unpacked extension in `folder` beside ours and answers its origin, with the slash at its end. */
export async function originOfExtension({ name, browser }: Session, folder: string): Promise<string> {
  const id = await browser.installExtension(resolve(folder));
  if (name === 'chromium') return `chrome-extension://${id}/`;
  const host = await evaluateInWindow(
    browser,
    `WebExtensionPolicy.getByID(${JSON.stringify(id)}).mozExtensionHostname`,
  );
  return `moz-extension://${String(host)}/`;
}
