import { createRandom, type Random } from '../../../test/site/random.ts';
import { capitalised } from './names.ts';
import { twoRegimes, zipf } from './zipf.ts';

/** Where the words of a sentence come from. */
export interface SentenceWords {
  readonly words: readonly string[];
  readonly seed: number;
}

/** Makes sentences. */
export interface Sentences {
  /** A sentence of an article about topic number `topic`, new or, sometimes, one that other articles have too. */
  sentence(random: Random, topic: number): string;
  /** `length` words side by side, the first with a capital letter. */
  heading(random: Random, topic: number, length: number): string;
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

export function createSentences({ words, seed }: SentenceWords): Sentences {
  const ranks = twoRegimes(words.length, 1.05, 8_000, 1.75);
  const ownRanks = zipf(OWN_WORDS, 0.9);
  const sharedRanks = zipf(SHARED_SENTENCES, 0.8);

  const word = (random: Random, topic: number): string => {
    const share = random.next();
    if (share < NUMBER_SHARE) return numeral(random);
    if (share > 1 - OWN_SHARE) return words[ownRank(topic, ownRanks.draw(random), words.length)] as string;
    return words[ranks.draw(random)] as string;
  };
  const written = (random: Random, topic: number): string => {
    const length = 7 + random.below(10) + random.below(9);
    let text = capitalised(word(random, topic));
    for (let index = 1; index < length; index += 1) {
      text += (random.next() < 0.06 ? ', ' : ' ') + word(random, topic);
    }
    return `${text}.`;
  };
  return {
    sentence(random, topic) {
      if (random.next() >= SHARED_SHARE) return written(random, topic);
      const shared = sharedRanks.draw(random);
      return written(createRandom(seed + shared * 7919), shared % 400);
    },
    heading: (random, topic, length) => capitalised(Array.from({ length }, () => word(random, topic)).join(' ')),
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
