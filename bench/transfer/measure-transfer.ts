import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserName } from '../../test/support/browser/executables.ts';
import { createProfile, removeProfile } from '../../test/support/browser/profile.ts';
import { startBenchServer } from '../search/bench-server.ts';
import type { KeptCorpus } from '../search/corpus/kept-corpus.ts';
import { launchPlain } from '../search/launch.ts';
import type { TransferBench } from './page/main.ts';
import type { Read, TransferCall, TransferCalls, Written } from './page/transfer-calls.ts';

/** What a call answered, and the most its worker's heap and array buffers held meanwhile, garbage included; null in Firefox, which does not tell. */
export type Peaked<T> = T & { readonly peakBytes: number | null };

export interface TransferRun {
  readonly browser: BrowserName;
  readonly articles: number;
  readonly floor: readonly Peaked<Written>[];
  readonly export: readonly Peaked<Written>[];
  readonly read: readonly Peaked<Read>[];
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
    const run = { browser, articles: corpus.size, floor: [], export: [], read: [] } as {
      -readonly [Name in keyof TransferRun]: TransferRun[Name] extends readonly (infer T)[] ? T[] : TransferRun[Name];
    };
    for (let round = 0; round < rounds; round += 1) {
      run.floor.push(await call(page, 'floor'));
      run.export.push(await call(page, 'export'));
      run.read.push(await call(page, 'read'));
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
  const session = sessionOf(page);
  let peakBytes: number | null = null;
  const look = async (): Promise<void> => {
    const heap = await session?.send('Runtime.getHeapUsage').catch(() => null);
    if (heap) peakBytes = Math.max(peakBytes ?? 0, heap.usedSize + heap.backingStorageSize);
  };
  await session?.send('HeapProfiler.collectGarbage');
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

/** The debugger's session of the page's worker; null in Firefox, which has none. */
function sessionOf(page: Page): CDPSession | null {
  try {
    return page.workers()[0]?.client ?? null;
  } catch {
    return null;
  }
}
