import type { ExportFormat } from '../transfer/export-request.ts';
import { bibtexFormat } from './citations/bibtex.ts';
import { cslJsonFormat } from './citations/csl-json.ts';
import { risFormat } from './citations/ris.ts';
import { csvFormat } from './csv.ts';
import { epubFormat } from './epub.ts';
import type { OtherFormat } from './export-format.ts';
import { htmlFormat } from './html.ts';
import { jsonLdFormat } from './json-ld.ts';
import { jsonLinesFormat } from './json-lines.ts';
import { markdownFormat } from './markdown-folder.ts';

const FORMATS: { readonly [Format in Exclude<ExportFormat, 'archive'>]: OtherFormat } = {
  markdown: markdownFormat,
  jsonl: jsonLinesFormat,
  jsonld: jsonLdFormat,
  csv: csvFormat,
  html: htmlFormat,
  epub: epubFormat,
  bibtex: bibtexFormat,
  ris: risFormat,
  'csl-json': cslJsonFormat,
};

/** How `format` is written, and the extension and media type of its file. */
export function formatOf(format: Exclude<ExportFormat, 'archive'>): OtherFormat {
  return FORMATS[format];
}
