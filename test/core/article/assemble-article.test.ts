import { describe, expect, it } from 'vitest';
import type { ArticleDraft, Source } from '../../../core/article/article.ts';
import { assembleArticle } from '../../../core/article/assemble-article.ts';
import type { Told } from '../../../core/article/completeness.ts';

const BODY = Array.from({ length: 100 }, (_, at) => `word${at}`).join(' ');
const CUT = BODY.slice(0, 500);

const facts: ArticleDraft = {
  headline: 'Ministers agree on “AI” at last',
  description: 'A summary.',
  datePublished: '2026-06-28T04:40:03.000Z',
  canonicalSource: 'https://example.org/story',
  inLanguage: 'en',
  topics: ['ai-policy'],
};
const markdown = (over: ArticleDraft = {}): ArticleDraft => ({
  headline: 'Ministers Agree on "AI" at Last!',
  articleBody: BODY,
  bodyFormat: 'markdown',
  ...over,
});

function from(source: Source, draft: ArticleDraft, completeness?: 'content-length'): Told {
  return completeness === undefined ? { source, draft } : { source, draft, completeness };
}

function assemble(...told: Told[]) {
  return assembleArticle('an-article', told);
}

describe('assembleArticle', () => {
  it('takes each field from the first source that tells it, whatever the order of asking, and remembers which', () => {
    const json: ArticleDraft = {
      headline: 'Ministers agree on AI at last',
      topics: [],
      entities: [{ name: 'Japan', type: null }],
    };
    expect(assemble(from('md', markdown()), from('json', json), from('jsonld', facts))).toEqual({
      ok: true,
      value: {
        slug: 'an-article',
        ...facts,
        dateModified: null,
        entities: [{ name: 'Japan', type: null }],
        articleBody: BODY,
        bodyFormat: 'markdown',
        completeness: 'unchecked',
        provenance: {
          headline: 'jsonld',
          description: 'jsonld',
          datePublished: 'jsonld',
          canonicalSource: 'jsonld',
          inLanguage: 'jsonld',
          topics: 'jsonld',
          entities: 'json',
          articleBody: 'md',
        },
      },
    });
  });

  it('passes over an empty list for one that names something', () => {
    expect(
      assemble(
        from('jsonld', { ...facts, topics: [] }),
        from('json', { ...facts, ...markdown(), topics: ['ai-safety'] }),
      ),
    ).toMatchObject({ value: { topics: ['ai-safety'], provenance: { topics: 'json' } } });
  });

  it('has empty lists and nulls for what nobody told', () => {
    expect(assemble(from('md', markdown()))).toMatchObject({
      value: {
        description: null,
        datePublished: null,
        inLanguage: null,
        canonicalSource: null,
        topics: [],
        entities: [],
      },
    });
  });

  it('keeps the format of the body it took', () => {
    const text: ArticleDraft = { articleBody: 'Plain.', bodyFormat: 'text' };
    expect(assemble(from('jsonld', facts), from('txt', text))).toMatchObject({
      value: { bodyFormat: 'text', articleBody: 'Plain.' },
    });
  });

  it('is no article without a headline, and has no body without one', () => {
    expect(assemble()).toMatchObject({ problem: { kind: 'not-an-article' } });
    expect(assemble(from('jsonld', { articleBody: BODY, bodyFormat: 'markdown' }))).toMatchObject({
      problem: { kind: 'not-an-article' },
    });
    expect(assemble(from('jsonld', facts), from('json', facts))).toMatchObject({ problem: { kind: 'no-body' } });
  });
});

describe('sources that tell of different versions', () => {
  it.each<[string, ArticleDraft]>([
    ['another headline', { headline: 'Ministers disagree on AI' }],
    ['a headline that only begins alike', { headline: 'Ministers agree' }],
    ['another original story', { canonicalSource: 'https://example.org/another' }],
    ['a story on another host', { canonicalSource: 'https://example.net/story' }],
    ['a story told apart by its query', { canonicalSource: 'https://example.org/story?id=2' }],
    ['a date days apart', { datePublished: '2026-07-01T04:40:03.000Z' }],
    ['a day weeks apart', { datePublished: '2026-06-01' }],
  ])('are not glued together: %s', (_, over) => {
    expect(assemble(from('jsonld', facts), from('md', markdown(over)))).toMatchObject({ problem: { kind: 'no-body' } });
  });

  it.each<[string, ArticleDraft]>([
    ['other quotes, case and marks', {}],
    [
      'the same story with www, slash and counting marks',
      { canonicalSource: 'https://www.example.org/story/?utm_source=x' },
    ],
    ['the same day without the hour', { datePublished: '2026-06-28' }],
    ['a few hours', { datePublished: '2026-06-27T21:00:00.000Z' }],
  ])('are one version in spite of %s', (_, over) => {
    expect(assemble(from('jsonld', facts), from('md', markdown(over)))).toMatchObject({ ok: true });
  });

  it('may have a long headline cut', () => {
    const headline = 'A headline so long that one of the alternates cuts it at the end';
    const cut = `${headline.slice(0, 45)}…`;
    expect(assemble(from('jsonld', { headline }), from('md', markdown({ headline: cut })))).toMatchObject({
      value: { headline },
    });
  });

  it('leaves out an earlier source too, when it has no headline and another date', () => {
    const other: ArticleDraft = { datePublished: '2020-01-01', description: 'Of another article' };
    expect(assemble(from('jsonld', other), from('json', { ...facts, ...markdown() }))).toMatchObject({
      value: { description: 'A summary.' },
    });
  });
});

describe('the completeness of the body', () => {
  it.each<Source>(['jsonld', 'json', 'inline'])('is known from the structure inside the JSON of %s', (source) => {
    expect(assemble(from(source, markdown()))).toMatchObject({ value: { completeness: 'structure' } });
  });

  it('is known from the number of words', () => {
    expect(assemble(from('jsonld', { ...facts, wordCount: 105 }), from('md', markdown()))).toMatchObject({
      value: { completeness: 'word-count', articleBody: BODY },
    });
  });

  it('is refused when there are fewer words than announced', () => {
    const announced = { ...facts, wordCount: 100 };
    expect(assemble(from('jsonld', announced), from('md', markdown({ articleBody: CUT })))).toMatchObject({
      problem: { kind: 'truncated' },
    });
    expect(assemble(from('jsonld', { ...announced, articleBody: CUT }))).toMatchObject({
      problem: { kind: 'truncated' },
    });
  });

  it('finds every cut of more than a tenth where words are announced', () => {
    const announced = from('jsonld', { ...facts, wordCount: 100 });
    for (let length = 1; length < BODY.length * 0.89; length += 1) {
      const cut = from('md', markdown({ articleBody: BODY.slice(0, length) }));
      expect(assemble(announced, cut)).toMatchObject({ problem: { kind: 'truncated' } });
    }
  });

  it('passes over an excerpt for a whole body told later', () => {
    const excerpt = { ...facts, wordCount: 100, articleBody: CUT, bodyFormat: 'markdown' } as const;
    expect(assemble(from('jsonld', excerpt), from('md', markdown()))).toMatchObject({
      value: { articleBody: BODY, provenance: { articleBody: 'md', headline: 'jsonld' }, completeness: 'word-count' },
    });
  });

  it('takes an excerpt for all there is when two sources end alike', () => {
    const excerpt = { ...facts, wordCount: 900, articleBody: BODY, bodyFormat: 'markdown' } as const;
    expect(assemble(from('jsonld', excerpt), from('md', markdown()))).toMatchObject({
      value: { articleBody: BODY, completeness: 'agreement', provenance: { articleBody: 'jsonld' } },
    });
  });

  it('is known from the length of the response, from a second body that ends alike, or not at all', () => {
    const text = (articleBody: string): Told => from('txt', { articleBody, bodyFormat: 'text' });
    expect(assemble(from('md', markdown(), 'content-length'))).toMatchObject({
      value: { completeness: 'content-length' },
    });
    expect(assemble(from('md', markdown({ articleBody: `${BODY}.**` })), text(BODY))).toMatchObject({
      value: { completeness: 'agreement' },
    });
    expect(assemble(from('md', markdown()), text(CUT))).toMatchObject({ value: { completeness: 'unchecked' } });
    expect(assemble(from('md', markdown()))).toMatchObject({ value: { completeness: 'unchecked' } });
  });
});
