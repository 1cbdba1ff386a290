import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The smallest extension that has everything the harness touches: a background that says when it was booted and which
 * command it heard last, a popup, a page and an icon. It lets the harness be tested without the product.
 */

const MANIFEST = {
  manifest_version: 3,
  name: 'Probe',
  version: '1.0',
  action: { default_popup: 'popup.html' },
  host_permissions: ['https://wpnews.pro/*'],
  commands: { 'save-article': { suggested_key: { default: 'Alt+Shift+S' }, description: 'Save' } },
  content_security_policy: { extension_pages: "default-src 'self'" },
};

const BACKGROUND = `
const api = globalThis.browser ?? chrome;
const bootedAt = performance.timeOrigin + performance.now();
let command = null;
api.commands.onCommand.addListener((name) => { command = name; });
api.runtime.onMessage.addListener((message, sender, reply) => { reply({ bootedAt, command }); });
`;

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const page = (heading: string) =>
  `<!doctype html><html lang="en"><title>${heading}</title><body><main><h1>${heading}</h1></main></body></html>`;

/** Writes the probe for one browser into a new temporary folder and returns the folder. */
export function writeProbeExtension(browser: 'chromium' | 'firefox'): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-probe-'));
  const background =
    browser === 'chromium'
      ? { background: { service_worker: 'background.js' } }
      : {
          background: { scripts: ['background.js'] },
          browser_specific_settings: {
            gecko: { id: 'probe@offprint', data_collection_permissions: { required: ['none'] } },
          },
        };
  mkdirSync(join(folder, 'icons'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...MANIFEST, ...background }));
  writeFileSync(join(folder, 'background.js'), BACKGROUND);
  writeFileSync(join(folder, 'popup.html'), page('Probe popup'));
  writeFileSync(join(folder, 'library.html'), page('Probe library'));
  writeFileSync(join(folder, 'icons/icon-16.png'), Buffer.from(PIXEL, 'base64'));
  return folder;
}
