import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Result } from '../../core/result.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { launchBrowser, type Session } from '../support/browser/session.ts';
import { bundleBench, writeBenchExtension } from '../support/torture/bench-extension.ts';
import type { Command } from '../support/torture/command.ts';
import { after, EMPTY_MODEL, findLost } from '../support/torture/ledger.ts';
import { callBench } from '../support/torture/libraries.ts';
import { expectNoLoss, noToll } from '../support/torture/toll.ts';

/**
 * A build without `unlimitedStorage`, whose quota is set before its first use (set later, or with the permission, it
 * would have no effect): saves are refused as a full disk is, and what is there stays and can be read.
 */

const QUOTA_BYTES = 4_000_000;
const SIZE = 60_000;
const MOST_SAVES = 300;
const PERMISSIONS = ['storage', 'contextMenus', 'alarms', 'activeTab'];

let site: DemoSite;
let session: Session;
let folder: string;

beforeAll(async () => {
  site = await startDemoSite();
  session = await launchBrowser('chromium', { site });
  folder = writeBenchExtension(await bundleBench(), { manifest: { permissions: PERMISSIONS } });
});

afterAll(async () => {
  await session?.close();
  await site?.stop();
  rmSync(folder, { recursive: true });
});

/** The id Chromium gives an unpacked extension: of its folder's path. */
function idOf(path: string): string {
  const digits = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return Array.from(digits, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

async function openLimited(): Promise<Page> {
  const id = idOf(folder);
  const blank = await session.browser.newPage();
  const devtools = await blank.createCDPSession();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${id}`, quotaSize: QUOTA_BYTES });
  expect(await session.browser.installExtension(folder)).toBe(id);
  return session.openPage(`chrome-extension://${id}/torture.html`);
}

it('says that there is no room when the quota is reached, and keeps what was acknowledged', async () => {
  const toll = noToll('quota reached');
  const page = await openLimited();
  let model = EMPTY_MODEL;
  const refused: Extract<Result<unknown>, { ok: false }>[] = [];
  for (let n = 0; refused.length < 3 && n < MOST_SAVES; n += 1) {
    const command: Command = { type: 'save', n, revision: 1, size: SIZE };
    const answer = await callBench(page, 'runHere', command, Date.now());
    if (answer.ok) {
      model = after(model, command);
      toll.acknowledged += 1;
    } else refused.push(answer);
  }
  toll.points = refused.length;
  expect(refused.map(({ problem }) => problem.kind)).toEqual(['disk-full', 'disk-full', 'disk-full']);
  const kept = await callBench(page, 'readKept');
  toll.lost.push(...findLost(kept.articles, model).filter((sentence) => !sentence.endsWith('nobody saved it')));
  toll.half.push(...kept.halves);
  expect(toll.acknowledged).toBeGreaterThan(5);
  expectNoLoss(toll);
});
