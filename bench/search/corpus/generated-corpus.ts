import { createRandom, type Random } from '../../../test/site/random.ts';
import type { Corpus, CorpusArticle } from './corpus.ts';
import { markdownBody } from './markdown-body.ts';
import { createNames, type Names } from './names.ts';
import { createSentences, type Sentences, type Writing } from './sentences.ts';
import { createVocabulary } from './vocabulary.ts';
import { type Ranks, zipf } from './zipf.ts';

const WORDS = 400_000;
const TOPICS = 400;
const ENTITIES = 20_000;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const MINUTES = 6 * 365 * 24 * 60;
const LANGUAGES = [...Array.from({ length: 92 }, () => 'en'), 'de', 'de', 'fr', 'fr', 'es', 'zh', 'ja', 'sv'];

/** What all articles of one seed draw from. */
interface Sources {
  readonly seed: number;
  readonly sentences: Sentences;
  readonly names: Names;
  readonly topics: Ranks;
  readonly entities: Ranks;
  readonly hosts: Ranks;
}

/**
 * A corpus of `size` articles that is the same for the same seed, on every machine. An article depends on nothing but
 * the seed and its ordinal: a smaller corpus is the beginning of a larger one, and nothing is kept.
 */
export function generatedCorpus(seed: number, size: number): Corpus {
  const words = createVocabulary(seed, WORDS);
  const sources: Sources = {
    seed,
    sentences: createSentences({ words, seed }),
    names: createNames(seed + 1, words, TOPICS, ENTITIES),
    topics: zipf(TOPICS, 0.9),
    entities: zipf(ENTITIES, 0.8),
    hosts: zipf(60, 1),
  };
  return {
    name: `generated, seed ${seed}`,
    size,
    slice: (from, to) => Array.from({ length: to - from }, (_, index) => articleAt(sources, from + index)),
  };
}

function articleAt({ seed, sentences, names, ...ranks }: Sources, ordinal: number): CorpusArticle {
  const random = createRandom(Math.imul(seed, 0x85ebca6b) ^ Math.imul(ordinal + 1, 0xc2b2ae35));
  const topics = drawSome(random, ranks.topics, 1 + random.below(4));
  const entities = drawSome(random, ranks.entities, 2 + random.below(5)).map((rank) => names.entities[rank] as string);
  const writing: Writing = { random, topic: topics[0] ?? 0, used: [] };
  const title = sentences.heading(writing, 6 + random.below(6));
  return {
    slug: slugOf(title, ordinal),
    title,
    summary: `${sentences.sentence(writing)} ${sentences.sentence(writing)}`,
    body_md: markdownBody(writing, sentences, entities),
    topics: topics.map((rank) => names.topics[rank] as string),
    entities,
    published_at: new Date(FIRST_DAY + random.below(MINUTES) * 60_000).toISOString(),
    lang: random.pick(LANGUAGES),
    canonical_source: `${names.sources[ranks.hosts.draw(random)]}/${ordinal}`,
  };
}

/** `count` ranks at most, each once. */
function drawSome(random: Random, ranks: Ranks, count: number): readonly number[] {
  return [...new Set(Array.from({ length: count }, () => ranks.draw(random)))];
}

function slugOf(title: string, ordinal: number): string {
  const ascii = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${ascii.replace(/^-|-$/g, '').slice(0, 60)}-${ordinal}`;
}
