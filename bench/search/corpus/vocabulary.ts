import { createRandom, type Random } from '../../../test/site/random.ts';

/**
 * Words by rank, the most frequent first: the commonest of English as they are, then words built of syllables whose
 * parts occur about as often as in English, longer the rarer they are. Half of them are an earlier word with an ending,
 * so that words share beginnings as they do in a language, and a prefix stands for a family.
 */

const COMMON = `the of to and in a is that for on with as was it by from at be are this an has have its not which or but
he will were they his had been their one more said who also than new would about after two when there can all other over
up out into first some could last if most what time year may people only so no we years such her she you while now any
between many then these them our how because through made even where being those before under against since do during
both each three did him does well much my just should i same within without very still way use part company used`.split(
  /\s+/,
);

/** Parts of a syllable, each repeated as often as it shall come up. */
const BEGINNINGS =
  's s s s s t t t c c c c c p p p p d d d m m m m b b b b f f f r r r r l l l h h g g w w n n n v j k st tr pr pl ch sh th br cr gr cl fl sp str qu y z'.split(
    ' ',
  );
const MIDDLES = 'a a a a a e e e e e e i i i i o o o o o u u u ea ou ai ee oa io au'.split(' ');
const ENDS = 'n n n r r r s s t t t l l d m c p nd nt st ck ng rt ss sh rd x'.split(' ');
const ENDINGS = 's s s s ed ed ed ing ing ing er er ly ly ion al ity ment ness able ist ism ive ers ings'.split(' ');
const MARKED: Readonly<Record<string, string>> = { a: 'ä', e: 'é', i: 'í', o: 'ö', u: 'ü', n: 'ñ', c: 'ç' };

const MARKED_SHARE = 0.008;
const VOWEL_START_SHARE = 0.2;
const LONGEST_STEM = 9;

/** `size` different words; the same for the same seed, and those of a smaller vocabulary begin those of a larger one. */
export function createVocabulary(seed: number, size: number): readonly string[] {
  const random = createRandom(seed);
  const words = new Set(COMMON);
  const list = [...words].slice(0, size);
  while (list.length < size) {
    const word = random.next() < 0.5 ? derivedWord(random, list) : rootWord(random, list.length);
    if (words.has(word)) continue;
    words.add(word);
    list.push(word);
  }
  return list;
}

/** An earlier word, no common one where there are others, with an ending. */
function derivedWord(random: Random, list: readonly string[]): string {
  const first = list.length > 2 * COMMON.length ? COMMON.length : 0;
  let stem = list[first + random.below(list.length - first)] as string;
  while (stem.length > LONGEST_STEM) stem = list[first + random.below(list.length - first)] as string;
  const ending = random.pick(ENDINGS);
  return (/[aeiou]$/.test(stem) && /^[aeiou]/.test(ending) ? stem.slice(0, -1) : stem) + ending;
}

function rootWord(random: Random, rank: number): string {
  const syllables = Math.max(1, Math.round(0.6 + Math.log10(rank / 100) * 0.45 + random.next()));
  let word = '';
  for (let index = 0; index < syllables; index += 1) {
    const startsWithVowel = index === 0 && random.next() < VOWEL_START_SHARE;
    word += (startsWithVowel ? '' : random.pick(BEGINNINGS)) + random.pick(MIDDLES);
    if (random.next() < (index === syllables - 1 ? 0.7 : 0.25)) word += random.pick(ENDS);
  }
  return random.next() < MARKED_SHARE ? markedWord(random, word) : word;
}

/** The word with one letter that has a mark. */
function markedWord(random: Random, word: string): string {
  const at = random.below(word.length);
  return word.slice(0, at) + (MARKED[word.charAt(at)] ?? word.charAt(at)) + word.slice(at + 1);
}
