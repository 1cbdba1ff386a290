import { fold } from '../../query/fold.ts';
import { isRun, searchWords } from '../analysis/search-words.ts';

/** A folded word with its place in the text it was read from. */
export interface PlacedWord {
  readonly word: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Of a run of a script without spaces, where each UTF-16 unit of `word` began in the text, and where the last ended. */
  readonly offsets: readonly number[] | null;
}

/** Marks, joiners, and the half-width voicing marks that fold into the kana before them. */
const CHANGER = '\\p{M}|\\p{Join_Control}|[\u00ad\uff9e\uff9f]';
const PIECE = new RegExp(`(?:[\\p{L}\\p{N}]|${CHANGER})+`, 'gu');
const ASCII_WORD = /^[a-z\d]+$/i;
/** A letter with what changes it. */
const LETTER = new RegExp(`(?!${CHANGER}).(?:${CHANGER})*|(?:${CHANGER})+`, 'gu');

/** The words of `text` as the index knows them. */
export function placedWords(text: string): readonly PlacedWord[] {
  return [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) => wordsOfPiece(piece, index));
}

function wordsOfPiece(piece: string, start: number): readonly PlacedWord[] {
  const end = start + piece.length;
  if (ASCII_WORD.test(piece)) return [{ word: piece.toLowerCase(), start, end, offsets: null }];
  const words = searchWords(piece);
  const [only] = words;
  if (words.length === 1 && only !== undefined && !isRun(only)) return [{ word: only, start, end, offsets: null }];
  const offsets = foldedOffsets(piece, start, words.join(''));
  let at = 0;
  return words.map((word) => {
    if (offsets === null) return { word, start, end, offsets };
    const own = offsets.slice(at, at + word.length + 1);
    at += word.length;
    return { word, start: own[0] ?? start, end: own.at(-1) ?? end, offsets: isRun(word) ? own : null };
  });
}

/** Where in the text each unit of `folded` comes from; null when letters fold differently alone than side by side. */
function foldedOffsets(piece: string, start: number, folded: string): readonly number[] | null {
  const offsets: number[] = [];
  let read = '';
  for (const { 0: letter, index } of piece.matchAll(LETTER)) {
    const own = fold(letter);
    read += own;
    for (let unit = 0; unit < own.length; unit += 1) offsets.push(start + index);
  }
  return read === folded ? [...offsets, start + piece.length] : null;
}
