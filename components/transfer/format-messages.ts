import type { ExportFormat } from '../../core/transfer/export-request.ts';

/** What a format is called, as a key of `locales/`. */
export const FORMAT_NAMES = {
  archive: 'transfer.format.archive',
  markdown: 'transfer.format.markdown',
  jsonl: 'transfer.format.jsonl',
  jsonld: 'transfer.format.jsonld',
  csv: 'transfer.format.csv',
  html: 'transfer.format.html',
  epub: 'transfer.format.epub',
  bibtex: 'transfer.format.bibtex',
  ris: 'transfer.format.ris',
  'csl-json': 'transfer.format.cslJson',
} as const satisfies Record<ExportFormat, string>;

/** What a format is for, as a key of `locales/`. */
export const FORMAT_USES = {
  archive: 'transfer.use.archive',
  markdown: 'transfer.use.markdown',
  jsonl: 'transfer.use.jsonl',
  jsonld: 'transfer.use.jsonld',
  csv: 'transfer.use.csv',
  html: 'transfer.use.html',
  epub: 'transfer.use.epub',
  bibtex: 'transfer.use.bibtex',
  ris: 'transfer.use.ris',
  'csl-json': 'transfer.use.cslJson',
} as const satisfies Record<ExportFormat, string>;
