import { problem } from '../core/problem.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import type { Store } from '../storage/store.ts';
import { refreshArticleTabs } from './toolbar.ts';

/** Turns a write's “false: there was no such article” into the problem it is for a person. */
export async function foundOrNot(changing: Promise<Result<boolean>>): Promise<Result<null>> {
  const changed = await changing;
  if (!changed.ok) return changed;
  return changed.value ? succeed(null) : fail(problem('not-in-library'));
}

/**
 * Answers as soon as a change is done; the toolbar follows, of the tabs with the article `slug` or of all, and its
 * failures are no failure of the change.
 */
export async function thenShow<T>(store: Store, changing: Promise<Result<T>>, slug?: string): Promise<Result<T>> {
  const changed = await changing;
  refreshArticleTabs(store, slug).catch((thrown: unknown) => console.warn('Offprint:', thrown));
  return changed;
}
