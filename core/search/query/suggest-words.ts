import { isRun, searchWords } from '../analysis/search-words.ts';
import { termOf } from '../analysis/term-table.ts';
import { decodeUtf8, startsWith } from '../bytes/utf8.ts';
import { DictionaryCursor } from '../segment/dictionary-cursor.ts';
import { DamagedRecord } from '../segment/record.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import { EditDistance } from './edit-distance.ts';

export type Suggestions =
  | { readonly kind: 'suggestions'; readonly words: readonly string[] }
  | { readonly kind: 'damaged'; readonly segment: number };

const MOST_SUGGESTIONS = 3;

/** One slip in words of up to five letters, two in longer ones; none in words of up to two. */
function slipsIn(letters: number): number {
  return letters < 3 ? 0 : letters < 6 ? 1 : 2;
}

interface Candidate {
  readonly word: string;
  readonly distance: number;
  documents: number;
}

/**
 * Words of the index that begin with the same letter as `word`, or with its second one where the first two were
 * exchanged, and are a slip or two away: the nearest first, of those the one in most articles.
 */
export async function suggestWords(word: string, segments: readonly SegmentReader[]): Promise<Suggestions> {
  const [folded, ...others] = searchWords(word);
  const limit = slipsIn([...(folded ?? '')].length);
  if (folded === undefined || others.length > 0 || limit === 0 || isRun(folded))
    return { kind: 'suggestions', words: [] };
  const candidates = new Map<string, Candidate>();
  try {
    for (const segment of segments) await collect(folded, limit, segment, candidates);
  } catch (thrown) {
    if (thrown instanceof DamagedRecord) return { kind: 'damaged', segment: thrown.key.segment };
    throw thrown;
  }
  const best = [...candidates.values()].sort(
    (one, other) =>
      one.distance - other.distance || other.documents - one.documents || (one.word < other.word ? -1 : 1),
  );
  return { kind: 'suggestions', words: best.slice(0, MOST_SUGGESTIONS).map((candidate) => candidate.word) };
}

async function collect(
  word: string,
  limit: number,
  segment: SegmentReader,
  candidates: Map<string, Candidate>,
): Promise<void> {
  const [first = '', second = ''] = word;
  for (const initial of new Set([first, second])) {
    const prefix = termOf(initial);
    const distance = new EditDistance(word, limit);
    for (const record of await segment.readRecords('dictionary', segment.dictionaryRecords(prefix))) {
      const cursor = new DictionaryCursor(record);
      for (let more = cursor.seek(prefix); more && startsWith(cursor.term, prefix); more = cursor.next()) {
        const { term } = cursor;
        const text = decodeUtf8(term);
        const away = distance.to([...text]);
        if (away === 0 || away > limit) continue;
        const known = candidates.get(text) ?? { word: text, distance: away, documents: 0 };
        known.documents += cursor.place.documents;
        candidates.set(text, known);
      }
    }
  }
}
