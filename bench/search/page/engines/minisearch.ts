import MiniSearch, { type Options } from 'minisearch';
import type { BenchQuery } from '../../queries/bench-query.ts';
import { type Engine, type Numbered, textsOf } from '../engine.ts';
import { Stopwatch } from '../stopwatch.ts';
import { readText, writeText } from './stored-text.ts';

/** MiniSearch: everything in memory, kept as one JSON text in IndexedDB. Topics and entities are stored fields. */

interface Row {
  readonly id: number;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly topics: readonly string[];
  readonly entities: readonly string[];
}

const OPTIONS: Options<Row> = { fields: ['title', 'summary', 'body'], storeFields: ['topics', 'entities'] };

export function createMiniSearch(): Engine {
  let index = new MiniSearch<Row>(OPTIONS);
  return {
    async build(batches) {
      const watch = new Stopwatch();
      for await (const batch of batches) await watch.time(() => index.addAll(batch.map(rowOf)));
      await watch.time(() => writeText('minisearch', JSON.stringify(index)));
      return { storeMs: 0, indexMs: watch.total };
    },
    async open() {
      index = MiniSearch.loadJSON(await readText('minisearch'), OPTIONS);
    },
    async search({ words, reading, topic, entity }, limit) {
      const results = index.search(words.join(' '), {
        boost: { title: 4, summary: 2, body: 1 },
        combineWith: 'AND',
        prefix: (_, position, terms) => reading === 'prefix' && position === terms.length - 1,
        ...(topic !== null && { filter: (found) => hasAll(found as unknown as Row, topic, entity) }),
      });
      return { total: results.length, ordinals: results.slice(0, limit).map(({ id }) => Number(id)) };
    },
    async save({ ordinal, article }) {
      const watch = new Stopwatch();
      await watch.time(() => index.add(rowOf({ ordinal, article })));
      return { save: watch.total, rawPut: null };
    },
    bytes: async () => ({ json: (await readText('minisearch')).length }),
    async close() {},
  };
}

function rowOf({ ordinal, article }: Numbered): Row {
  return { id: ordinal, ...textsOf(article), topics: article.topics, entities: article.entities };
}

function hasAll({ topics, entities }: Row, topic: BenchQuery['topic'], entity: BenchQuery['entity']): boolean {
  return (topic === null || topics.includes(topic)) && (entity === null || entities.includes(entity));
}
