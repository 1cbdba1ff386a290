import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonText, parseStructured } from '../../../core/article/parse-structured.ts';
import { jsonLdFormat } from '../../../core/formats/json-ld.ts';
import { jsonLinesFormat } from '../../../core/formats/json-lines.ts';
import type { Holding } from '../../../core/library/records.ts';
import { aHolding, hostileHolding, nastyHolding, textOf } from '../../support/export-holdings.ts';

/** What our own parser makes of an article, of which the record is one. */
function contentOf({ article, body }: Holding) {
  const { headline, description, datePublished, dateModified, inLanguage, canonicalSource } = article;
  const { topics, entities, wordCount } = article;
  const { articleBody, bodyFormat } = body;
  const dated = { datePublished, dateModified, inLanguage, canonicalSource };
  return { headline, description, articleBody, bodyFormat, ...dated, topics, entities, wordCount };
}

describe('JSON Lines', () => {
  it('tells every field that is kept, own data and former content included, one article a line', async () => {
    const plain = aHolding({}, 'Text.', { tags: ['mine'], starredAt: 5, note: 'a\nb' });
    const former = { ...contentOf(plain), headline: 'Former' };
    const revisions = [{ slug: 'a-first-article', contentHash: 'old', replacedAt: 7, content: former }];
    const lines = (await textOf(jsonLinesFormat, [{ ...plain, revisions }, hostileHolding()])).split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      url: 'https://wpnews.pro/news/a-first-article',
      ...plain.article,
      articleBody: 'Text.',
      bodyFormat: 'markdown',
      revisions: [{ contentHash: 'old', replacedAt: 7, ...former }],
    });
  });

  it('stays one line for each of any texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nastyHolding, { maxLength: 4 }), async (holdings) => {
        const lines = (await textOf(jsonLinesFormat, holdings)).split('\n').slice(0, -1);
        const read = lines.map((line): unknown => JSON.parse(line));
        expect(read).toMatchObject(
          holdings.map(({ article, body }) => ({ ...article, articleBody: body.articleBody })),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('JSON-LD', () => {
  it('is a graph of news articles in the words of schema.org', async () => {
    const text = await textOf(jsonLdFormat, [aHolding()]);
    expect(text.split('\n')).toHaveLength(4);
    expect(JSON.parse(text)).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          '@id': 'https://wpnews.pro/news/a-first-article',
          url: 'https://wpnews.pro/news/a-first-article',
          headline: 'A first article',
          description: 'What it is about.',
          datePublished: '2026-06-28T04:40:03.000Z',
          dateModified: '2026-06-28T05:40:42.082Z',
          inLanguage: 'en',
          isBasedOn: 'https://source.example/first',
          about: [
            { '@type': 'DefinedTerm', termCode: 'artificial-intelligence', name: 'Artificial intelligence' },
            { '@type': 'DefinedTerm', termCode: 'ai-policy', name: 'AI policy' },
          ],
          mentions: [{ '@type': 'Person', name: 'Ada Lovelace' }],
          wordCount: 3,
          encodingFormat: 'text/markdown',
          articleBody: 'One paragraph.\n\nAnother.',
          sdDatePublished: '2026-11-03T12:00:00.000Z',
        },
      ],
    });
  });

  it('is a valid empty graph without articles', async () => {
    expect(JSON.parse(await textOf(jsonLdFormat, []))).toEqual({ '@context': 'https://schema.org', '@graph': [] });
  });

  it('is read back by our own parser, article by article out of one file', async () => {
    const one = aHolding({
      entities: [
        { name: 'Ada Lovelace', type: 'Person' },
        { name: 'Untyped', type: null },
      ],
    });
    const other = aHolding({
      slug: 'another',
      headline: 'Another',
      canonicalSource: 'https://b.example/',
      topics: ['chips'],
    });
    const text = await textOf(jsonLdFormat, [one, other]);
    for (const holding of [one, other]) {
      expect(parseJsonText(text, holding.article.slug)).toEqual({ ok: true, value: contentOf(holding) });
    }
  });

  it('loses nothing of what our parser once made of any texts', async () => {
    await fc.assert(
      fc.asyncProperty(nastyHolding, async (nasty) => {
        const text = await textOf(jsonLdFormat, [nasty]);
        const once = parseJsonText(text, nasty.article.slug);
        if (!once.ok) return;
        const { articleBody = '', ...told } = once.value;
        const clean = { ...nasty, article: { ...nasty.article, ...told }, body: { ...nasty.body, articleBody } };
        const again = parseStructured(JSON.parse(await textOf(jsonLdFormat, [clean as Holding])), nasty.article.slug);
        fc.pre(!/&|</.test(JSON.stringify(once.value)));
        expect(again).toMatchObject({ ok: true, value: told });
      }),
      { numRuns: 50 },
    );
  });
});
