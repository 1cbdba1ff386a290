import type { Query } from '../../query/query.ts';
import { type FoundMark, findMarks, type Mark } from './find-marks.ts';
import { placedWords } from './text-words.ts';

/** A passage of a text, `text.slice(start, end)`, and what to mark in it. */
export interface Snippet {
  readonly start: number;
  readonly end: number;
  /** Offsets in the whole text, ascending, not overlapping; empty when the text has nothing of the query. */
  readonly marks: readonly Mark[];
}

/** A word found again is worth this much of one found for the first time. */
const AGAIN = 0.1;

/** How far a passage may begin or end from where it was cut, to begin or end with a whole word. */
const WORD_REACH = 24;

/**
 * The passage of up to `length` UTF-16 units that has most of what `query` asks for: each of its words and phrases
 * once (a phrase for each of its words), then how often; of equals the first.
 */
export function bestSnippet(text: string, query: Query, length = 240): Snippet {
  const marks = findMarks(placedWords(text), query);
  const best = bestRun(marks, length);
  const from = best[0]?.start ?? 0;
  const to = Math.max(from, ...best.map(({ end }) => end));
  const slack = Math.max(0, length - (to - from));
  const cutStart = Math.max(0, Math.min(from - Math.floor(slack / 2), text.length - length));
  const start = wordStart(text, cutStart, from);
  const end = wordEnd(text, Math.min(text.length, start + Math.max(length, to - start)), to);
  return { start, end, marks: joined(marks.filter((mark) => mark.start >= start && mark.end <= end)) };
}

/** The marks within one passage that are worth most. */
function bestRun(marks: readonly FoundMark[], length: number): readonly FoundMark[] {
  let best: readonly FoundMark[] = [];
  let most = 0;
  marks.forEach(({ start }, index) => {
    const run: FoundMark[] = [];
    for (let at = index; at < marks.length; at += 1) {
      const mark = marks[at] as FoundMark;
      if (mark.start > start + length) break;
      if (mark.end <= start + length || at === index) run.push(mark);
    }
    const worth = worthOf(run);
    if (worth <= most) return;
    most = worth;
    best = run;
  });
  return best;
}

function worthOf(run: readonly FoundMark[]): number {
  const seen = new Set<number>();
  let worth = 0;
  for (const { sought, words } of run) {
    worth += seen.has(sought) ? AGAIN * words : words;
    seen.add(sought);
  }
  return worth;
}

/** The first start of a word from `cut` on, if one is near and not behind `limit`. */
function wordStart(text: string, cut: number, limit: number): number {
  if (cut === 0) return 0;
  for (let at = cut; at <= Math.min(limit, cut + WORD_REACH); at += 1) if (/\s/.test(text.charAt(at - 1))) return at;
  return isInsideLetter(text, cut) ? cut - 1 : cut;
}

/** The last end of a word up to `cut`, if one is near and not before `limit`. */
function wordEnd(text: string, cut: number, limit: number): number {
  if (cut === text.length) return cut;
  for (let at = cut; at >= Math.max(limit, cut - WORD_REACH); at -= 1) if (/\s/.test(text.charAt(at))) return at;
  return isInsideLetter(text, cut) ? cut + 1 : cut;
}

function isInsideLetter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

/** Marks that touch or overlap, as one. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of marks) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
