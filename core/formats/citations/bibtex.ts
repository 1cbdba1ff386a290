import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { foldSpace } from '../../article/text.ts';
import type { SingleFileFormat } from '../export-format.ts';
import { type CitationItem, citationItem } from './citation-item.ts';

/**
 * BibTeX, readable by BibTeX and BibLaTeX alike. Citation.js chooses entry types and fields and protects capitals. It can
 * write only ASCII, dropping every other script, or all characters but then without escaping any: so what is special
 * to TeX is escaped before it gets the text, and the fields are put together here, where the slug can be the key.
 */
export const bibtexFormat: SingleFileFormat = {
  kind: 'file',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  async *write(holdings) {
    for await (const { article } of holdings) yield bibtexEntry(citationItem(article));
  },
};

interface Entry {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** One entry with an empty line after it. */
export function bibtexEntry(item: CitationItem): string {
  plugins.config.get('@bibtex').format.asciiOnly = false;
  const [entry] = plugins.output.format('biblatex', [escaped(item)], { format: 'object' }) as readonly Entry[];
  const { journaltitle: journal, ...properties } = entry?.properties ?? {};
  const fields = { ...properties, journal, year: item.issued?.['date-parts'][0][0] };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `  ${field} = {${value}},\n`);
  return `@${entry?.type}{${item.id},\n${lines.join('')}}\n\n`;
}

const TEX: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['%', '\\%'],
  ['_', '\\_'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
]);

/** The texts of `item` with TeX's characters escaped; its address stays, for it is printed verbatim. */
function escaped(item: CitationItem): CitationItem {
  const { title, abstract, note, keyword } = item;
  return {
    ...item,
    title: tex(title),
    'container-title': tex(item['container-title']),
    ...(abstract !== undefined && { abstract: tex(abstract) }),
    ...(note !== undefined && { note: tex(note) }),
    ...(keyword !== undefined && { keyword: tex(keyword) }),
  };
}

/** An empty line would end a paragraph, which no field may. */
function tex(text: string): string {
  return foldSpace(text).replace(/[\\{}$&#%_~^<>]/g, (character) => TEX.get(character) ?? character);
}
