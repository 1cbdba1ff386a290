/**
 * The article, in schema.org's words. One `Article` is what a save stores; its identity is `slug`, which our own rules
 * take from the address it was fetched from, never from anything the page says about itself.
 */

/** Where a field came from. The order is the order in which the alternates are asked. */
export const SOURCES = ['jsonld', 'json', 'inline', 'md', 'txt'] as const;
export type Source = (typeof SOURCES)[number];

/** A person, organisation, product or place that the article names. */
export interface Entity {
  /** As spelt by the site, white space folded. */
  readonly name: string;
  /** The schema.org type as given, without prefix (`Person`, `Organization`, `Place` …), or null when none was given. */
  readonly type: string | null;
}

/** `markdown` is rendered; `text` is shown as paragraphs: it came from the lossy `.txt` alternate. */
export type BodyFormat = 'markdown' | 'text';

/** The content fields of an article: everything a source can tell about it. */
export interface ArticleContent {
  readonly headline: string;
  readonly description: string | null;
  readonly articleBody: string | null;
  readonly bodyFormat: BodyFormat;
  /** `YYYY-MM-DDTHH:mm:ss.sssZ`, or `YYYY-MM-DD` when only the day is known. */
  readonly datePublished: string | null;
  /** As `datePublished`. */
  readonly dateModified: string | null;
  /** BCP 47, canonical case (`en`, `en-US`). */
  readonly inLanguage: string | null;
  /** Absolute http(s) address of the original story (schema.org `isBasedOn`). */
  readonly canonicalSource: string | null;
  /** Slugs (`ai-policy`), no duplicates, order kept: the first is the primary candidate. */
  readonly topics: readonly string[];
  /** No two with the same name under case and white-space folding; order kept. */
  readonly entities: readonly Entity[];
}

/** The content fields that come from a source each, in the order in which a person is told of them. */
export const CONTENT_FIELDS = [
  'headline',
  'description',
  'articleBody',
  'datePublished',
  'dateModified',
  'inLanguage',
  'canonicalSource',
  'topics',
  'entities',
] as const satisfies readonly Exclude<keyof ArticleContent, 'bodyFormat'>[];
export type ContentField = (typeof CONTENT_FIELDS)[number];

/** What one source told; a field it did not tell is absent. */
export type ArticleDraft = { readonly [Field in keyof ArticleContent]?: NonNullable<ArticleContent[Field]> } & {
  /** The number of words the source says the body has, where it does: a completeness check. */
  readonly wordCount?: number;
};

/** How the body was checked for being whole. `unchecked`: nothing the site gave allowed a check. */
export type Completeness = 'word-count' | 'content-length' | 'structure' | 'agreement' | 'unchecked';

export interface Article extends ArticleContent {
  readonly slug: string;
  /** The source each filled field came from. */
  readonly provenance: { readonly [Field in ContentField]?: Source };
  readonly completeness: Completeness;
}
