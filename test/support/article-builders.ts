import type { Article } from '../../core/article/article.ts';
import type { ArticleRecord, OriginalRecord } from '../../core/library/records.ts';
import { NO_OWN_DATA } from '../../core/library/records.ts';
import type { ArticleBundle } from '../../storage/save-article.ts';

/** An article with a body; `change` replaces what a test is about. */
export function anArticle(change: Partial<Article> = {}): Article & { readonly articleBody: string } {
  return {
    slug: 'a-first-article',
    headline: 'A first article',
    description: 'What it is about.',
    bodyFormat: 'markdown',
    datePublished: '2026-06-28T04:40:03.000Z',
    dateModified: '2026-06-28T05:40:42.082Z',
    inLanguage: 'en',
    canonicalSource: 'https://source.example/first',
    topics: ['artificial-intelligence', 'ai-policy'],
    entities: [{ name: 'Ada Lovelace', type: 'Person' }],
    provenance: { headline: 'jsonld', articleBody: 'jsonld' },
    completeness: 'structure',
    articleBody: 'One paragraph.\n\nAnother.',
    ...change,
  } as Article & { readonly articleBody: string };
}

/** What a save of `anArticle(change)` stores; the hash follows from headline and body, as far as tests need it to. */
export function aBundle(change: Partial<Article> = {}): ArticleBundle {
  const article = anArticle(change);
  return {
    article,
    contentHash: `hash of ${article.headline} ${article.articleBody}`,
    wordCount: 3,
    originals: [anOriginal(article.slug)],
  };
}

export function anOriginal(slug: string): OriginalRecord {
  const bytes = new TextEncoder().encode(`{"slug":"${slug}"}`);
  return { slug, source: 'jsonld', bytes, contentType: 'application/ld+json', etag: '"1"', fetchedAt: 1 };
}

/** A stored record of `anArticle(change)`. */
export function aRecord(change: Partial<ArticleRecord> = {}): ArticleRecord {
  const { articleBody, bodyFormat, ...light } = anArticle();
  const history = { order: 1, savedAt: 1_000, checkedAt: 1_000, goneAt: null, own: NO_OWN_DATA };
  return { ...light, ...history, contentHash: 'hash', wordCount: 3, ...change };
}
