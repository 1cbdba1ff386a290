import { type Catalogue, createCatalogue } from '../../../core/catalogue/catalogue.ts';
import { type ArticleRecord, NO_OWN_DATA } from '../../../core/library/records.ts';

/** A record with the given fields; the rest is empty, and as of the first of June 2026. */
export function articleRecord(fields: Partial<ArticleRecord> & { readonly slug: string }): ArticleRecord {
  return {
    headline: 'Headline',
    description: null,
    datePublished: null,
    dateModified: null,
    inLanguage: null,
    canonicalSource: null,
    topics: [],
    entities: [],
    order: 1,
    savedAt: Date.UTC(2026, 5, 1),
    checkedAt: Date.UTC(2026, 5, 1),
    contentHash: '0'.repeat(64),
    wordCount: 100,
    provenance: {},
    completeness: 'unchecked',
    goneAt: null,
    own: NO_OWN_DATA,
    ...fields,
  };
}

/** A catalogue of such records, added in the order given. */
export function catalogueOf(...records: readonly (Partial<ArticleRecord> & { readonly order: number })[]): Catalogue {
  const catalogue = createCatalogue();
  for (const fields of records) catalogue.upsert(articleRecord({ slug: `article-${fields.order}`, ...fields }));
  return catalogue;
}
