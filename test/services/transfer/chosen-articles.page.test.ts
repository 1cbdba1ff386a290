import { beforeEach, describe, expect, test } from 'vitest';
import { parseQuery } from '../../../core/query/parse-query.ts';
import { lightRecords } from '../../../services/backup/library-contents.ts';
import { chosenArticles } from '../../../services/transfer/chosen-articles.ts';
import { removeArticle } from '../../../storage/bin.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import type { Store } from '../../../storage/store.ts';
import { aBundle } from '../../support/article-builders.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

const NOW = Date.UTC(2026, 10, 23);

describe('the articles of an export', () => {
  let store: Store;

  beforeEach(async () => {
    store = temporaryStore();
    const topics = ['law', 'chips', 'law', 'law'];
    for (const [index, topic] of topics.entries()) {
      await saveArticle(store, aBundle({ slug: `article-${index}`, topics: [topic] }), index);
    }
    await removeArticle(store, 'article-3', 9);
  });

  test('are all there are, the newest first, and the bin', async () => {
    expect(await chosenArticles(store, { kind: 'all' }, NOW)).toEqual({
      articles: ['article-2', 'article-1', 'article-0'],
      binned: ['article-3'],
    });
  });

  test('are what a query finds, the newest first, without the bin', async () => {
    const parsed = parseQuery('topic:law');
    if (!parsed.ok) throw new Error('the query is wrong');
    const scope = { kind: 'query' as const, query: parsed.query, queryText: 'topic:law' };
    expect(await chosenArticles(store, scope, NOW)).toEqual({ articles: ['article-2', 'article-0'], binned: [] });
  });

  test('are those chosen by hand in their order, and their records those that are still there', async () => {
    const slugs = ['article-0', 'article-3', 'article-2'];
    expect(await chosenArticles(store, { kind: 'articles', slugs }, NOW)).toEqual({ articles: slugs, binned: [] });
    const records = [];
    for await (const { slug } of lightRecords(store, slugs)) records.push(slug);
    expect(records).toEqual(['article-0', 'article-2']);
  });
});
