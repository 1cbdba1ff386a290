import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { fileNameOf, UniqueNames } from '../../../core/formats/file-names.ts';
import { markdownFormat } from '../../../core/formats/markdown-folder.ts';
import { aHolding, filesOf, hostileHolding, nastyHolding, nastyText } from '../../support/export-holdings.ts';

/** The front matter of a note as YAML reads it, and the body after it. */
function parted(text = ''): { fields: Record<string, unknown>; body: string } {
  const [, front = '', body = ''] = /^---\n([\s\S]*?\n)---\n(?:\n([\s\S]*)\n)?$/.exec(text) ?? [];
  return { fields: load(front) as Record<string, unknown>, body };
}

describe('a folder of Markdown', () => {
  it('has a note an article, named by its headline, with properties before the body as it is', async () => {
    const files = await filesOf(markdownFormat, [
      aHolding({}, '# As *it* is\n\n---\n', { tags: ['two words'], note: 'mine: "yes"\n---\nend' }),
    ]);
    expect([...files.keys()]).toEqual(['Articles/A first article.md']);
    const { fields, body } = parted(files.get('Articles/A first article.md'));
    expect(body).toBe('# As *it* is\n\n---\n');
    expect(fields).toMatchObject({
      title: 'A first article',
      url: 'https://wpnews.pro/news/a-first-article',
      source: 'https://source.example/first',
      topics: ['artificial-intelligence', 'ai-policy'],
      entities: ['Ada Lovelace'],
      tags: ['two-words'],
      note: 'mine: "yes"\n---\nend',
    });
  });

  it('links topics and entities if wished, with one note for each', async () => {
    const again = aHolding({
      slug: 'again',
      headline: 'a First Article',
      entities: [{ name: 'ada lovelace', type: null }],
    });
    const files = await filesOf(markdownFormat, [aHolding(), again], { linkNames: true });
    expect([...files.keys()]).toEqual([
      'Articles/A first article.md',
      'Topics/Artificial intelligence.md',
      'Topics/AI policy.md',
      'Entities/Ada Lovelace.md',
      'Articles/a First Article (2).md',
    ]);
    expect(parted(files.get('Articles/A first article.md')).fields).toMatchObject({
      topics: ['[[Topics/Artificial intelligence|Artificial intelligence]]', '[[Topics/AI policy|AI policy]]'],
      entities: ['[[Entities/Ada Lovelace|Ada Lovelace]]'],
    });
    expect(parted(files.get('Articles/a First Article (2).md')).fields).toMatchObject({
      entities: ['[[Entities/Ada Lovelace|ada lovelace]]'],
    });
    expect(parted(files.get('Entities/Ada Lovelace.md')).fields).toEqual({ entity: 'Ada Lovelace', type: 'Person' });
    expect(parted(files.get('Topics/AI policy.md')).fields).toEqual({ topic: 'ai-policy', aliases: ['ai-policy'] });
  });

  it('has links that lead to a note of the folder, whatever names say', async () => {
    const files = await filesOf(markdownFormat, [hostileHolding()], { linkNames: true });
    const [article = ''] = files.keys();
    const { entities } = parted(files.get(article)).fields as { entities: string[] };
    expect(entities).toEqual([
      '[[Entities/@SUM(1+1) cmd C calc !A0|@SUM(1+1)*cmd "/C calc"!A0]]',
      '[[Entities/_CON|CON]]',
    ]);
    expect(files.has('Entities/@SUM(1+1) cmd C calc !A0.md')).toBe(true);
    expect(files.has('Entities/_CON.md')).toBe(true);
  });

  it('is read back from YAML with what was put in, for any texts, under names that no system refuses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nastyHolding, { maxLength: 4 }), fc.boolean(), async (holdings, linkNames) => {
        const files = await filesOf(markdownFormat, holdings, { linkNames });
        const articles = [...files].filter(([name]) => name.startsWith('Articles/'));
        expect(articles.map(([, text]) => parted(text).body)).toEqual(holdings.map(({ body }) => body.articleBody));
        expect(articles.map(([, text]) => parted(text).fields['title'])).toEqual(
          holdings.map(({ article }) => article.headline),
        );
        const folded = [...files.keys()].map((name) => name.toLowerCase());
        expect(new Set(folded).size).toBe(files.size);
      }),
      { numRuns: 50 },
    );
  });
});

describe('names of files', () => {
  it.each([
    ['Is AI "safe"? A/B: yes | no', 'Is AI safe A B yes no'],
    ['  ..hidden.. ', 'hidden'],
    ['nul', '_nul'],
    ['Com1.txt', '_Com1.txt'],
    ['console', 'console'],
    ['\u202e\u0000', 'Untitled'],
    ['日本'.repeat(100), '日本'.repeat(33)],
    ['x'.repeat(10_000), 'x'.repeat(100)],
    ['[[C#]] ^1', 'C 1'],
  ])('are safe: %j becomes %j', (text, name) => {
    expect(fileNameOf(text)).toBe(name);
  });

  it('are within the bounds of every system for any text', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const name = fileNameOf(text);
        expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}\p{Cs}]|^[. ]|[. ]$|^$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('are given once, without regard to case, numbers of others included', () => {
    const names = new UniqueNames();
    const given = ['News', 'news', 'News (2)', 'NEWS', 'Straße', 'STRASSE'].map((name) => names.take(name));
    expect(given).toEqual(['News', 'news (2)', 'News (2) (2)', 'NEWS (3)', 'Straße', 'STRASSE (2)']);
    expect(['Law (2)', 'Law', 'Law'].map((name) => names.take(name))).toEqual(['Law (2)', 'Law', 'Law (3)']);
  });
});
