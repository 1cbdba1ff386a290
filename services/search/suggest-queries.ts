import type { Query } from '../../core/query/query.ts';
import { wantedWords, withWord } from '../../core/search/query/query-words.ts';
import type { IndexView } from './index-view.ts';

const MOST = 3;

/** The same query with a word as it was perhaps meant; only such as `count` says find something. */
export async function suggestQueries(
  query: Query,
  index: Pick<IndexView, 'suggest'>,
  count: (query: Query) => Promise<number>,
): Promise<readonly Query[]> {
  const found: Query[] = [];
  for (const word of wantedWords(query)) {
    for (const other of await index.suggest(word.text)) {
      if (found.length === MOST) return found;
      const meant = withWord(query, word, other);
      if ((await count(meant)) > 0) found.push(meant);
    }
  }
  return found;
}
