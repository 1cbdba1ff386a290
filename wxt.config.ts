import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The policy of every extension page: only its own scripts and styles, and one host to talk to. */
const EXTENSION_PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  'connect-src https://wpnews.pro',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** What the Firefox store's reviewers need to build the package again, byte for byte, with `npm ci` and `npm run build`. */
const SOURCES = [
  '{assets,components,core,detection,entrypoints,locales,modules,public,services,storage}/**',
  '{package,package-lock,tsconfig}.json',
  'wxt.config.ts',
  '{README,ARCHITECTURE}.md',
  'LICENSE',
];

/**
 * Citation.js is used for its tables alone: what it would fetch with, name itself by, and make HTML elements with is left
 * out of the build.
 */
const TABLES_ALONE = {
  name: 'citation-tables-alone',
  enforce: 'pre',
  resolveId(name: string, importer?: string) {
    const isOfCore = importer?.includes('@citation-js/core') ?? false;
    const isLeftOut =
      name === 'node-fetch' || name === 'sync-fetch' || (isOfCore && /\/(package\.json|get\.js)$/.test(name));
    return isLeftOut ? '\0left-out' : null;
  },
  load: (id: string) => (id === '\0left-out' ? 'export default {}; export const Headers = null;' : null),
} as const;

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [preact(), TABLES_ALONE] }),
  hooks: {
    // What helps Chromium's service worker is no page of Firefox. WXT would also leave a page that excludes itself out of
    // the sources package, which is made with the one for Firefox, and Chromium's could not be built from it.
    'entrypoints:resolved': ({ config }, entrypoints) => {
      const place = entrypoints.findIndex(({ name }) => name === 'backup');
      if (config.browser === 'firefox' && place >= 0) entrypoints.splice(place, 1);
    },
  },
  zip: { includeSources: SOURCES },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Offprint',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'alarms',
      'activeTab',
      // A service worker makes a backup with the help of a document; Firefox's background is one.
      ...(browser === 'firefox' ? [] : ['offscreen' as const]),
    ],
    // Asked for when the person wants backups in the downloads folder.
    optional_permissions: ['downloads'],
    host_permissions: ['https://wpnews.pro/*'],
    // A library remembers; a private window must not.
    incognito: 'not_allowed',
    ...(mode === 'production' && {
      content_security_policy: { extension_pages: EXTENSION_PAGES_POLICY },
    }),
    omnibox: { keyword: 'wpn' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+P' },
      },
      'save-article': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandSave__',
      },
      'open-library': {
        suggested_key: { default: 'Alt+Shift+B' },
        description: '__MSG_commandOpenLibrary__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'offprint@wpnews',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '153.0' },
          },
        }
      : { minimum_chrome_version: '130' }),
  }),
});
