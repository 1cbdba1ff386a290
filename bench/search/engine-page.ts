import type { Browser, CDPSession, Page, WebWorker } from 'puppeteer-core';
import type { EngineName } from './page/engines.ts';
import type { BenchPage } from './page/main.ts';
import type { WorkerCall, WorkerCalls } from './page/worker-calls.ts';

type Bench = Window & { readonly bench: BenchPage };

/** One engine in a worker of a page in a browser. */
export interface EnginePage {
  call<Name extends keyof WorkerCalls>(
    name: Name,
    ...args: Parameters<WorkerCalls[Name]>
  ): Promise<Awaited<ReturnType<WorkerCalls[Name]>>>;
  /** Articles that a build has taken in so far. */
  progress(): Promise<number>;
  /** Bytes of the worker's heap and array buffers after a forced collection; null where the browser does not tell. */
  heapBytes(): Promise<number | null>;
  close(): Promise<void>;
}

/** Opens the page at `address` and loads the engine's code; nothing of the engine is opened yet. */
export async function openEngine(browser: Browser, address: string, engine: EngineName): Promise<EnginePage> {
  const page = await browser.newPage();
  await page.goto(`${address}/`);
  await page.waitForFunction(() => 'bench' in window);
  // Without this a call whose page ran out of memory would be waited for as long as one may take.
  const crash = new Promise<never>((_, reject) => page.once('error', reject));
  crash.catch(() => {});
  const own: EnginePage = {
    async call(name, ...args) {
      const call = { name, args } as unknown as WorkerCall;
      const calling = page.evaluate((passed) => (window as unknown as Bench).bench.call(passed), call);
      return (await Promise.race([calling, crash])) as never;
    },
    progress: () => page.evaluate(() => (window as unknown as Bench).bench.progress),
    heapBytes: () => heapOf(page),
    close: () => page.close(),
  };
  await own.call('load', engine);
  return own;
}

async function heapOf(page: Page): Promise<number | null> {
  const [worker] = page.workers();
  const client = worker === undefined ? null : sessionOf(worker);
  if (client === null) return null;
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/** The debugger's session of a worker; null in Firefox, which has none. */
function sessionOf(worker: WebWorker): CDPSession | null {
  try {
    return worker.client;
  } catch {
    return null;
  }
}
