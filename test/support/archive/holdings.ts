import fc from 'fast-check';
import { type Completeness, SOURCES } from '../../../core/article/article.ts';
import { contentKey } from '../../../core/article/content-key.ts';
import { distinctEntities, tidyEntity } from '../../../core/article/entities.ts';
import { tidyBlock, tidyLine } from '../../../core/article/text.ts';
import { distinctTopics } from '../../../core/article/topics.ts';
import { noteOf } from '../../../core/library/own-change.ts';
import type { BinRecord, Holding, OriginalRecord, RevisionRecord } from '../../../core/library/records.ts';
import { withTag } from '../../../core/library/tags.ts';
import { sha256 } from '../../../services/content-hash.ts';

/** Holdings as a library has them, of every shape: what fetched articles can hold, hostile to YAML and JSON where that is allowed. */

const AWKWARD = [
  ': ',
  '#',
  '"',
  "'",
  '\\',
  '- ',
  '---',
  '\u2028',
  '…',
  '東京',
  '🎉',
  '<b>',
  '&amp;',
  '%',
  '{',
  '[x]',
  '|',
  'no',
];
const piece = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.lorem({ maxCount: 3 }),
);
const pieces = (most: number) => fc.array(piece, { minLength: 1, maxLength: most }).map((parts) => parts.join(' '));

const line = pieces(6).map((text) => tidyLine(text, 1_000) ?? 'A headline');
const block = fc
  .array(pieces(8), { minLength: 1, maxLength: 4 })
  .map((parts) => tidyBlock(parts.join('\n\n').toWellFormed()) ?? 'A body.');
const slug = fc.oneof(
  fc.constantFrom('con', 'aux', 'nul', 'com1', 'lpt9', 'a', 'index', 'readme', 'manifest'),
  fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 6 }).map((words) => words.join('-')),
);
const time = fc.integer({ min: 0, max: 4_102_444_800_000 });
const mark = fc.option(time);
const date = fc.option(
  fc.oneof(
    time.map((at) => new Date(at).toISOString()),
    time.map((at) => new Date(at).toISOString().slice(0, 10)),
  ),
);

const content = fc.record({
  headline: line,
  description: fc.option(line),
  articleBody: block,
  bodyFormat: fc.constantFrom('markdown' as const, 'text' as const),
  datePublished: date,
  dateModified: date,
  inLanguage: fc.option(fc.constantFrom('en', 'de', 'en-US', 'zh-Hans')),
  canonicalSource: fc.option(fc.constantFrom('https://source.example/a?b=c#d', 'http://other.example/')),
  topics: fc.array(pieces(2), { maxLength: 4 }).map(distinctTopics),
  entities: fc
    .array(fc.tuple(pieces(2), fc.option(fc.constantFrom('Person', 'Thing', 'Organization'))), { maxLength: 4 })
    .map((told) => told.map(([name, type]) => tidyEntity(name, type)).filter((entity) => entity !== null))
    .map(distinctEntities),
});

const own = fc
  .record({
    tags: fc.array(pieces(2), { maxLength: 4 }).map((texts) => texts.reduce<readonly string[]>(withTag, [])),
    readAt: mark,
    starredAt: mark,
    archivedAt: mark,
    note: block.map(noteOf),
  })
  .map(({ note, ...rest }) => (note === '' || rest.tags.length > 2 ? rest : { ...rest, note }));

const parts = fc.record({
  slug,
  content,
  own,
  order: fc.integer({ min: 1, max: 1_000_000 }),
  times: fc.tuple(time, time, mark),
  wordCount: fc.nat(100_000),
  provenance: fc.dictionary(fc.constantFrom('headline', 'articleBody', 'topics'), fc.constantFrom(...SOURCES)),
  completeness: fc.constantFrom<Completeness>('word-count', 'structure', 'unchecked'),
  originals: fc.uniqueArray(
    fc.record({
      source: fc.constantFrom(...SOURCES),
      bytes: fc.uint8Array({ maxLength: 200 }),
      contentType: fc.constantFrom('application/ld+json', 'text/html; charset=utf-8', ''),
      etag: fc.option(fc.constantFrom('"1"', 'W/"x y"')),
      fetchedAt: time,
    }),
    { selector: ({ source }) => source, maxLength: 3 },
  ),
  revisions: fc.array(fc.tuple(content, time), { maxLength: 2 }),
});

/** What a holding is made of, before its hashes. */
export type HoldingParts = typeof parts extends fc.Arbitrary<infer Parts> ? Parts : never;

/** Libraries of a few articles, each slug once; some of them in the bin. */
export const libraries = fc
  .uniqueArray(parts, { selector: (made) => made.slug, maxLength: 6 })
  .chain((all) => fc.record({ all: fc.constant(all), binned: fc.nat(all.length), removedAt: time }));

/** The holding of these parts, with its hashes. */
export async function holdingOf(made: HoldingParts): Promise<Holding> {
  const { articleBody, bodyFormat, ...light } = made.content;
  const [savedAt, checkedAt, goneAt] = made.times;
  const { slug: name, order, wordCount, provenance, completeness } = made;
  const contentHash = await sha256(contentKey(made.content));
  const history = { order, savedAt, checkedAt, goneAt, contentHash, wordCount, completeness, own: made.own };
  return {
    article: { slug: name, ...light, ...history, provenance },
    body: { slug: name, articleBody, bodyFormat },
    originals: made.originals.map((original): OriginalRecord => ({ slug: name, ...original })),
    revisions: await revisionsOf(made),
  };
}

/** `holding` as it lies in the bin. */
export function binnedAt(holding: Holding, removedAt: number): BinRecord {
  return { slug: holding.article.slug, removedAt, ...holding };
}

async function revisionsOf({ slug: name, revisions }: HoldingParts): Promise<readonly RevisionRecord[]> {
  const byHash = new Map<string, RevisionRecord>();
  for (const [old, replacedAt] of revisions) {
    const contentHash = await sha256(contentKey(old));
    if (!byHash.has(contentHash)) byHash.set(contentHash, { slug: name, contentHash, replacedAt, content: old });
  }
  return [...byHash.values()];
}
