import { createRandom, type Random } from '../../../test/site/random.ts';

/** Names of topics, entities and sources, made of the words of a vocabulary. */
export interface Names {
  /** Slugs, all different. */
  readonly topics: readonly string[];
  /** People, firms and places, all different. */
  readonly entities: readonly string[];
  readonly sources: readonly string[];
}

const KINDS_OF_FIRM = ['Labs', 'Holdings', 'Institute', 'Systems', 'Group', 'Bank', 'University', 'Agency'];

/** Ranks of the words that names are made of: neither the commonest words nor the rarest. */
const FIRST_RANK = 400;
const NAME_WORDS = 9_000;

export function createNames(seed: number, words: readonly string[], topics: number, entities: number): Names {
  const random = createRandom(seed);
  const word = () => words[FIRST_RANK + random.below(NAME_WORDS)] ?? 'name';
  return {
    topics: different(topics, () => (random.next() < 0.4 ? word() : `${word()}-${word()}`)),
    entities: different(entities, () => entityName(random, word)),
    sources: different(60, () => `https://${word()}.example`),
  };
}

function entityName(random: Random, word: () => string): string {
  const share = random.next();
  if (share < 0.15) return capitalised(word());
  if (share < 0.45) return `${capitalised(word())} ${random.pick(KINDS_OF_FIRM)}`;
  return `${capitalised(word())} ${capitalised(word())}`;
}

function different(count: number, make: () => string): readonly string[] {
  const found = new Set<string>();
  while (found.size < count) found.add(make());
  return [...found];
}

/** The word with a capital first letter. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
