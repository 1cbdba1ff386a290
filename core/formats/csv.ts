import Papa from 'papaparse';
import { articleAddress } from '../article/identity.ts';
import type { ArticleRecord } from '../library/records.ts';
import type { SingleFileFormat } from './export-format.ts';

/**
 * CSV (RFC 4180) that spreadsheets open safely: a cell that would start a formula gets an apostrophe before it. A byte order
 * mark comes first, without which Excel reads another encoding. Bodies are left out: a cell holds 32,767 characters.
 */
export const csvFormat: SingleFileFormat = {
  kind: 'file',
  extension: 'csv',
  mediaType: 'text/csv',
  async *write(holdings) {
    yield `\uFEFF${row(COLUMNS.map(([name]) => name))}`;
    for await (const holding of holdings) yield row(COLUMNS.map(([, read]) => read(holding.article)));
  },
};

type Cell = string | number | null;

const COLUMNS: readonly (readonly [name: string, read: (article: ArticleRecord) => Cell])[] = [
  ['headline', ({ headline }) => headline],
  ['description', ({ description }) => description],
  ['url', ({ slug }) => articleAddress(slug)],
  ['canonicalSource', ({ canonicalSource }) => canonicalSource],
  ['datePublished', ({ datePublished }) => datePublished],
  ['dateModified', ({ dateModified }) => dateModified],
  ['inLanguage', ({ inLanguage }) => inLanguage],
  ['topics', ({ topics }) => list(topics)],
  ['entities', ({ entities }) => list(entities.map(({ name }) => name))],
  ['wordCount', ({ wordCount }) => wordCount],
  ['tags', ({ own }) => list(own.tags)],
  ['note', ({ own }) => own.note ?? null],
  ['readAt', ({ own }) => moment(own.readAt)],
  ['starredAt', ({ own }) => moment(own.starredAt)],
  ['archivedAt', ({ own }) => moment(own.archivedAt)],
  ['savedAt', ({ savedAt }) => moment(savedAt)],
  ['checkedAt', ({ checkedAt }) => moment(checkedAt)],
  ['goneAt', ({ goneAt }) => moment(goneAt)],
];

/** What starts a formula (OWASP, "CSV Injection"), full-width forms included. */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function row(cells: readonly Cell[]): string {
  const wellFormed = cells.map((cell) => (typeof cell === 'string' ? cell.toWellFormed() : cell));
  return `${Papa.unparse([wellFormed], { escapeFormulae: STARTS_FORMULA })}\r\n`;
}

function list(values: readonly string[]): string {
  return values.join('; ');
}

function moment(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
