import type { EnginePage } from './engine-page.ts';
import type { EngineRecord } from './engine-record.ts';
import { inNewProcess, type Place } from './new-process.ts';

/** Builds the engine's index; gives up with an error after `limitMs`. */
export function build(place: Place, record: EngineRecord, articles: number, limitMs: number): Promise<void> {
  return inNewProcess(place, record.engine, async (page) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, limitMs, 'late');
    });
    const building = page.call('build', articles, `${place.address}/corpus`);
    building.catch(() => {});
    try {
      const cost = await Promise.race([building, late]);
      if (cost !== 'late') record.build = cost;
      else throw new Error(`given up after ${limitMs / 60_000} minutes at ${await page.progress()} articles`);
      await page.call('close');
    } catch (thrown) {
      throw new Error(`${said(thrown)}${await heapThen(page)}`);
    } finally {
      clearTimeout(timer);
    }
  });
}

function said(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown);
}

/** How much memory an engine held that could not be built; empty where nobody can tell any more. */
async function heapThen(page: EnginePage): Promise<string> {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, 20_000, null));
  const bytes = await Promise.race([page.heapBytes(), patience]).catch(() => null);
  return bytes === null ? '' : ` (its heap then: ${Math.round(bytes / 1e6)} MB)`;
}
