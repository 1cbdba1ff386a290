import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Session } from '../test/support/browser/session.ts';
import type { Series } from './figures.ts';

const SCRIPT = '.output/chrome-mv3/content-scripts/content.js';

/** What the content script costs a page: its bytes, and the main thread's time for compiling and running it. */
export interface ContentScriptCost {
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly time: Series;
}

/** Loads `address` several times in Chromium and reads the script's evaluation out of the browser's own trace. */
export async function measureContentScript(
  session: Session,
  address: string,
  rounds: number,
): Promise<ContentScriptCost> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await session.openPage('about:blank');
    await page.tracing.start({ categories: ['devtools.timeline', 'v8'] });
    await session.navigate(page, address);
    const trace = await page.tracing.stop();
    samples.push(scriptMilliseconds(new TextDecoder().decode(trace)));
    await page.close();
  }
  const source = readFileSync(SCRIPT);
  const time = { name: 'content script', samples: samples.slice(1) };
  return { bytes: source.length, gzipBytes: gzipSync(source, { level: 9 }).length, time };
}

/** The summed durations of the trace events that compile or evaluate our script. */
function scriptMilliseconds(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] };
  const ours = traceEvents.filter(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith('content-scripts/content.js'),
  );
  if (ours.length === 0) throw new Error('The trace shows no run of the content script');
  return ours.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
}

/** A Chromium trace event; `dur` is in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}
