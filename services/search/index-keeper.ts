import { DamagedRecord } from '../../core/search/segment/record.ts';
import { dropSegment, readIndexState, resetIndex, sweepRecords } from '../../storage/index-writes.ts';
import { countArticles, countThrough } from '../../storage/read-articles.ts';
import type { Store } from '../../storage/store.ts';
import { nextDuty } from './index-duty.ts';
import { fillIndex } from './index-fill.ts';
import { flushIndex } from './index-flush.ts';
import { mergeIndex } from './index-merge.ts';
import type { Pause } from './index-turns.ts';
import type { IndexProgress } from './library-search.ts';

type ProgressListener = (progress: IndexProgress) => void;

/** Does what the index needs until it needs nothing. Rejects with what IndexedDB threw, and with the pause's reason. */
export async function putInOrder(store: Store, pause: Pause, onProgress: ProgressListener): Promise<void> {
  while (await dropIfDamaged(store, () => step(store, pause, onProgress))) await pause();
}

/** Does what the index needs most; whether there was anything to do. */
async function step(store: Store, pause: Pause, onProgress: ProgressListener): Promise<boolean> {
  const state = await readIndexState(store);
  const { entries } = state;
  const duty = nextDuty(state);
  switch (duty.kind) {
    case 'reset':
      await resetIndex(store);
      break;
    case 'flush':
      await flushIndex(store, entries, pause);
      break;
    case 'merge':
      await mergeIndex(store, entries, duty.chosen, pause);
      await sweepRecords(store);
      break;
    case 'fill':
      await tellProgress(store, await fillIndex(store, entries, duty.above, pause), onProgress);
      break;
    case 'none':
      return false;
  }
  return true;
}

/** A segment that turns out to be damaged is no reason to stop: what it held is missing from then on. */
async function dropIfDamaged(store: Store, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof DamagedRecord)) throw thrown;
    await dropSegment(store, thrown.key.segment);
    await sweepRecords(store);
    return true;
  }
}

async function tellProgress(store: Store, missingAbove: number | null, onProgress: ProgressListener): Promise<void> {
  const total = await countArticles(store);
  onProgress({ done: missingAbove === null ? total : await countThrough(store, missingAbove), total });
}
