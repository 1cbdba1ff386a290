import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { OTHER_HOST } from '../../site/fault-redirects.ts';
import { type DriverOptions, install, type RunningBrowser } from './driver.ts';
import type { LoggedError } from './error-log.ts';
import { executable } from './executables.ts';
import { evaluateInWindow, navigateFirefox } from './firefox-remote.ts';

/** The add-on gets the same address in every profile, so that a restart finds its data. */
const UUID = '0ff92147-5a3e-4c1b-8d6f-77706e657773';
const ORIGIN = `moz-extension://${UUID}/`;
const DEAD_PORT = 9;

type Preferences = Record<string, string | number | boolean>;

/** Site names lead to the demo site; everything else to a proxy that is not there, or to the demo site as well. */
function hostPreferences({ site: { port }, mapEverything = false }: DriverOptions): Preferences {
  const forced: Preferences = { 'network.socket.forcePort': `443=${port};80=${port}` };
  if (mapEverything) return { ...forced, 'network.dns.forceResolve': '127.0.0.1' };
  const names = ['wpnews.pro', 'www.wpnews.pro', 'api.wpnews.pro', OTHER_HOST];
  return {
    ...forced,
    'network.dns.localDomains': names.join(','),
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': DEAD_PORT,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': DEAD_PORT,
    'network.proxy.no_proxies_on': [...names, '127.0.0.1'].join(', '),
  };
}

interface Manifest {
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
  readonly commands: Readonly<Record<string, { readonly suggested_key: { readonly default: string } }>>;
}

function readManifest(extension: string): Manifest {
  return JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
}

/** The `<key>` element Firefox made for a command, as an expression: it is known by the command's last key alone. */
function keyElement({ commands }: Manifest, name: string): string {
  const letter = commands[name]?.suggested_key.default.split('+').at(-1);
  if (letter === undefined) throw new Error(`The extension has no shortcut for "${name}"`);
  return `document.querySelector('keyset[id^="ext-keyset-id"] key[key="${letter}"]')`;
}

/** Off: no connection but through the proxy that is not there, open ones included, and pages are told so. */
function networkSwitch(options: DriverOptions, offline: boolean): string {
  const { 'network.proxy.type': type = 0, 'network.proxy.no_proxies_on': direct = '' } = hostPreferences(options);
  return `
    Services.prefs.setStringPref('network.proxy.http', '127.0.0.1');
    Services.prefs.setIntPref('network.proxy.http_port', ${DEAD_PORT});
    Services.prefs.setStringPref('network.proxy.ssl', '127.0.0.1');
    Services.prefs.setIntPref('network.proxy.ssl_port', ${DEAD_PORT});
    Services.prefs.setStringPref('network.proxy.no_proxies_on', ${JSON.stringify(offline ? '' : direct)});
    Services.prefs.setIntPref('network.proxy.type', ${offline ? 1 : type});
    Services.io.offline = ${offline};
    null`;
}

/** What Firefox notes of every answer that comes for a background it has suspended or loaded anew: nobody did wrong. */
const AFTER_THE_END = /^Promise (resolved|rejected) after context unloaded/;

const READ_ERRORS = `JSON.stringify(Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
  .filter((message) => message.sourceName.startsWith(${JSON.stringify(ORIGIN)}))
  .filter((message) => !${AFTER_THE_END}.test(message.errorMessage))
  .map((message) => ({ where: message.sourceName, text: message.errorMessage })))`;

async function readErrors(browser: Browser): Promise<readonly LoggedError[]> {
  const errors: readonly LoggedError[] = JSON.parse(String(await evaluateInWindow(browser, READ_ERRORS)));
  return errors;
}

/** Starts Firefox and installs the extension for this run, under its own id and the same address as ever. */
export async function startFirefox(options: DriverOptions): Promise<RunningBrowser> {
  const manifest = readManifest(options.extension);
  const { id } = manifest.browser_specific_settings.gecko;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable('firefox'),
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    userDataDir: options.profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      ...hostPreferences(options),
      ...options.extraPrefs,
    },
  });
  await install(browser, options.extension);
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(id)})`;
  const privileged = (expression: string) => evaluateInWindow(browser, expression);
  return {
    browser,
    extensionOrigin: ORIGIN,
    navigate: navigateFirefox,
    async openPopup(page) {
      await page.bringToFront();
      const popup = await browser.newPage();
      await navigateFirefox(popup, `${ORIGIN}popup.html`);
      return popup;
    },
    stopBackground: async () => {
      // Without the flag Firefox puts the stop off while an event is being handled, which is when a test wants it.
      await privileged(`${policy}.extension.terminateBackground({ disableResetIdleForTest: true })`);
    },
    runCommand: async (name) => {
      await privileged(`${keyElement(manifest, name)}.doCommand()`);
    },
    chooseMenuItem: async (menuItemId) => {
      const info = JSON.stringify({ menuItemId, editable: false, modifiers: [] });
      await privileged(`void ${policy}.extension.emit('webext-menu-menuitem-click', ${info}, gBrowser.selectedTab)`);
    },
    setOffline: async (offline) => {
      await privileged(networkSwitch(options, offline));
    },
    setDark: async (_, dark) => {
      const preference = 'layout.css.prefers-color-scheme.content-override';
      await privileged(`Services.prefs.setIntPref('${preference}', ${dark ? 0 : 1})`);
    },
    hiddenErrors: () => readErrors(browser),
  };
}
