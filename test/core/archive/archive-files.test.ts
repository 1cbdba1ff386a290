import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { fileStem, markdownName, originalName } from '../../../core/archive/archive-names.ts';
import { articleMarkdown, frontMatter } from '../../../core/archive/article-markdown.ts';
import { noteAnnotation } from '../../../core/archive/note-annotation.ts';
import { aRecord } from '../../support/article-builders.ts';

describe('the files of an archive', () => {
  test('have names that Windows keeps for no device', () => {
    expect(['con', 'nul', 'com1', 'lpt9', 'console', 'con-air', 'com10'].map(fileStem)).toEqual([
      'con_',
      'nul_',
      'com1_',
      'lpt9_',
      'console',
      'con-air',
      'com10',
    ]);
    expect(markdownName('aux')).toBe('articles/aux_.md');
    expect(originalName('a-b', 'inline', false)).toBe('originals/a-b.html');
    expect(originalName('a-b', 'jsonld', true)).toBe('bin/a-b.jsonld');
  });

  test('begin with front matter that leaves out what nobody knows', () => {
    const article = aRecord({ description: null, dateModified: null, savedAt: 0 });
    const body = { slug: article.slug, articleBody: '# Body', bodyFormat: 'markdown' as const };
    expect(articleMarkdown({ article, body, originals: [], revisions: [] })).toBe(
      [
        '---',
        'title: A first article',
        'url: https://wpnews.pro/news/a-first-article',
        'source: https://source.example/first',
        "published: '2026-06-28T04:40:03.000Z'",
        'language: en',
        'topics:',
        '  - artificial-intelligence',
        '  - ai-policy',
        'entities:',
        '  - Ada Lovelace',
        "saved: '1970-01-01T00:00:00.000Z'",
        '---',
        '',
        '# Body',
        '',
      ].join('\n'),
    );
  });

  test.each([
    'a: b',
    '# no',
    '"',
    "'",
    '- x',
    '---',
    '...',
    'null',
    'yes',
    '2026-01-01',
    '1e3',
    '%',
    '@',
    '`',
    '{a}',
    ' x ',
    '🎉',
    '\u2028',
    'a\nb',
  ])('keep %j in front matter as it is', (text) => {
    const [, yaml = ''] = /^---\n([\s\S]*)---\n$/.exec(frontMatter({ title: text, tags: [text] })) ?? [];
    expect(load(yaml)).toEqual({ title: text, tags: [text] });
  });

  test('have a note as a W3C annotation of the article, with an id that stays', () => {
    const own = { tags: [], readAt: null, starredAt: null, archivedAt: null, note: 'Mine' };
    const annotation = noteAnnotation(aRecord({ own }));
    expect(annotation).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      type: 'Annotation',
      motivation: 'commenting',
      body: { type: 'TextualBody', value: 'Mine', format: 'text/plain', purpose: 'commenting' },
      target: 'https://wpnews.pro/news/a-first-article',
    });
    expect(noteAnnotation(aRecord({ own: { ...own, note: 'Other' } }))?.id).toBe(annotation?.id);
    expect(noteAnnotation(aRecord())).toBeNull();
  });
});
