import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { BUILDS, type Build, builtSizes, builtTexts, readBuilt } from './build.ts';
import { foreignAddresses, inlineCode, outsideListeners, runsText } from './build-rules.ts';

/**
 * The two manifests as the stores get them, spelled out in full: a permission, a host, a key of the page policy or any
 * other entry that appears, goes or changes has to be agreed to here.
 */
const SHARED = {
  manifest_version: 3,
  name: '__MSG_extensionName__',
  short_name: 'Offprint',
  description: '__MSG_extensionDescription__',
  version,
  default_locale: 'en',
  icons: icons('icon'),
  action: { default_title: 'Offprint', default_popup: 'popup.html', default_icon: icons('grey') },
  optional_permissions: ['downloads'],
  host_permissions: ['https://wpnews.pro/*'],
  incognito: 'not_allowed',
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src https://wpnews.pro; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  },
  omnibox: { keyword: 'wpn' },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+P' } },
    'save-article': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSave__' },
    'open-library': { suggested_key: { default: 'Alt+Shift+B' }, description: '__MSG_commandOpenLibrary__' },
  },
  content_scripts: [{ matches: ['https://wpnews.pro/*'], run_at: 'document_idle', js: ['content-scripts/content.js'] }],
};

const PERMISSIONS = ['storage', 'unlimitedStorage', 'contextMenus', 'alarms', 'activeTab'];

const MANIFESTS: Readonly<Record<Build, object>> = {
  'chrome-mv3': {
    ...SHARED,
    permissions: [...PERMISSIONS, 'offscreen'],
    minimum_chrome_version: '130',
    background: { service_worker: 'background.js' },
  },
  'firefox-mv3': {
    ...SHARED,
    permissions: PERMISSIONS,
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'offprint@wpnews',
        strict_min_version: '153.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '153.0' },
    },
  },
};

function icons(set: string): Record<string, string> {
  return Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icons/${set}-${size}.png`]));
}

describe.each(BUILDS)('the manifest of %s', (build) => {
  it('is exactly what was agreed', () => {
    expect(JSON.parse(readBuilt(build, 'manifest.json'))).toEqual(MANIFESTS[build]);
  });

  it('names only files that are there', () => {
    const sizes = builtSizes(build);
    const named = JSON.stringify(MANIFESTS[build]).match(/[\w/-]+\.(js|html|png)/g) ?? [];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !sizes.has(name))).toEqual([]);
  });
});

describe.each(BUILDS)('the code of %s', (build) => {
  const offences = (rule: (text: string, name: string) => string[], kind: RegExp) =>
    [...builtTexts(build)]
      .filter(([name]) => kind.test(name))
      .flatMap(([name, text]) => rule(text, name).map((offence) => `${name}: ${offence}`));

  it('names no place but wpnews.pro', () => {
    expect(offences(foreignAddresses, /./)).toEqual([]);
  });

  it('runs no text as code', () => {
    expect(offences((text, name) => runsText(name, text), /\.js$/)).toEqual([]);
  });

  it('listens to no other extension and no web page', () => {
    expect(offences(outsideListeners, /\.js$/)).toEqual([]);
  });

  it('has no script or style inside a page', () => {
    expect(offences(inlineCode, /\.html$/)).toEqual([]);
  });
});
