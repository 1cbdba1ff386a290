import openSqlite, { type BindingSpec, type OpfsSAHPoolDatabase } from '@sqlite.org/sqlite-wasm';
import { type Engine, type Numbered, textsOf } from '../engine.ts';
import { Stopwatch } from '../stopwatch.ts';
import {
  ALL_ENTITIES,
  ALL_TOPICS,
  COUNT_HITS,
  hitsStatement,
  INSERT_ARTICLE,
  INSERT_ENTITY,
  INSERT_TOPIC,
  INSERT_WORDS,
  rowsStatement,
  SCHEMA,
  type Statement,
  topicsStatement,
} from './sqlite-statements.ts';

const FILE = '/articles.db';
const CACHE_KIB = 32_768;

/** SQLite with FTS5, its database in the origin's private file system. It stores the articles as well. */
export function createSqlite(): Engine {
  let database: OpfsSAHPoolDatabase | null = null;
  const opened = () => {
    if (database === null) throw new Error('SQLite is not open');
    return database;
  };
  const open = async () => {
    const sqlite = await openSqlite();
    const pool = await sqlite.installOpfsSAHPoolVfs({ initialCapacity: 6 });
    database = new pool.OpfsSAHPoolDb(FILE);
    database.exec(`pragma cache_size=-${CACHE_KIB}; pragma temp_store=memory;`);
    database.exec('pragma journal_mode=truncate; pragma synchronous=normal;');
  };
  const rows = ({ sql, bind }: Statement) =>
    opened().exec({ sql, bind: bind as BindingSpec, rowMode: 'array', returnValue: 'resultRows' });
  const countHits = (statement: Statement) => Number(rows(statement)[0]?.[0]);
  return {
    async build(batches) {
      const watch = new Stopwatch();
      await watch.time(open);
      opened().exec(SCHEMA);
      for await (const batch of batches) await watch.time(() => insertAll(opened(), batch));
      await watch.time(() => opened().exec("insert into words (words) values ('optimize')"));
      return { storeMs: 0, indexMs: watch.total };
    },
    open,
    async search(query, limit) {
      const hits = rows(hitsStatement(query, limit)).map(([id]) => Number(id));
      // Counting would be a second search: where the total is exactly known is said in the report.
      const total = query.kind === 'short prefix' ? countHits(COUNT_HITS(query)) : null;
      return { total, ordinals: hits };
    },
    async facets(query) {
      if (query === null) return rows(ALL_TOPICS).length + rows(ALL_ENTITIES).length;
      rows(hitsStatement(query, 50));
      return rows(topicsStatement(query)).length;
    },
    async wholeAnswer(query) {
      rows(topicsStatement(query));
      return rows(rowsStatement(query, 50)).length;
    },
    async save(added) {
      opened().exec('pragma synchronous=full');
      const watch = new Stopwatch();
      await watch.time(() => insertAll(opened(), [added]));
      opened().exec('pragma synchronous=normal');
      return { save: watch.total, rawPut: null };
    },
    async bytes() {
      const [fts] = rows({ sql: 'select sum(length(block)) from words_data', bind: [] });
      const [all] = rows({ sql: 'select page_count * page_size from pragma_page_count, pragma_page_size', bind: [] });
      return { 'full text': Number(fts?.[0]), 'whole database': Number(all?.[0]) };
    },
    async close() {
      database?.close();
      database = null;
    },
  };
}

function insertAll(database: OpfsSAHPoolDatabase, batch: readonly Numbered[]): void {
  database.transaction(() => {
    const statements = [INSERT_ARTICLE, INSERT_WORDS, INSERT_TOPIC, INSERT_ENTITY].map((sql) => database.prepare(sql));
    const [putArticle, putWords, putTopic, putEntity] = statements as [Prepared, Prepared, Prepared, Prepared];
    for (const { ordinal, article } of batch) {
      const { title, summary, body } = textsOf(article);
      const { slug, published_at, lang, canonical_source } = article;
      putArticle.bind([ordinal, slug, title, summary, body, published_at, lang, canonical_source]).stepReset();
      putWords.bind([ordinal, title, summary, body]).stepReset();
      for (const topic of article.topics) putTopic.bind([ordinal, topic]).stepReset();
      for (const entity of article.entities) putEntity.bind([ordinal, entity]).stepReset();
    }
    for (const statement of statements) statement.finalize();
  });
}

type Prepared = ReturnType<OpfsSAHPoolDatabase['prepare']>;
