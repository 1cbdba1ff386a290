import { topicLabel } from '../library/topic-label.ts';
import { fold, isUnspaced } from '../query/fold.ts';
import type { Facet } from './facet.ts';

const ASCII = /^[\0-\x7f]*$/;
const BEGINS_WORD = /^[\p{L}\p{N}\p{M}]/u;
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;
/** What means something in a regular expression. */
const SYNTAX = /[\\^$.*+?()[\]{}|/-]/g;

/**
 * Whether the name of a value of `facet`, or the label of a topic, has a word beginning with `words`, folded; what
 * begins with no letter, or is of a script without spaces, may stand anywhere. Null when nothing is asked for.
 */
export function nameFilter(facet: Facet, words: string): ((name: string) => boolean) | null {
  const asked = fold(words);
  if (asked === '') return null;
  const mayStandAnywhere = !BEGINS_WORD.test(asked) || isUnspaced(asked);
  const plain = plainPattern(asked, mayStandAnywhere);
  const isNamed = (name: string) => {
    if (ASCII.test(name)) return plain.test(name);
    return mayStandAnywhere ? fold(name).includes(asked) : hasWord(fold(name), asked);
  };
  return facet === 'topics' ? (slug) => isNamed(slug) || isNamed(topicLabel(slug)) : isNamed;
}

/** The same for ASCII names, without folding each: there are many. */
function plainPattern(asked: string, mayStandAnywhere: boolean): RegExp {
  const folded = asked.replace(SYNTAX, '\\$&').replaceAll(' ', '\\s+');
  return new RegExp(mayStandAnywhere ? folded : `(?<![a-z0-9])${folded}`, 'i');
}

function hasWord(name: string, asked: string): boolean {
  let at = name.indexOf(asked);
  // Two UTF-16 units hold any last letter.
  while (at > 0 && ENDS_IN_WORD.test(name.slice(Math.max(0, at - 2), at))) at = name.indexOf(asked, at + 1);
  return at !== -1;
}
