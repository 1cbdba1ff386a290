import { parseQuery } from '../../core/query/parse-query.ts';
import { lastSequence } from '../../storage/read-changes.ts';
import type { Store } from '../../storage/store.ts';
import type { SuggestedArticle } from '../omnibox.ts';
import { openHeadlineFinder } from './headline-finder.ts';
import { keepEngine } from './keep-engine.ts';

/** The background shall stay small: nobody searches there for long. */
const CACHE_BYTES = 4 * 1_048_576;

/** Rows asked for: a few more than are suggested, since one may go meanwhile. */
const ROWS = 6;

/**
 * Answers what is typed in the address bar with the best articles. What finds them is opened by the first question and
 * kept as long as this context lives; a text that is no query yet finds nothing.
 */
export function createSuggester(
  store: Store,
  now: () => number,
): (queryText: string) => Promise<readonly SuggestedArticle[]> {
  const finder = keepEngine(store, () => openHeadlineFinder(store, CACHE_BYTES));
  return async (queryText) => {
    const parsed = parseQuery(queryText);
    if (!parsed.ok) return [];
    const [own, through] = await Promise.all([finder(), lastSequence(store)]);
    return own.find({ query: parsed.query, now: now(), through, most: ROWS });
  };
}
