import type { CorpusArticle } from '../corpus/corpus.ts';
import type { BenchQuery } from '../queries/bench-query.ts';

/** What an engine answered: how many match, where it counts them, and the ordinals of the best, best first. */
export interface EngineAnswer {
  readonly total: number | null;
  readonly ordinals: readonly number[];
}

/** What building took, in milliseconds, without fetching the articles. */
export interface BuildCost {
  /** Storing the articles, where the engine keeps them apart from its index; else 0. */
  readonly storeMs: number;
  /** Making the index and storing it. */
  readonly indexMs: number;
}

/** A saved article and its ordinal. */
export interface Numbered {
  readonly ordinal: number;
  readonly article: CorpusArticle;
}

/** One save beside its floor, in milliseconds. */
export interface SaveCost {
  readonly save: number;
  /** The same article into two object stores in a strict transaction, and nothing else; null where it is not measured. */
  readonly rawPut: number | null;
}

/**
 * A search engine as the benchmark drives it, in a worker of its own. `build` fills what is empty and closes; `open`
 * comes in another process. What an engine cannot do it leaves out. Any function may reject: then the report says why.
 */
export interface Engine {
  build(batches: AsyncIterable<readonly Numbered[]>): Promise<BuildCost>;
  open(): Promise<void>;
  search(query: BenchQuery, limit: number): Promise<EngineAnswer>;
  /** The query's hits and the counts of the facets over all of them; null: no query. Answers how many values it counted. */
  facets?(query: BenchQuery | null): Promise<number>;
  /** All that a list shows: 50 rows with a passage of the body in which hits are marked, and facet counts. Answers the rows. */
  wholeAnswer?(query: BenchQuery): Promise<number>;
  /** Stores one more article, which can be found when this resolves. */
  save?(added: Numbered): Promise<SaveCost>;
  /** Bytes of the stored index, by its parts. */
  bytes?(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

/** What counts alike in all engines: headline (weight 4), description, topics and entities (2), body (1). */
export function textsOf(article: CorpusArticle): {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
} {
  const { title, summary, body_md, topics, entities } = article;
  return { title, summary: [summary, ...topics, ...entities].join('\n'), body: body_md };
}
