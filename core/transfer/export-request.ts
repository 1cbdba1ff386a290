import type { Query } from '../query/query.ts';

/** What a library can be taken away as. `archive` alone holds everything and can be read back. */
export const EXPORT_FORMATS = [
  'archive',
  'markdown',
  'jsonl',
  'jsonld',
  'csv',
  'html',
  'epub',
  'bibtex',
  'ris',
  'csl-json',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Which articles: all (for an archive with the bin), what a query finds, or those chosen by hand. */
export type ExportScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'query'; readonly query: Query; readonly queryText: string }
  | { readonly kind: 'articles'; readonly slugs: readonly string[] };

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  /** In a Markdown folder: topics and entities as `[[links]]`, with a note for each, as Obsidian understands them. */
  readonly linkNames: boolean;
}
