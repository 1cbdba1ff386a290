import { plainBody } from './plain-body.ts';

/** What of an article can be found by its words. */
export interface ArticleFields {
  readonly headline: string;
  readonly description: string | null;
  /** Markdown or plain text. */
  readonly articleBody: string | null;
  readonly topics: readonly string[];
  /** The names of its entities. */
  readonly entities: readonly string[];
  /** The reader's own. */
  readonly tags: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Texts that count alike, heaviest first: a word in the headline or among the reader's tags counts as four in the
 * body, one in the description, a topic or an entity as two. The first two weights are those the tests' and benchmarks'
 * peers are asked to use (`bm25(4, 2, 1)`).
 */
export const TIER_WEIGHTS = [4, 2, 1] as const;

/** The texts of an article by tier; no phrase runs from one text into another. */
export function textsByTier(fields: ArticleFields): readonly [readonly string[], readonly string[], readonly string[]] {
  const { headline, description, articleBody, topics, entities, tags, notes } = fields;
  return [
    [headline, ...tags],
    [description ?? '', ...topics, ...entities],
    [...notes, plainBody(articleBody ?? '')],
  ];
}
