import { createRandom, type Random } from '../../../test/site/random.ts';
import { capitalised } from './names.ts';
import { twoRegimes, zipf } from './zipf.ts';

/** Where the words of a sentence come from. */
export interface SentenceWords {
  readonly words: readonly string[];
  readonly seed: number;
}

/** The article that is being written. */
export interface Writing {
  readonly random: Random;
  /** The number of its first topic. */
  readonly topic: number;
  /** Its words so far that are not among the commonest: a text that uses a word once is likely to use it again. */
  readonly used: string[];
}

/** Makes sentences. */
export interface Sentences {
  /** A sentence, new or, sometimes, one that other articles have too. */
  sentence(writing: Writing): string;
  /** `length` words side by side, the first with a capital letter. */
  heading(writing: Writing, length: number): string;
}

/** A topic has this many words of its own, between these ranks. */
const OWN_WORDS = 600;
const OWN_FIRST_RANK = 300;
const OWN_LAST_RANK = 40_000;
const OWN_SHARE = 0.12;

/** One sentence in seven is one of so many that are used again and again. */
const SHARED_SENTENCES = 20_000;
const SHARED_SHARE = 1 / 7;

const NUMBER_SHARE = 0.012;

/** So often a word is one that the article has already used; with it half of an article's words are different, as in news. */
const AGAIN_SHARE = 0.24;
const COMMONEST = 100;

export function createSentences({ words, seed }: SentenceWords): Sentences {
  const ranks = twoRegimes(words.length, 1.18, 8_000, 1.75);
  const ownRanks = zipf(OWN_WORDS, 0.9);
  const sharedRanks = zipf(SHARED_SENTENCES, 0.8);

  const word = ({ random, topic, used }: Writing): string => {
    const share = random.next();
    if (share < NUMBER_SHARE) return numeral(random);
    if (share < NUMBER_SHARE + AGAIN_SHARE && used.length > 0) return random.pick(used);
    const isOwn = share > 1 - OWN_SHARE;
    const rank = isOwn ? ownRank(topic, ownRanks.draw(random), words.length) : ranks.draw(random);
    const drawn = words[rank] as string;
    if (rank >= COMMONEST) used.push(drawn);
    return drawn;
  };
  const written = (writing: Writing): string => {
    const { random } = writing;
    const length = 7 + random.below(10) + random.below(9);
    let text = capitalised(word(writing));
    for (let index = 1; index < length; index += 1) {
      text += (random.next() < 0.06 ? ', ' : ' ') + word(writing);
    }
    return `${text}.`;
  };
  return {
    sentence(writing) {
      if (writing.random.next() >= SHARED_SHARE) return written(writing);
      const shared = sharedRanks.draw(writing.random);
      return written({ random: createRandom(seed + shared * 7919), topic: shared % 400, used: [] });
    },
    heading: (writing, length) => capitalised(Array.from({ length }, () => word(writing)).join(' ')),
  };
}

function numeral(random: Random): string {
  const share = random.next();
  if (share < 0.4) return String(1 + random.below(100));
  return share < 0.7 ? String(1990 + random.below(37)) : String(random.below(10_000));
}

/** The rank of a topic's n-th own word, scattered so that topics differ. */
function ownRank(topic: number, index: number, size: number): number {
  const last = Math.min(OWN_LAST_RANK, size);
  const scattered = Math.imul(topic * OWN_WORDS + index + 1, 0x9e3779b1) >>> 0;
  return Math.min(size - 1, OWN_FIRST_RANK + (scattered % Math.max(1, last - OWN_FIRST_RANK)));
}
