import { create, insertMultiple, load, type Orama, type RawData, save, search } from '@orama/orama';
import type { BenchQuery } from '../../queries/bench-query.ts';
import { type Engine, type Numbered, textsOf } from '../engine.ts';
import { Stopwatch } from '../stopwatch.ts';
import { readText, writeText } from './stored-text.ts';

/** Orama: everything in memory, kept as one JSON text in IndexedDB. It takes every word as a prefix, and has no phrases. */

const SCHEMA = { title: 'string', summary: 'string', body: 'string', topics: 'enum[]', entities: 'enum[]' } as const;

export function createOrama(): Engine {
  const database: Orama<typeof SCHEMA> = create({ schema: SCHEMA });
  const insert = (articles: readonly Numbered[]) => insertMultiple(database, articles.map(documentOf), articles.length);
  return {
    async build(batches) {
      const watch = new Stopwatch();
      for await (const batch of batches) await watch.time(() => insert(batch));
      await watch.time(() => writeText('orama', JSON.stringify(save(database))));
      return { storeMs: 0, indexMs: watch.total };
    },
    async open() {
      load(database, JSON.parse(await readText('orama')) as RawData);
    },
    async search(query, limit) {
      const { count, hits } = await search(database, { ...parametersOf(query), limit });
      return { total: count, ordinals: hits.map(({ id }) => Number(id)) };
    },
    async facets(query) {
      const facets = { topics: { limit: 100_000 }, entities: { limit: 100_000 } };
      const found = await search(database, { ...(query === null ? {} : parametersOf(query)), limit: 50, facets });
      return Object.values(found.facets ?? {}).reduce((sum, { count }) => sum + count, 0);
    },
    async save(added) {
      const watch = new Stopwatch();
      await watch.time(() => insert([added]));
      return { save: watch.total, rawPut: null };
    },
    bytes: async () => ({ json: (await readText('orama')).length }),
    async close() {},
  };
}

function documentOf({ ordinal, article }: Numbered) {
  return { id: String(ordinal), ...textsOf(article), topics: [...article.topics], entities: [...article.entities] };
}

function parametersOf({ words, reading, topic, entity }: BenchQuery) {
  const where = {
    ...(topic !== null && { topics: { containsAll: [topic] } }),
    ...(entity !== null && { entities: { containsAll: [entity] } }),
  };
  return {
    term: words.join(' '),
    properties: ['title', 'summary', 'body'] as ('title' | 'summary' | 'body')[],
    boost: { title: 4, summary: 2, body: 1 },
    threshold: 0,
    exact: reading !== 'prefix',
    ...(topic !== null && { where }),
  };
}
