import fc from 'fast-check';
import type { ArticleContent, Source } from '../../core/article/article.ts';
import { contentKey } from '../../core/article/content-key.ts';
import type { Kept } from '../../core/library/merge-holdings.ts';
import type { OriginalRecord, OwnData, RevisionRecord } from '../../core/library/records.ts';

/** Generated libraries: articles with everything that can be kept of one, in the shapes a save gives them. */

const words = fc.constantFrom('tide', 'Zürich', '𝔘nicode', '"quoted"', 'comma, semicolon;', '=1+1', '---', 'line');
const text = fc.array(words, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
const times = fc.integer({ min: 1, max: 60 }).map((step) => 1_790_000_000_000 + step * 1_000);
const dates = fc.constantFrom('2026-06-28T04:40:03.000Z', '2026-06-29', '2026-07-01T00:00:00.000Z');
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

type Content = ArticleContent & { readonly articleBody: string };

const anyContent: fc.Arbitrary<Content> = fc.record({
  headline: text,
  description: orNull(text),
  articleBody: fc.array(text, { minLength: 1, maxLength: 3 }).map((paragraphs) => paragraphs.join('\n\n')),
  bodyFormat: fc.constantFrom('markdown', 'text'),
  datePublished: orNull(dates),
  dateModified: orNull(dates),
  inLanguage: orNull(fc.constantFrom('en', 'de', 'ar')),
  canonicalSource: orNull(fc.constant('https://source.example/a?b=c&d=%20')),
  topics: fc.uniqueArray(fc.constantFrom('ai-policy', 'chips', 'law'), { maxLength: 3 }),
  entities: fc.uniqueArray(fc.record({ name: words, type: orNull(fc.constantFrom('Person', 'Place')) }), {
    selector: ({ name }) => name,
    maxLength: 3,
  }),
});

/** Few versions of one article, which two holdings of it share more often than not. */
const FEW = fc.sample(anyContent, { numRuns: 4, seed: 4 });
const content: fc.Arbitrary<Content> = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...FEW) }, anyContent);

export const arbitraryOwn: fc.Arbitrary<OwnData> = fc
  .record({
    tags: fc.uniqueArray(fc.constantFrom('mine', 'to read', 'Ünsorted', 'later'), { maxLength: 3 }),
    readAt: orNull(times),
    starredAt: orNull(times),
    archivedAt: orNull(times),
    note: orNull(fc.array(text, { minLength: 1, maxLength: 2 }).map((paragraphs) => paragraphs.join('\n\n'))),
  })
  .map(({ note, ...own }) => (note === null ? own : { ...own, note }));

/** What names content in tests that need no real hash. */
export type HashOf = (content: ArticleContent) => string;
const readableHash: HashOf = (some) => `hash of ${contentKey(some)}`;

const original = (source: Source): fc.Arbitrary<Omit<OriginalRecord, 'slug'>> =>
  fc.record({
    source: fc.constant(source),
    bytes: fc.uint8Array({ minLength: 0, maxLength: 20 }),
    contentType: fc.constantFrom('application/json', 'text/markdown; charset=utf-8'),
    etag: orNull(fc.constant('W/"1"')),
    fetchedAt: times,
  });

/** Anything that can be kept under `slug`; revisions and content from few texts, so that two of them often share some. */
export function arbitraryKept(slug: string, hashOf: HashOf = readableHash): fc.Arbitrary<Kept> {
  return fc
    .record({
      versions: fc.uniqueArray(content, { minLength: 1, maxLength: 4, selector: hashOf }),
      originals: fc.subarray<Source>(['jsonld', 'json', 'inline', 'md'], { minLength: 1 }),
      savedAt: times,
      checkedAfter: fc.nat(50),
      isGone: fc.boolean(),
      own: arbitraryOwn,
      removedAt: fc.option(times, { nil: null, freq: 3 }),
      order: fc.integer({ min: 1, max: 100_000 }),
      wordCount: fc.nat(2_000),
    })
    .chain((drawn) => fc.tuple(...drawn.originals.map(original)).map((originals) => ({ ...drawn, originals })))
    .map(({ versions, originals, savedAt, checkedAfter, isGone, own, removedAt, order, wordCount }) => {
      const [current, ...older] = versions;
      if (current === undefined) throw new Error('there is always one version');
      const { articleBody, bodyFormat, ...light } = current;
      const checkedAt = savedAt + checkedAfter * 1_000;
      const history = { order, savedAt, checkedAt, goneAt: isGone ? checkedAt : null };
      const provenance = { headline: 'jsonld', articleBody: 'json' } as const;
      return {
        article: {
          ...{ slug, ...light, ...history, contentHash: hashOf(current), wordCount },
          ...{ provenance, completeness: 'structure', own },
        },
        body: { slug, articleBody, bodyFormat },
        originals: originals.map((one) => ({ slug, ...one })),
        revisions: older.map((one): RevisionRecord => {
          return { slug, contentHash: hashOf(one), replacedAt: savedAt, content: one };
        }),
        removedAt,
      };
    });
}
