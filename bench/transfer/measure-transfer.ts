import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserName } from '../../test/support/browser/executables.ts';
import { createProfile, removeProfile } from '../../test/support/browser/profile.ts';
import { startBenchServer } from '../search/bench-server.ts';
import type { KeptCorpus } from '../search/corpus/kept-corpus.ts';
import { launchPlain } from '../search/launch.ts';
import type { TransferBench } from './page/main.ts';
import type { Imported, Put, Read, TransferCall, TransferCalls, Written } from './page/transfer-calls.ts';

/** What a call answered, and the most the heaps and array buffers of its workers held meanwhile, garbage included; null in Firefox, which does not tell. */
export type Peaked<T> = T & { readonly peakBytes: number | null };

export interface TransferRun {
  readonly browser: BrowserName;
  readonly articles: number;
  readonly floor: readonly Peaked<Written>[];
  readonly export: readonly Peaked<Written>[];
  readonly read: readonly Peaked<Read>[];
  readonly putRaw: readonly Peaked<Put>[];
  readonly import: readonly Peaked<Imported>[];
}

const HEAP_EVERY_MS = 100;

/** Fills a library in `browser`, then writes the floor and the archive by turns, and reads the archive back, `rounds` times. */
export async function measureTransfer(
  browser: BrowserName,
  corpus: KeptCorpus,
  folder: string,
  rounds: number,
): Promise<TransferRun> {
  const server = await startBenchServer(folder, 1, corpus);
  const profile = createProfile();
  const running = await launchPlain(browser, profile);
  try {
    const page = await running.newPage();
    await page.goto(`${server.address(0)}/`);
    await page.waitForFunction(() => 'bench' in window);
    await call(page, 'fill', corpus.size, '/corpus');
    const run = { browser, articles: corpus.size, floor: [], export: [], read: [], putRaw: [], import: [] } as {
      -readonly [Name in keyof TransferRun]: TransferRun[Name] extends readonly (infer T)[] ? T[] : TransferRun[Name];
    };
    for (let round = 0; round < rounds; round += 1) {
      run.floor.push(await call(page, 'floor'));
      run.export.push(await call(page, 'export'));
      run.read.push(await call(page, 'read'));
      run.putRaw.push(await call(page, 'putRaw'));
      run.import.push(await call(page, 'import'));
    }
    return run;
  } finally {
    await running.close();
    await server.stop();
    removeProfile(profile);
  }
}

async function call<Name extends keyof TransferCalls>(
  page: Page,
  name: Name,
  ...args: Parameters<TransferCalls[Name]>
): Promise<Peaked<Awaited<ReturnType<TransferCalls[Name]>>>> {
  let peakBytes: number | null = null;
  const look = async (): Promise<void> => {
    const heaps = await Promise.all(sessionsOf(page).map((one) => one.send('Runtime.getHeapUsage').catch(() => null)));
    const held = heaps.reduce((sum, heap) => sum + (heap === null ? 0 : heap.usedSize + heap.backingStorageSize), 0);
    if (held > 0) peakBytes = Math.max(peakBytes ?? 0, held);
  };
  await Promise.all(sessionsOf(page).map((one) => one.send('HeapProfiler.collectGarbage')));
  const timer = setInterval(() => void look(), HEAP_EVERY_MS);
  try {
    const passed = { name, args } as unknown as TransferCall;
    const answer = await page.evaluate(
      (one) => (window as unknown as { bench: TransferBench }).bench.call(one),
      passed,
    );
    return { ...(answer as Awaited<ReturnType<TransferCalls[Name]>>), peakBytes };
  } finally {
    clearInterval(timer);
  }
}

/** The debugger's sessions of the page's workers; none in Firefox. */
function sessionsOf(page: Page): readonly CDPSession[] {
  try {
    return page.workers().map((worker) => worker.client);
  } catch {
    return [];
  }
}
