import { describe, expect, test } from 'vitest';
import { generatedCorpus } from '../../../bench/search/corpus/generated-corpus.ts';
import { type BenchQuery, isWordQuery, MIX } from '../../../bench/search/queries/bench-query.ts';
import { drawQueries } from '../../../bench/search/queries/draw-queries.ts';
import { plainWords } from '../../../bench/search/queries/word-counts.ts';

const CORPUS = generatedCorpus(7, 300);
const ARTICLES = CORPUS.slice(0, CORPUS.size).map((article) => ({
  ...article,
  text: ` ${article.body_md.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `,
}));
const QUERIES = drawQueries(CORPUS, 1);

/** Whether an article matches, by looking at it. */
function matches({ words, reading, topic, entity }: BenchQuery, article: (typeof ARTICLES)[number]): boolean {
  if (topic !== null && !article.topics.includes(topic)) return false;
  if (entity !== null && !article.entities.includes(entity)) return false;
  const { text } = article;
  if (reading === 'phrase') return text.includes(` ${words.join(' ')} `);
  return words.every((word, index) =>
    text.includes(reading === 'prefix' && index === words.length - 1 ? ` ${word}` : ` ${word} `),
  );
}

describe('the queries of a run', () => {
  test('are two hundred, so many of each kind as the mix says, and forty each of what is measured apart', () => {
    const counts = Object.fromEntries(
      Object.keys(MIX).map((kind) => [kind, QUERIES.mix.filter((query) => query.kind === kind).length]),
    );
    expect(counts).toEqual(MIX);
    expect(QUERIES.mix.length).toBe(200);
    expect(QUERIES.shortPrefixes.length).toBe(40);
    expect(QUERIES.phrases.length).toBe(40);
  });

  test('are the same for the same corpus and seed, and others for another seed', () => {
    expect(drawQueries(CORPUS, 1)).toEqual(QUERIES);
    expect(drawQueries(CORPUS, 2)).not.toEqual(QUERIES);
  });

  test('all find something', () => {
    for (const query of [...QUERIES.mix, ...QUERIES.shortPrefixes, ...QUERIES.phrases]) {
      expect(
        ARTICLES.some((article) => matches(query, article)),
        JSON.stringify(query),
      ).toBe(true);
    }
  });

  test('are what their kind says', () => {
    const share = (query: BenchQuery) => ARTICLES.filter((article) => matches(query, article)).length / ARTICLES.length;
    for (const query of QUERIES.mix) {
      const { kind, words } = query;
      if (kind === 'common word') expect(share(query)).toBeGreaterThanOrEqual(0.05);
      if (kind === 'rare word') expect(share(query)).toBeLessThanOrEqual(0.004);
      if (kind === 'two words') expect(words.length).toBe(2);
      if (kind === 'three words') expect(new Set(words).size).toBe(3);
      if (kind === 'prefix' || kind === 'word and prefix') expect(words.at(-1)?.length).toBeOneOf([3, 4]);
      if (kind === 'word and topic') expect(query).toMatchObject({ topic: expect.any(String), entity: null });
      if (kind === 'word, topic and entity') expect(query.entity).not.toBeNull();
    }
    for (const { words } of QUERIES.shortPrefixes) expect(words.join('').length).toBeLessThanOrEqual(2);
  });

  test('know which of them can be compared by rank', () => {
    expect(QUERIES.mix.filter(isWordQuery).length).toBe(150);
  });
});

test('words are taken only where every engine cuts them alike', () => {
  expect(plainWords('The café’s co-op sold 3rd-hand TUNA, ok? Yes.')).toEqual(['the', 'sold', 'tuna', 'yes']);
});
