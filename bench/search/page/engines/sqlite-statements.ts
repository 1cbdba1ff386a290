import type { BenchQuery } from '../../queries/bench-query.ts';

/** What SQLite is asked, in SQL. Full detail, since ranking without it reads every matching article again. */

export const SCHEMA = `
  create table article (
    id integer primary key, slug text, title text, summary text, body text, published text, lang text, source text);
  create table topic (article integer, name text, primary key (name, article)) without rowid;
  create index topic_of on topic (article, name);
  create table entity (article integer, name text, primary key (name, article)) without rowid;
  create index entity_of on entity (article, name);
  create virtual table words using fts5(title, summary, body, content='article', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3', detail=full);
  insert into words (words, rank) values ('rank', 'bm25(4.0, 2.0, 1.0)');`;

export const INSERT_ARTICLE = 'insert into article values (?, ?, ?, ?, ?, ?, ?, ?)';
export const INSERT_WORDS = 'insert into words (rowid, title, summary, body) values (?, ?, ?, ?)';
export const INSERT_TOPIC = 'insert or ignore into topic values (?, ?)';
export const INSERT_ENTITY = 'insert or ignore into entity values (?, ?)';

export interface Statement {
  readonly sql: string;
  readonly bind: readonly (string | number)[];
}

/** The hits, best first. With `+` the planner does not run the filter once for every hit. */
export function hitsStatement(query: BenchQuery, limit: number): Statement {
  const { sql, bind } = condition(query);
  return { sql: `select rowid from words where ${sql} order by rank limit ?`, bind: [...bind, limit] };
}

/** The hits as a list shows them, each with its best passage. */
export function rowsStatement(query: BenchQuery, limit: number): Statement {
  const { sql, bind } = condition(query);
  const passage = "snippet(words, 2, '[', ']', '…', 32)";
  const hits = `select rowid as id, rank as place, ${passage} as passage from words where ${sql} order by rank limit ?`;
  const columns = 'slug, article.title, article.summary, published, lang, source, passage';
  return { sql: `select ${columns} from (${hits}) join article using (id) order by place`, bind: [...bind, limit] };
}

/** How many articles have each topic among all hits of the query. */
export function topicsStatement(query: BenchQuery): Statement {
  const { sql, bind } = condition(query);
  return {
    sql: `select name, count(*) from topic where article in (select rowid from words where ${sql}) group by name`,
    bind,
  };
}

export const ALL_TOPICS: Statement = { sql: 'select name, count(*) from topic group by name', bind: [] };
export const ALL_ENTITIES: Statement = { sql: 'select name, count(*) from entity group by name', bind: [] };
export const COUNT_HITS = (query: BenchQuery): Statement => {
  const { sql, bind } = condition(query);
  return { sql: `select count(*) from words where ${sql}`, bind };
};

function condition(query: BenchQuery): Statement {
  const filters = [
    { table: 'topic', value: query.topic },
    { table: 'entity', value: query.entity },
  ].filter((filter): filter is { table: string; value: string } => filter.value !== null);
  const parts = filters.map(({ table }) => ` and +rowid in (select article from ${table} where name = ?)`);
  return { sql: `words match ?${parts.join('')}`, bind: [matchText(query), ...filters.map(({ value }) => value)] };
}

function matchText({ words, reading }: BenchQuery): string {
  if (reading === 'phrase') return `"${words.join(' ')}"`;
  return words.map((word) => `"${word}"`).join(' ') + (reading === 'prefix' ? '*' : '');
}
