import { createRandom, type Random } from '../../../test/site/random.ts';
import { type Corpus, type CorpusArticle, spreadOrdinals } from '../corpus/corpus.ts';
import { type BenchQuery, MIX, type QueryKind, type QuerySet } from './bench-query.ts';
import { countWords, plainWords, type WordCounts } from './word-counts.ts';

/** Articles that are looked at to know which words are common. */
const SAMPLE = 2_000;
const SHORT_PREFIXES = 40;
const PHRASES = 40;

/**
 * The queries for a corpus, the same for the same corpus and seed. Words come from articles of the corpus, the words
 * of one query from one article, so that every query finds something.
 */
export function drawQueries(corpus: Corpus, seed: number): QuerySet {
  const random = createRandom(seed);
  const sample = spreadOrdinals(corpus.size, SAMPLE).flatMap((ordinal) => corpus.slice(ordinal, ordinal + 1));
  const drawer = new Drawer(random, sample, countWords(sample));
  const several = (count: number, kind: QueryKind) => different(count, () => drawer.draw(kind));
  return {
    mix: Object.entries(MIX).flatMap(([kind, count]) => several(count, kind as QueryKind)),
    shortPrefixes: several(SHORT_PREFIXES, 'short prefix'),
    phrases: several(PHRASES, 'phrase'),
  };
}

/** `count` different ones, where so many can be drawn in reasonable time. */
function different(count: number, draw: () => BenchQuery | null): readonly BenchQuery[] {
  const found = new Map<string, BenchQuery>();
  for (let tries = 0; found.size < count && tries < count * 500; tries += 1) {
    const query = draw();
    if (query !== null) found.set(JSON.stringify(query), query);
  }
  return [...found.values()];
}

class Drawer {
  readonly #random: Random;
  readonly #sample: readonly CorpusArticle[];
  readonly #counts: WordCounts;
  readonly #words = new Map<CorpusArticle, readonly string[]>();

  constructor(random: Random, sample: readonly CorpusArticle[], counts: WordCounts) {
    this.#random = random;
    this.#sample = sample;
    this.#counts = counts;
  }

  /** A query of this kind from an article drawn by chance, or null when that article has none. */
  draw(kind: QueryKind): BenchQuery | null {
    const article = this.#random.pick(this.#sample);
    const words = this.#wordsOf(article);
    const { isCommon, isMiddling, isRare } = this.#counts;
    switch (kind) {
      case 'common word':
        return this.#ofWords(kind, words.filter(isCommon), 1);
      case 'rare word':
        return this.#ofWords(kind, words.filter(isRare), 1);
      case 'two words':
        return this.#ofWords(kind, words.filter(isMiddling), 2);
      case 'three words':
        return this.#ofWords(kind, words.filter(isMiddling), 3);
      case 'prefix':
        return this.#withPrefix(this.#ofWords(kind, words.filter(isMiddling), 1), 2);
      case 'word and prefix':
        return this.#withPrefix(this.#ofWords(kind, words.filter(isMiddling), 2), 2);
      case 'short prefix':
        return this.#withPrefix(this.#ofWords(kind, words, 1), 0);
      case 'phrase':
        return this.#phrase(article);
      default:
        return this.#filtered(kind, article, this.#ofWords(kind, words.filter(isMiddling), 1));
    }
  }

  #wordsOf(article: CorpusArticle): readonly string[] {
    const known = this.#words.get(article) ?? plainWords(article.body_md);
    this.#words.set(article, known);
    return known;
  }

  #ofWords(kind: QueryKind, words: readonly string[], count: number): BenchQuery | null {
    const drawn = new Set(Array.from({ length: count }, () => words[this.#random.below(words.length)] ?? ''));
    if (drawn.size < count || drawn.has('')) return null;
    return { kind, words: [...drawn], reading: 'words', topic: null, entity: null };
  }

  /** The last word cut down to more than `least` letters: one or two, else three or four. */
  #withPrefix(query: BenchQuery | null, least: number): BenchQuery | null {
    const last = query?.words.at(-1);
    const length = least + 1 + this.#random.below(2);
    if (query === null || last === undefined || last.length <= length) return null;
    return { ...query, words: [...query.words.slice(0, -1), last.slice(0, length)], reading: 'prefix' };
  }

  /** Two to four words as they stand in a sentence, not all of them common. */
  #phrase(article: CorpusArticle): BenchQuery | null {
    const sentences = article.body_md.match(/[A-Za-z]+(?: [a-z]+){3,}/g) ?? [];
    const words = (sentences[this.#random.below(sentences.length)] ?? '').toLowerCase().split(' ');
    const length = 2 + this.#random.below(3);
    const start = this.#random.below(Math.max(1, words.length - length));
    const phrase = words.slice(start, start + length);
    if (phrase.length < length || phrase.every(this.#counts.isCommon)) return null;
    return { kind: 'phrase', words: phrase, reading: 'phrase', topic: null, entity: null };
  }

  #filtered(kind: QueryKind, { topics, entities }: CorpusArticle, query: BenchQuery | null): BenchQuery | null {
    const [topic] = topics;
    const [entity] = entities;
    if (query === null || topic === undefined || entity === undefined) return null;
    return { ...query, topic, entity: kind === 'word and topic' ? null : entity };
  }
}
