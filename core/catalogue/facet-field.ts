import type { ValueField } from '../query/query.ts';
import type { ArticleFacet } from './facet.ts';

/** The facets that a query names by a field of their own; months are dates, and states are `is:`. */
export type NamedFacet = Exclude<ArticleFacet, 'months'>;

/** The field of a query that names the values of a facet. */
export const FIELD_OF: { readonly [Name in NamedFacet]: ValueField } = {
  topics: 'topic',
  entities: 'entity',
  sources: 'source',
  languages: 'lang',
  tags: 'tag',
};

/** The facet whose values a field of a query names. */
export const FACET_OF: { readonly [Name in ValueField]: NamedFacet } = {
  topic: 'topics',
  entity: 'entities',
  source: 'sources',
  lang: 'languages',
  tag: 'tags',
};
