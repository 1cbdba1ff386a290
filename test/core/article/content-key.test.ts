import { expect, it } from 'vitest';
import type { ArticleContent } from '../../../core/article/article.ts';
import { contentKey } from '../../../core/article/content-key.ts';

const content: ArticleContent = {
  headline: 'An article',
  description: null,
  articleBody: 'Text',
  bodyFormat: 'markdown',
  datePublished: '2026-06-28',
  dateModified: null,
  inLanguage: 'en',
  canonicalSource: null,
  topics: ['ai-policy'],
  entities: [{ name: 'Japan', type: null }],
};

const changes: { readonly [Field in keyof ArticleContent]: ArticleContent[Field] } = {
  headline: 'Another',
  description: 'Told',
  articleBody: 'Other text',
  bodyFormat: 'text',
  datePublished: '2026-06-29',
  dateModified: '2026-06-29',
  inLanguage: 'ko',
  canonicalSource: 'https://example.org/',
  topics: ['ai-policy', 'ai-safety'],
  entities: [{ name: 'Japan', type: 'Country' }],
};

it('is the same for the same content in any order of keys, with anything beside it', () => {
  const reversed = Object.fromEntries(Object.entries(content).reverse()) as unknown as ArticleContent;
  expect(contentKey({ ...reversed, ...{ slug: 'x', provenance: {} } })).toBe(contentKey(content));
  expect(contentKey({ ...content, entities: [{ type: null, name: 'Japan' }] })).toBe(contentKey(content));
});

it.each(Object.keys(changes) as (keyof ArticleContent)[])('is another when %s changes', (field) => {
  expect(contentKey({ ...content, [field]: changes[field] })).not.toBe(contentKey(content));
});
