import { expect, test } from 'vitest';
import type { Article } from '../../../core/article/article.ts';
import type { Question } from '../../../core/library/search.ts';
import { parseQuery } from '../../../core/query/parse-query.ts';
import { printQuery } from '../../../core/query/print-query.ts';
import type { Query } from '../../../core/query/query.ts';
import { openEngine } from '../../../services/search/engine.ts';
import { removeArticle } from '../../../storage/bin.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { lastSequence } from '../../../storage/read-changes.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import type { Store } from '../../../storage/store.ts';
import { aBundle } from '../../support/article-builders.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

const NOW = Date.UTC(2026, 6, 1);

function queryOf(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.query;
}

async function question(store: Store, text: string, change: Partial<Question> = {}): Promise<Question> {
  const through = await lastSequence(store);
  return { query: queryOf(text), sort: 'relevance', now: NOW, from: 0, to: 10, through, ...change };
}

async function save(store: Store, slug: string, change: Partial<Article> = {}): Promise<void> {
  const saved = await saveArticle(store, aBundle({ slug, headline: slug, ...change }), NOW);
  expect(saved.ok).toBe(true);
}

/** A store with three articles: chips, rules and sea. */
async function threeArticles(): Promise<Store> {
  const store = temporaryStore();
  await save(store, 'chips', {
    articleBody: `${'Nothing of note. '.repeat(30)}Here **export controls** on [lithography](https://a.example/x) bite. ${'More. '.repeat(60)}`,
    topics: ['hardware', 'ai-policy'],
    datePublished: '2026-03-01',
  });
  await save(store, 'rules', {
    articleBody: 'The union rules on export.',
    topics: ['ai-policy'],
    datePublished: '2026-05-01',
  });
  await save(store, 'sea', { articleBody: 'Ships and tides.', topics: ['shipping'], datePublished: '2026-01-01' });
  return store;
}

/** The slugs that `text` finds, in the order of the list. */
async function find(store: Store, text: string, change: Partial<Question> = {}): Promise<readonly string[]> {
  const engine = await openEngine(store);
  const answer = await engine.ask(await question(store, text, change));
  return answer?.rows.map(({ record }) => record.slug) ?? [];
}

test('an answer has the rows, the total and the counts of every facet', async () => {
  const store = await threeArticles();
  const engine = await openEngine(store);
  const answer = await engine.ask(await question(store, 'export'));
  expect(answer).toMatchObject({ total: 2, sort: 'relevance', unindexed: 0, suggestions: [] });
  expect(answer?.facets.topics).toEqual({
    values: [
      { value: 'ai-policy', count: 2 },
      { value: 'hardware', count: 1 },
    ],
    total: 2,
  });
});

test('a row shows the best passage of the body as running text, with the hits marked', async () => {
  const store = await threeArticles();
  const engine = await openEngine(store);
  const answer = await engine.ask(await question(store, '"export controls" lithography'));
  const [row] = answer?.rows ?? [];
  expect(row?.snippet?.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
    'export controls',
    'lithography',
  ]);
  const text = row?.snippet?.map((piece) => piece.text).join('') ?? '';
  expect(text).toContain('Here export controls on lithography bite.');
  expect(text).toMatch(/^… .* …$/);
});

test('rows are sorted as was asked for, and without words by when they were saved', async () => {
  const store = await threeArticles();
  expect(await find(store, '')).toEqual(['sea', 'rules', 'chips']);
  expect(await find(store, '', { sort: 'published' })).toEqual(['rules', 'chips', 'sea']);
  expect(await find(store, 'export', { sort: 'saved' })).toEqual(['rules', 'chips']);
  expect(await find(store, 'rules OR export', { sort: 'relevance' })).toEqual(['rules', 'chips']);
});

test('what was saved, changed and removed after the engine was opened is in the next answer', async () => {
  const store = await threeArticles();
  const engine = await openEngine(store);
  await save(store, 'kelp', { articleBody: 'Forests under water.' });
  const found = await engine.ask(await question(store, 'forests'));
  expect(found?.rows.map(({ record }) => record.slug)).toEqual(['kelp']);
  await changeOwnData(store, 'kelp', NOW, (own) => ({ ...own, tags: ['biology'], note: 'Ask about urchins.' }));
  expect((await engine.ask(await question(store, 'urchins tag:biology has:note')))?.total).toBe(1);
  expect((await engine.ask(await question(store, 'biology')))?.total).toBe(1);
  await removeArticle(store, 'kelp', NOW);
  expect((await engine.ask(await question(store, 'forests')))?.total).toBe(0);
});

test('a newer question ends the one before', async () => {
  const store = await threeArticles();
  const engine = await openEngine(store);
  const [older, newer] = await Promise.all([
    engine.ask(await question(store, 'export')),
    engine.ask(await question(store, 'ships')),
  ]);
  expect(older).toBeNull();
  expect(newer?.total).toBe(1);
});

test('a facet that asks for any of several values counts what one more would add', async () => {
  const store = await threeArticles();
  const engine = await openEngine(store);
  const answer = await engine.ask(await question(store, '(topic:hardware OR topic:shipping)'));
  expect(answer?.total).toBe(2);
  expect(answer?.facets.topics.values).toContainEqual({ value: 'ai-policy', count: 2 });
  expect(answer?.facets.months.total).toBe(2);
});

test('a chosen value is there with its count, also when nothing has it', async () => {
  const store = await threeArticles();
  const engine = await openEngine(store);
  const answer = await engine.ask(await question(store, 'topic:nowhere'));
  expect(answer?.facets.topics.values).toEqual([{ value: 'nowhere', count: 0 }]);
});

test('only when nothing matches are other words suggested, and each of them finds something', async () => {
  const store = await threeArticles();
  const engine = await openEngine(store);
  const answer = await engine.ask(await question(store, 'exprot topic:ai-policy'));
  expect(answer?.total).toBe(0);
  expect(answer?.suggestions.map(printQuery)).toEqual(['export topic:ai-policy']);
  expect((await engine.ask(await question(store, 'exprot topic:shipping')))?.suggestions).toEqual([]);
});

test('rows and facet values come a page at a time, until the answer is closed', async () => {
  const store = temporaryStore();
  for (let number = 0; number < 130; number += 1) {
    await save(store, `a-${number}`, { articleBody: 'tide '.repeat(1 + (number % 7)), topics: [`t-${number}`] });
  }
  const engine = await openEngine(store);
  const answer = await engine.ask(await question(store, 'tide'));
  const id = answer?.id ?? -1;
  expect(answer?.rows).toHaveLength(10);
  const later = await engine.rows(id, 100, 200);
  expect(later).toHaveLength(30);
  const slugs = await engine.slugs(id);
  expect(new Set(slugs).size).toBe(130);
  expect(later.map(({ record }) => record.slug)).toEqual(slugs.slice(100));
  expect(answer?.rows.map(({ record }) => record.slug)).toEqual(slugs.slice(0, 10));
  const page = await engine.values(id, { facet: 'topics', words: '', from: 120, to: 140 });
  expect(page).toMatchObject({ total: 130 });
  expect(page.values).toHaveLength(10);
  engine.close(id);
  await expect(engine.rows(id, 0, 1)).rejects.toThrow(RangeError);
});

test('articles that are new since a look are counted by their place in the order of saving', async () => {
  const store = await threeArticles();
  const engine = await openEngine(store);
  const seen = (await engine.ask(await question(store, '')))?.rows[0]?.record.order ?? 0;
  expect(await engine.count(queryOf('export'), NOW, seen)).toBe(0);
  await save(store, 'new', { articleBody: 'Another export.' });
  expect(await engine.count(queryOf('export'), NOW, seen)).toBe(1);
  expect(await engine.count(queryOf('export'), NOW, Number.NEGATIVE_INFINITY)).toBe(3);
});

test('known values are offered by the beginning of a word', async () => {
  const store = await threeArticles();
  const engine = await openEngine(store);
  expect(await engine.complete('topic', 'pol', 5)).toEqual([{ value: 'ai-policy', count: 2 }]);
  expect(await engine.complete('entity', 'love', 5)).toEqual([{ value: 'Ada Lovelace', count: 3 }]);
});
