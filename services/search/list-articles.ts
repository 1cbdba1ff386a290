import type { ArticleRecord } from '../../core/library/records.ts';
import type { ListedArticle, MarkedText } from '../../core/library/search.ts';
import type { Query } from '../../core/query/query.ts';
import { hasText } from '../../core/search/query/query-words.ts';
import { markedPassage } from '../../core/search/snippet/marked-passage.ts';
import { readBodies, readByOrders } from '../../storage/read-articles.ts';
import type { Store } from '../../storage/store.ts';

/** The articles with these `order`s as a list shows them, without those that have gone meanwhile. */
export async function listArticles(
  store: Store,
  orders: readonly number[],
  query: Query,
): Promise<readonly ListedArticle[]> {
  const read = await readByOrders(store, orders);
  const records = read.filter((record) => record !== undefined);
  if (!hasText(query)) return records.map((record) => ({ record, snippet: null }));
  const snippets = await readSnippets(store, records, query);
  return records.map((record, index) => ({ record, snippet: snippets[index] ?? null }));
}

async function readSnippets(
  store: Store,
  records: readonly ArticleRecord[],
  query: Query,
): Promise<readonly (MarkedText | null)[]> {
  const bodies = await readBodies(
    store,
    records.map(({ slug }) => slug),
  );
  return bodies.map((body) => (body === undefined ? null : markedPassage(body.articleBody, query)));
}
