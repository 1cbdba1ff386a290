import { gramsOf, isRun, searchWords } from './search-words.ts';
import { HASH_PRIME, HASH_START, LONGEST_TERM, type TermTable } from './term-table.ts';
import type { TokenList } from './token-list.ts';

/** For each ASCII character the letter or digit it folds to, or 0 when it parts words. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : 0;
});

/** The dashes, quotes and dots of printed English part words wherever they stand. */
function isPrintedMark(code: number): boolean {
  return code >= 0x2010 && code <= 0x2026;
}

/**
 * Adds the terms of `text` to `tokens` in order: `searchWords(text)` with runs taken apart into grams. Words of ASCII
 * letters go from the text straight into the table; only pieces with other letters are folded as strings.
 */
export function scanWords(text: string, table: TermTable, tokens: TokenList): void {
  const end = text.length;
  let at = 0;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code < 128 ? FOLDED[code] === 0 : isPrintedMark(code)) {
      at += 1;
      continue;
    }
    const wordEnd = scanAsciiWord(text, at, table, tokens);
    at = wordEnd >= 0 ? wordEnd : scanPiece(text, at, table, tokens);
  }
}

/** Adds the ASCII word at `start` and answers where it ends; -1 when another letter follows, and nothing was added. */
function scanAsciiWord(text: string, start: number, table: TermTable, tokens: TokenList): number {
  const { pool, end: termStart } = table;
  const termLimit = termStart + LONGEST_TERM;
  const end = text.length;
  let hash = HASH_START;
  let termEnd = termStart;
  let at = start;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      if (isPrintedMark(code)) break;
      return -1;
    }
    const letter = FOLDED[code] as number;
    if (letter === 0) break;
    if (termEnd === termLimit) continue;
    pool[termEnd++] = letter;
    hash = Math.imul(hash ^ letter, HASH_PRIME);
  }
  tokens.push(table.add(termEnd, hash));
  return at;
}

/** Adds the words from `start` up to the next ASCII character that parts words, and answers where that is. */
function scanPiece(text: string, start: number, table: TermTable, tokens: TokenList): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128 && FOLDED[code] === 0) break;
  }
  for (const word of searchWords(text.slice(start, at))) {
    if (isRun(word)) for (const gram of gramsOf(word)) tokens.push(table.addText(gram));
    else tokens.push(table.addText(word));
  }
  return at;
}
