/** The keys of the second copy. All begin with `copy/`, so that nothing else of the product meets them. */

export const SENTINEL_KEY = 'copy/sentinel';
export const SEARCHES_KEY = 'copy/searches';
export const RECOVERY_KEY = 'copy/recovery';
export const CHECKED_KEY = 'copy/checked';

const CONTENT = 'copy/a/';
const STATE = 'copy/m/';
const QUEUE = 'copy/q/';
const REDIRECT = 'copy/r/';

/** The whole of an article, as of a change. */
export const contentKey = (slug: string): string => CONTENT + slug;
/** What changes often of an article and is small; counts where it is later than the whole. */
export const stateKey = (slug: string): string => STATE + slug;
/** A save that waits. */
export const queueKey = (slug: string): string => QUEUE + slug;
/** A former slug. */
export const redirectKey = (from: string): string => REDIRECT + from;

/** The slugs that a list of keys has something of. */
export interface CopiedSlugs {
  readonly articles: ReadonlySet<string>;
  readonly queue: readonly string[];
  readonly redirects: readonly string[];
}

/** What a list of all keys says of the second copy. */
export function slugsIn(keys: readonly string[]): CopiedSlugs {
  const after = (prefix: string): string[] =>
    keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return { articles: new Set(after(CONTENT)), queue: after(QUEUE), redirects: after(REDIRECT) };
}
