import type { CitationDate, CitationItem } from './citation-item.ts';
import { titleCased } from './title-case.ts';

/**
 * One citation in the usual styles, as the entry of a bibliography, in English as the styles are; numbered styles without
 * the number. The templates follow the published CSL styles (APA 7, MLA 9, Chicago 17 notes, Cite Them Right, IEEE, Vancouver),
 * and tests hold them against citeproc. That engine itself, with six styles and a locale, would be 630 kB for the one shape of
 * item there is here, under a licence that wants its name shown.
 */
export const CITATION_STYLES = ['apa', 'mla', 'chicago', 'harvard', 'ieee', 'vancouver'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A stretch of a formatted citation. */
export interface CitationRun {
  readonly text: string;
  readonly isItalic: boolean;
}

/** The runs of `item` in `style`; put together, one line of text. */
export function formatCitation(item: CitationItem, style: CitationStyle): readonly CitationRun[] {
  const [before, after] = STYLES[style](item);
  const place = { text: item['container-title'], isItalic: style !== 'vancouver' };
  return [plain(before), place, plain(after)].filter(({ text }) => text !== '');
}

/** What stands before and after the place of publication. */
type Template = (item: CitationItem) => readonly [before: string, after: string];

const STYLES: { readonly [Style in CitationStyle]: Template } = {
  apa({ title, URL: address, issued, accessed }) {
    const when = issued ? `(${yearOf(issued)}, ${monthOf(issued)} ${dayOf(issued)})` : '(n.d.)';
    const from = issued ? address : `Retrieved ${american(accessed)}, from ${address}`;
    return [`${ended(quoted(title, DOUBLE), '.')} ${when}. `, `. ${from}`];
  },
  mla(item) {
    const { URL: address, issued, accessed } = item;
    const when = issued ? `, ${dayOf(issued)} ${mlaMonth(issued)} ${yearOf(issued)}` : '';
    const seen = issued ? '' : ` Accessed ${dayOf(accessed)} ${mlaMonth(accessed)} ${yearOf(accessed)}.`;
    return [`“${ended(headlineStyle(item), '.')}” `, `${when}, ${address}.${seen}`];
  },
  chicago(item) {
    const { URL: address, issued, accessed } = item;
    const when = issued ? american(issued) : `Accessed ${american(accessed)}`;
    return ['', `. “${ended(headlineStyle(item), '.')}” ${when}. ${address}.`];
  },
  harvard({ title, URL: address, issued, accessed }) {
    const year = issued ? yearOf(issued) : 'no date';
    const day = issued ? `, ${dayOf(issued)} ${monthOf(issued)}` : '';
    const seen = `${dayOf(accessed)} ${monthOf(accessed)} ${yearOf(accessed)}`;
    return [
      '',
      ` (${year}) ‘${ended(quoted(title, DOUBLE), '')}’${day}. Available at: ${address} (Accessed: ${seen}).`,
    ];
  },
  ieee({ title, URL: address, issued, accessed }) {
    const when = issued ? `, ${ieeeDate(issued)}` : '';
    const seen = `Accessed: ${ieeeDate(accessed)}. [Online]. Available: ${address}`;
    return [`“${ended(quoted(title, SINGLE), '')},” `, `${when}. ${seen}`];
  },
  vancouver({ title, URL: address, issued, accessed }) {
    const when = issued ? ` ${vancouverDate(issued)}` : '';
    const seen = `[cited ${vancouverDate(accessed)}]. Available from: ${address}`;
    return [`${ended(quoted(title, DOUBLE), '.')} `, ` [Internet].${when} ${seen}`];
  },
};

function plain(text: string): CitationRun {
  return { text, isItalic: false };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function yearOf({ 'date-parts': [[year]] }: CitationDate): number {
  return year;
}

function monthOf({ 'date-parts': [[, month]] }: CitationDate): string {
  return MONTHS[month - 1] ?? '';
}

function dayOf({ 'date-parts': [[, , day]] }: CitationDate): number {
  return day;
}

function american(date: CitationDate): string {
  return `${monthOf(date)} ${dayOf(date)}, ${yearOf(date)}`;
}

/** MLA shortens months of five letters and more, September to four. */
function mlaMonth(date: CitationDate): string {
  const month = monthOf(date);
  if (month.length <= 4) return month;
  return month === 'September' ? 'Sept.' : `${month.slice(0, 3)}.`;
}

function ieeeDate(date: CitationDate): string {
  const month = monthOf(date);
  const short = month.length <= 3 ? month : `${month.slice(0, 3)}.`;
  return `${short} ${String(dayOf(date)).padStart(2, '0')}, ${yearOf(date)}`;
}

function vancouverDate(date: CitationDate): string {
  return `${yearOf(date)} ${monthOf(date).slice(0, 3)} ${dayOf(date)}`;
}

/** Titles in other languages keep their capitals: the rule is of English. */
function headlineStyle({ title, language = 'en' }: CitationItem): string {
  return quoted(/^en\b/i.test(language) ? titleCased(title) : title, SINGLE);
}

const DOUBLE = ['“', '”'] as const;
const SINGLE = ['‘', '’'] as const;

/** `title` with the quotation marks in it made `marks`: other ones than those around it. */
function quoted(title: string, [open, close]: typeof DOUBLE | typeof SINGLE): string {
  const curly = title.replace(/(^|[\s([“‘—–-])"/g, '$1“').replaceAll('"', '”');
  return curly.replaceAll('“', open).replaceAll('”', close);
}

/** `title` without the full stop it ends with (but that of `U.S.`), and with `mark` where nothing else ends it. */
function ended(title: string, mark: string): string {
  const bare = title.replace(/(?<![.\p{Lu}])\.$/u, '');
  return /[?!.]["”’]?$/.test(bare) ? bare : bare + mark;
}
