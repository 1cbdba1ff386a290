import { topicLabel } from '../library/topic-label.ts';
import { fold, isUnspaced } from '../query/fold.ts';
import type { Facet } from './facet.ts';

/** What goes on inside a word. */
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;

/**
 * Whether the name of a value of `facet`, or the label of a topic, has a word beginning with `words`, folded; in a
 * script without spaces, has it anywhere. Null when nothing is asked for.
 */
export function nameTest(facet: Facet, words: string): ((name: string) => boolean) | null {
  const asked = fold(words);
  if (asked === '') return null;
  const isNamed = (name: string) => hasWord(fold(name), asked);
  return facet === 'topics' ? (slug) => isNamed(slug) || isNamed(topicLabel(slug)) : isNamed;
}

function hasWord(name: string, asked: string): boolean {
  let at = name.indexOf(asked);
  if (isUnspaced(asked)) return at !== -1;
  while (at > 0 && ENDS_IN_WORD.test(name.slice(Math.max(0, at - 2), at))) at = name.indexOf(asked, at + 1);
  return at !== -1;
}
