import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { median, quantile } from '../../../bench/figures.ts';
import { spreadOrdinals } from '../../../bench/search/corpus/corpus.ts';
import { fileCorpus } from '../../../bench/search/corpus/file-corpus.ts';
import { generatedCorpus } from '../../../bench/search/corpus/generated-corpus.ts';
import { keepCorpus } from '../../../bench/search/corpus/kept-corpus.ts';

const CORPUS = generatedCorpus(7, 1_500);
const ARTICLES = CORPUS.slice(0, CORPUS.size);

describe('the generated corpus', () => {
  test('is the same for the same seed, however it is cut, and begins a larger one', () => {
    const larger = generatedCorpus(7, 5_000);
    expect(larger.slice(700, 720)).toEqual(ARTICLES.slice(700, 720));
    expect(larger.slice(710, 711)).toEqual(ARTICLES.slice(710, 711));
    expect(generatedCorpus(8, 10).slice(0, 10)).not.toEqual(ARTICLES.slice(0, 10));
  });

  test('has bodies as long as real ones: 2 to 10 KB, half of them under about 3.4, one in twenty over about 6.9', () => {
    const lengths = ARTICLES.map(({ body_md }) => body_md.length);
    expect(Math.min(...lengths)).toBeGreaterThan(1_600);
    expect(Math.max(...lengths)).toBeLessThan(12_500);
    expect(median(lengths)).toBeGreaterThan(3_100);
    expect(median(lengths)).toBeLessThan(3_700);
    expect(quantile(lengths, 0.95)).toBeGreaterThan(6_300);
    expect(quantile(lengths, 0.95)).toBeLessThan(7_500);
  });

  test('uses a few words very often and many once, as Zipf found', () => {
    const counts = new Map<string, number>();
    for (const { body_md } of ARTICLES) {
      for (const word of body_md.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    const ranked = [...counts.values()].sort((one, other) => other - one);
    const all = ranked.reduce((sum, count) => sum + count, 0);
    expect(counts.size).toBeGreaterThan(30_000);
    expect((ranked[0] ?? 0) / all).toBeGreaterThan(0.02);
    expect((ranked[9] ?? 0) / (ranked[99] ?? 1)).toBeGreaterThan(3);
    expect(ranked.filter((count) => count === 1).length / ranked.length).toBeGreaterThan(0.2);
  });

  test('uses a word again in the same article: of some 560 words about half are different', () => {
    const shares = ARTICLES.flatMap(({ body_md }) => {
      const words = body_md.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.length > 450 && words.length < 700 ? [new Set(words).size / words.length] : [];
    });
    expect(median(shares)).toBeGreaterThan(0.42);
    expect(median(shares)).toBeLessThan(0.55);
  });

  test('names entities in the text, has topics of different weight, and each slug once', () => {
    const topics = new Map<string, number>();
    for (const { body_md, entities, topics: own } of ARTICLES) {
      for (const entity of entities) expect(body_md).toContain(entity);
      for (const topic of own) topics.set(topic, (topics.get(topic) ?? 0) + 1);
    }
    const weights = [...topics.values()].sort((one, other) => other - one);
    expect(weights[0]).toBeGreaterThan(10 * (weights[150] ?? 0));
    expect(new Set(ARTICLES.map(({ slug }) => slug)).size).toBe(ARTICLES.length);
  });

  test('repeats some sentences in other articles, and has diacritics and scripts without spaces', () => {
    const articlesOf = new Map<string, number>();
    for (const { body_md } of ARTICLES) {
      const sentences = new Set(body_md.match(/[A-Z][^.\n]{40,}\./g));
      for (const sentence of sentences) articlesOf.set(sentence, (articlesOf.get(sentence) ?? 0) + 1);
    }
    expect([...articlesOf.values()].filter((count) => count > 1).length).toBeGreaterThan(200);
    expect(ARTICLES.filter(({ body_md }) => /[äéíöüñç]/.test(body_md)).length).toBeGreaterThan(500);
    expect(ARTICLES.filter(({ body_md }) => /\p{Script=Han}/u.test(body_md)).length).toBeGreaterThan(5);
  });

  test('spreads dates over six years', () => {
    const years = new Set(ARTICLES.map(({ published_at }) => published_at.slice(0, 4)));
    expect([...years].sort()).toEqual(['2020', '2021', '2022', '2023', '2024', '2025']);
  });
});

describe('a corpus from a file', () => {
  test('is its first lines, gzipped or not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-corpus-'));
    const lines = ARTICLES.slice(0, 5)
      .map((article) => `${JSON.stringify(article)}\n`)
      .join('');
    writeFileSync(join(folder, 'a.jsonl'), lines);
    writeFileSync(join(folder, 'a.jsonl.gz'), gzipSync(lines));
    const plain = fileCorpus(join(folder, 'a.jsonl'), 3);
    expect(plain.slice(0, plain.size)).toEqual(ARTICLES.slice(0, 3));
    expect(fileCorpus(join(folder, 'a.jsonl.gz'), 100).slice(3, 5)).toEqual(ARTICLES.slice(3, 5));
    rmSync(folder, { recursive: true });
  });
});

describe('a kept corpus', () => {
  const article = { ...ARTICLES[0], body_md: 'é言' } as (typeof ARTICLES)[number];

  test('weighs bodies in UTF-8', () => {
    expect(keepCorpus({ name: '', size: 2, slice: () => [article, article] }).bodyBytes).toBe(10);
  });

  test('makes each slice once, as JSON', () => {
    let made = 0;
    const slice = () => {
      made += 1;
      return [article];
    };
    const kept = keepCorpus({ name: '', size: 1, slice });
    expect(JSON.parse(kept.json(0, 1).toString())).toEqual([article]);
    expect(kept.json(0, 1)).toBe(kept.json(0, 1));
    expect(made).toBe(1);
  });
});

test('a sample is spread over the whole corpus', () => {
  expect(spreadOrdinals(10, 5)).toEqual([0, 2, 4, 6, 8]);
  expect(spreadOrdinals(3, 5)).toEqual([0, 1, 2]);
});
