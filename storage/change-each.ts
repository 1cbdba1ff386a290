import { type Result, succeed } from '../core/result.ts';
import type { Store, Write } from './store.ts';

/** Makes `change` to each of `slugs` once, all in one write; answers how many it was made to. */
export function changeEach(
  store: Store,
  slugs: readonly string[],
  at: number,
  change: (write: Write, slug: string) => Promise<boolean>,
): Promise<Result<number>> {
  return store.write(at, async (write) => {
    const changed = await Promise.all([...new Set(slugs)].map((slug) => change(write, slug)));
    return changed.filter(Boolean).length;
  });
}

/** Whether the one change there was to make was made. */
export async function wasMade(counting: Promise<Result<number>>): Promise<Result<boolean>> {
  const counted = await counting;
  return counted.ok ? succeed(counted.value > 0) : counted;
}
