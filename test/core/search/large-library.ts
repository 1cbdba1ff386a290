import type { ArticleFields } from '../../../core/search/analysis/article-fields.ts';
import { SegmentBuilder } from '../../../core/search/segment/segment-builder.ts';
import type { SegmentEntry } from '../../../core/search/segment/segment-reader.ts';
import { createRandom } from '../../site/random.ts';
import { bodyOnly } from './libraries.ts';
import type { MemoryStore } from './memory-store.ts';

/** So many short articles that lists have several blocks and records, documents several pages, and prefixes sets. */
export const COUNT = 9_000;

/** Words of one letter more the rarer they are: `a0` is in most articles, `ba…` in few. */
const VOCABULARY = Array.from({ length: 400 }, (_, index) => `${'abcde'.charAt(index % 5)}${index.toString(36)}`);

export interface Keyed {
  readonly key: number;
  readonly fields: ArticleFields;
}

/** The same articles for the same seed, with ascending keys. */
export function largeLibrary(seed: number, count = COUNT): readonly Keyed[] {
  const random = createRandom(seed);
  const word = () => VOCABULARY[Math.floor(random.next() ** 3 * VOCABULARY.length)] ?? '';
  const text = (length: number) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, index) => ({
    key: index * 3 + 1,
    fields: { ...bodyOnly(text(4 + random.below(12))), headline: text(2) },
  }));
}

/** Writes `articles` as segment `id`. */
export function writeSegment(store: MemoryStore, id: number, articles: readonly Keyed[]): SegmentEntry {
  const builder = new SegmentBuilder();
  for (const { key, fields } of articles) builder.addArticle(key, fields);
  store.put(builder.finish(id));
  return { id, documents: articles.length, deleted: 0 };
}
