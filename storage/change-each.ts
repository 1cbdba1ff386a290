import { type Result, succeed } from '../core/result.ts';
import type { Store, Write } from './store.ts';

/** Makes `change` to each of `slugs` once, all in one write; answers with those it was made to. */
export function changeEach(
  store: Store,
  slugs: readonly string[],
  at: number,
  change: (write: Write, slug: string) => Promise<boolean>,
): Promise<Result<readonly string[]>> {
  return store.write(at, async (write) => {
    const asked = [...new Set(slugs)];
    const isChanged = await Promise.all(asked.map((slug) => change(write, slug)));
    return asked.filter((_, index) => isChanged[index]);
  });
}

/** Whether the one change there was to make was made. */
export async function wasMade(changing: Promise<Result<readonly string[]>>): Promise<Result<boolean>> {
  const changed = await changing;
  return changed.ok ? succeed(changed.value.length > 0) : changed;
}
