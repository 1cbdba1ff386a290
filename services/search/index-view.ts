import type { PendingRecord } from '../../core/library/records.ts';
import type { Found, SearchRequest } from '../../core/search/query/search-segments.ts';
import { createSearchIndex } from '../../core/search/search-index.ts';
import { DamagedRecord } from '../../core/search/segment/record.ts';
import type { SegmentEntry } from '../../core/search/segment/segment-reader.ts';
import { readIndex, recordSource } from '../../storage/index-store.ts';
import type { Store } from '../../storage/store.ts';

/** The index as one context reads it: follows what is stored, and goes on without a segment that is damaged. */
export interface IndexView {
  /** Articles that can be found by their words. */
  readonly articles: number;
  /** The last change whose words can be found. */
  readonly through: number;
  /** Reads the list of segments and the pending articles again. */
  refresh(): Promise<void>;
  /** Null when cancelled. */
  search(request: SearchRequest): Promise<Found | null>;
  suggest(word: string): Promise<readonly string[]>;
}

/** An index view over the index of `store`, read before it is answered. `damaged` hears of segments to be made again. */
export async function openIndexView(
  store: Store,
  damaged: (segment: number) => void,
  cacheBytes?: number,
): Promise<IndexView> {
  const index = createSearchIndex(recordSource(store), cacheBytes);
  const broken = new Set<number>();
  let articles = 0;
  let through = 0;
  let known = '';

  async function read(): Promise<void> {
    const stored = await readIndex(store);
    const usable = stored.entries.filter(({ id }) => !broken.has(id));
    const { pending } = stored;
    const state = stateOf(usable, pending);
    if (state === known) {
      through = stored.through;
      return;
    }
    const waiting = pending.map(({ order, document }) => ({ key: order, document }));
    const damage = await index.update(usable, waiting);
    for (const segment of damage.segments) report(segment);
    const left = usable.filter(({ id }) => !broken.has(id));
    articles = left.reduce((sum, { documents, deleted }) => sum + documents - deleted, 0) + waiting.length;
    through = stored.through;
    known = state;
  }
  function report(segment: number) {
    if (broken.has(segment)) return;
    broken.add(segment);
    damaged(segment);
  }
  /** A record that is missing may have gone with a merge: only one of a segment that still counts is damaged. */
  async function meetDamage(segment: number): Promise<void> {
    const { entries } = await readIndex(store);
    if (entries.some(({ id }) => id === segment)) report(segment);
    await view.refresh();
  }

  /** The keys of what was found; looked for again where its segment went with a merge meanwhile. */
  async function keysOf(found: Found, request: SearchRequest): Promise<Float64Array> {
    try {
      return await found.keys();
    } catch (thrown) {
      if (!(thrown instanceof DamagedRecord)) throw thrown;
      await meetDamage(thrown.key.segment);
      const again = await view.search({ ...request, limit: 0, isCancelled: () => false });
      return again === null ? new Float64Array(0) : again.keys();
    }
  }

  let reading = Promise.resolve();
  const view: IndexView = {
    get articles() {
      return articles;
    },
    get through() {
      return through;
    },
    refresh() {
      reading = reading.catch(() => {}).then(read);
      return reading;
    },
    async search(request) {
      for (;;) {
        const outcome = await index.search(request);
        if (outcome.kind === 'found') return { ...outcome, keys: () => keysOf(outcome, request) };
        if (outcome.kind === 'cancelled') return null;
        await meetDamage(outcome.segment);
      }
    },
    async suggest(word) {
      const outcome = await index.suggest(word);
      if (outcome.kind === 'suggestions') return outcome.words;
      await meetDamage(outcome.segment);
      return [];
    },
  };
  await view.refresh();
  return view;
}

/** Tells two states of the index apart: a mark on an article is a change, but not of what its words are. */
function stateOf(entries: readonly SegmentEntry[], pending: readonly PendingRecord[]): string {
  const segments = entries.map(({ id, deleted }) => `${id}-${deleted}`);
  return [...segments, '', ...pending.map(({ order, sequence }) => `${order}-${sequence}`)].join(' ');
}
