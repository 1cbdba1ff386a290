import type { KeyedStore } from '../keyed-store.ts';
import { SENTINEL_KEY } from './copy-keys.ts';
import { isObject } from './packed-holding.ts';

/** What the second copy knows of the library as a whole, to tell at each opening whether the database still has it. */
export interface Sentinel {
  /** The library's id. */
  readonly id: string;
  /** Articles in the library, those in the bin not counted. */
  readonly articles: number;
  /** The sequence number of the last change that is copied, with all before it. */
  readonly through: number;
}

/** What lies under the sentinel's key; null when that is nothing, or damaged. Rejects as `KeyedStore.get`. */
export async function readSentinel(keyed: KeyedStore): Promise<Sentinel | null> {
  return parseSentinel((await keyed.get([SENTINEL_KEY]))[SENTINEL_KEY]);
}

/** The sentinel in what was read; null when there is none. */
export function parseSentinel(value: unknown): Sentinel | null {
  if (!isObject(value)) return null;
  const { id, articles, through } = value;
  if (typeof id !== 'string' || !isCount(articles) || !isCount(through)) return null;
  return { id, articles, through };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
