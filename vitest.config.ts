import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/browsers.mjs';
import { thisSystem } from './scripts/system.mjs';
import { LongestFirst } from './test/support/longest-first.ts';

const IN_A_PAGE = ['test/{storage,components,detection}/**/*.test.{ts,tsx}', 'test/**/*.page.test.ts'];
const WITH_BROWSERS = 'test/{e2e,torture}/**/*.test.ts';
const ON_PACKAGES = 'test/package/**/*.test.ts';

/** Far beyond what a quick test needs, so that a busy machine is slow and not wrong. */
const BUSY_MACHINE_MS = 60_000;

/**
 * Four tiers: `unit` in Node, `browser` in a real Chromium page, `package` on the store packages, and `e2e` with the
 * built extension in Chromium and Firefox. The rules of the house (`unit`), `package` and `e2e` read `.output`.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // These tests leave nothing behind in a module: to load everything anew for each file took a third of their time.
          isolate: false,
          testTimeout: BUSY_MACHINE_MS,
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...IN_A_PAGE, WITH_BROWSERS, ON_PACKAGES],
        },
      },
      {
        plugins: [preact()],
        // Named ahead, so that a cold cache does not make Vite reload the page in the middle of a run.
        optimizeDeps: {
          include: [
            '@noble/hashes/sha2.js',
            '@noble/hashes/utils.js',
            '@preact/signals',
            '@tanstack/virtual-core',
            '@testing-library/preact',
            'axe-core',
            'entities/decode',
            'fast-check',
            'fflate',
            'htmlparser2',
            'idb',
            'js-yaml',
            'markdown-it',
            'preact/hooks',
            'preact/jsx-dev-runtime',
          ],
        },
        test: {
          name: 'browser',
          include: IN_A_PAGE,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser('chromium', thisSystem) ?? 'chromium',
                args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'package',
          environment: 'node',
          include: [ON_PACKAGES],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: [WITH_BROWSERS],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two browsers at a time: a third one saved no time on two cores, and made tests wait for a processor.
          maxWorkers: 2,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
