import type { SiteArticle } from './article.ts';
import { generatedBody, sentence } from './generated-body.ts';
import { ENTITIES, SOURCES, TOPICS, VOCABULARIES } from './generated-words.ts';
import { createRandom, type Random } from './random.ts';

/**
 * Made-up articles for tests and benchmarks, marked as such in the headline, the slug and the record. The same seed
 * and number always give the same article, so any one can be made without the others.
 */

const FIRST_DAY = Date.UTC(2025, 0, 1);
const LONG_TITLE_EVERY = 9;

function some<T>(random: Random, values: readonly T[], least: number, most: number): T[] {
  const count = least + random.below(most - least + 1);
  return [...new Set(Array.from({ length: count }, () => random.pick(values)))];
}

function siteDate(milliseconds: number, fraction: string): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00:00`;
}

/** Generated article number `index` of a seed. */
export function generatedArticle(index: number, seed: number): SiteArticle {
  const random = createRandom(seed * 1_000_003 + index);
  const words = VOCABULARIES[index % VOCABULARIES.length] ?? random.pick(VOCABULARIES);
  const isLong = index % LONG_TITLE_EVERY === LONG_TITLE_EVERY - 1;
  const headline = Array.from({ length: isLong ? 4 : 1 }, () => sentence(random, words)).join(words.joint);
  const slug = `generated-${seed}-${String(index).padStart(5, '0')}`;
  const published = FIRST_DAY + index * 5_400_000 + random.below(5_400_000);
  return {
    origin: 'generated',
    slug,
    title: `${words.mark}${headline.slice(0, -words.stop.length)} (${index})`,
    summary: [sentence(random, words), sentence(random, words)].join(words.joint),
    body_md: generatedBody(random, words),
    canonical_source: `https://${random.pick(SOURCES)}/${slug}`,
    published_at: siteDate(published, ''),
    updated_at: siteDate(published + 3_600_000, `.${String(random.below(1_000_000)).padStart(6, '0')}`),
    lang: words.lang,
    topics: some(random, TOPICS, 1, 4),
    entities: some(random, ENTITIES, 1, 6),
    page_header: { article_id: `art-${50_000 + index}`, views: String(random.below(900)) },
  };
}

/** The first `count` generated articles of a seed, oldest first. */
export function generatedArticles(count: number, seed: number): SiteArticle[] {
  return Array.from({ length: count }, (_, index) => generatedArticle(index, seed));
}
