import type { Query } from '../../query/query.ts';
import { wantedTerms } from '../../query/terms.ts';
import { isRun, searchWords } from '../analysis/search-words.ts';
import type { PlacedWord } from './text-words.ts';

/** A place in a text that a query asked for. */
export interface Mark {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** A word or phrase of a query. */
interface Sought {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

export interface FoundMark extends Mark {
  /** Which of the query's words and phrases it is. */
  readonly sought: number;
  /** How many words that one has. */
  readonly words: number;
}

/** Every place where a word or phrase of `query` stands that is not excluded, in the order of the text. */
export function findMarks(words: readonly PlacedWord[], query: Query): readonly FoundMark[] {
  return soughtIn(query)
    .flatMap((sought, index) =>
      words
        .flatMap((_, at) => marksAt(words, at, sought))
        .map((mark) => ({ ...mark, sought: index, words: sought.words.length })),
    )
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

function soughtIn(query: Query): readonly Sought[] {
  return wantedTerms(query).flatMap((term) => {
    if (term.kind !== 'word' && term.kind !== 'phrase') return [];
    const words = searchWords(term.text);
    return words.length === 0 ? [] : [{ words, prefix: term.kind === 'word' && term.prefix }];
  });
}

function marksAt(words: readonly PlacedWord[], at: number, { words: sought, prefix }: Sought): readonly Mark[] {
  const [first, ...others] = sought;
  const own = words[at];
  if (first === undefined || own === undefined) return [];
  if (others.length === 0) return isRun(first) ? marksInside(own, first) : wholeWord(own, first, prefix);
  const last = words[at + sought.length - 1];
  if (
    last === undefined ||
    !sought.every((word, index) => matches(words[at + index], word, index, sought.length, prefix))
  )
    return [];
  const lastSought = others.at(-1) ?? '';
  const start = own.offsets?.[own.word.length - first.length] ?? own.start;
  return [{ start, end: last.offsets?.[lastSought.length] ?? last.end }];
}

function matches(own: PlacedWord | undefined, word: string, index: number, count: number, prefix: boolean): boolean {
  if (own === undefined) return false;
  if (index === 0 && isRun(word)) return own.word.endsWith(word);
  const mayGoOn = index === count - 1 && (prefix || isRun(word));
  return mayGoOn ? own.word.startsWith(word) : own.word === word;
}

function wholeWord(own: PlacedWord, word: string, prefix: boolean): readonly Mark[] {
  const isFound = prefix ? own.word.startsWith(word) : own.word === word;
  return isFound ? [{ start: own.start, end: own.end }] : [];
}

/** Every place of `sought` inside a run. */
function marksInside(own: PlacedWord, sought: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = own.word.indexOf(sought); at >= 0; at = own.word.indexOf(sought, at + sought.length)) {
    marks.push({ start: own.offsets?.[at] ?? own.start, end: own.offsets?.[at + sought.length] ?? own.end });
  }
  return marks;
}
