/** The facets whose values an article carries itself. */
export const ARTICLE_FACETS = ['topics', 'entities', 'sources', 'languages', 'months', 'tags'] as const;
export type ArticleFacet = (typeof ARTICLE_FACETS)[number];

/** The dimensions a library is narrowed by. */
export const FACETS = [...ARTICLE_FACETS, 'state'] as const;
export type Facet = (typeof FACETS)[number];

/** One entry of a facet with the number of articles that have it among those selected. */
export interface FacetValue {
  /**
   * The value as a query and a facet choice name it: topic slug, entity name or tag as first spelt, host without
   * `www.`, BCP 47 tag, `YYYY-MM`, or a state.
   */
  readonly value: string;
  readonly count: number;
}
