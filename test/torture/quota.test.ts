import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { ProblemKind } from '../../core/problem.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { launchBrowser, type Session } from '../support/browser/session.ts';
import { bundleBench, writeBenchExtension } from '../support/torture/bench-extension.ts';
import { DEAF } from '../support/torture/broken-builds.ts';
import type { Command } from '../support/torture/command.ts';
import { after, EMPTY_MODEL, findLost } from '../support/torture/ledger.ts';
import { callBench } from '../support/torture/libraries.ts';
import { expectLoss, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';

/**
 * A build without `unlimitedStorage`, whose quota is set before its first use (set later, or with the permission, it
 * would have no effect): saves are refused as a full disk is, and what is there stays and can be read.
 */

const QUOTA_BYTES = 9_000_000;
const SIZE = 60_000;
const PERMISSIONS = ['storage', 'contextMenus', 'alarms', 'activeTab'];

let site: DemoSite;
let session: Session;
let script: string;

beforeAll(async () => {
  site = await startDemoSite();
  session = await launchBrowser('chromium', { site });
  script = await bundleBench();
});

afterAll(async () => {
  await session?.close();
  await site?.stop();
});

/** The id Chromium gives an unpacked extension: of its folder's path. */
function idOf(path: string): string {
  const digits = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return Array.from(digits, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

async function openLimited(folder: string): Promise<Page> {
  const id = idOf(folder);
  const blank = await session.browser.newPage();
  const devtools = await blank.createCDPSession();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${id}`, quotaSize: QUOTA_BYTES });
  expect(await session.browser.installExtension(folder)).toBe(id);
  return session.openPage(`chrome-extension://${id}/torture.html`);
}

/** Saves at most `most` articles, until three were refused, and answers the problems of those. */
async function fillQuota(toll: Toll, most: number, before = ''): Promise<ProblemKind[]> {
  const folder = writeBenchExtension(script, { manifest: { permissions: PERMISSIONS }, before });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const page = await openLimited(folder);
  let model = EMPTY_MODEL;
  const refused: ProblemKind[] = [];
  for (let n = 0; refused.length < 3 && n < most; n += 1) {
    const command: Command = { type: 'save', n, revision: 1, size: SIZE };
    const answer = await callBench(page, 'runHere', command, Date.now());
    if (answer.ok) {
      model = after(model, command);
      toll.acknowledged += 1;
    } else refused.push(answer.problem.kind);
  }
  toll.points = refused.length;
  const kept = await callBench(page, 'readKept');
  toll.lost.push(...findLost(kept.articles, model).filter((sentence) => !sentence.endsWith('nobody saved it')));
  toll.half.push(...kept.halves);
  return refused;
}

it('says that there is no room when the quota is reached, and keeps what was acknowledged', async () => {
  const toll = noToll('quota reached');
  expect(await fillQuota(toll, 300)).toEqual(['disk-full', 'disk-full', 'disk-full']);
  expect(toll.acknowledged).toBeGreaterThan(5);
  expectNoLoss(toll);
});

it('would notice saves that count as done although the quota refused them', async () => {
  const toll = noToll('control that ignores refusals: quota reached');
  await fillQuota(toll, 70, DEAF);
  expectLoss(toll);
});
