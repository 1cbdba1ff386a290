import { plugins } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexFormat } from '../../../core/formats/citations/bibtex.ts';
import { type CitationItem, citationItem } from '../../../core/formats/citations/citation-item.ts';
import { cslJsonFormat } from '../../../core/formats/citations/csl-json.ts';
import { risFormat } from '../../../core/formats/citations/ris.ts';
import type { Holding } from '../../../core/library/records.ts';
import { aHolding, hostileHolding, nastyHolding, textOf } from '../../support/export-holdings.ts';

const URL_OF_STORY =
  'https://www.source.example/a/very/long/path/beyond/seventy/characters/of/which/none/may/be/lost?x=1';

const plain = aHolding({ canonicalSource: URL_OF_STORY, inLanguage: 'en-US' }, '', { note: 'Read\n\nagain.' });

describe('what is cited', () => {
  it('is a newspaper article with the host it appeared on, the story’s address, both days, language, topics and note', () => {
    expect(citationItem(plain.article)).toEqual({
      id: 'a-first-article',
      type: 'article-newspaper',
      title: 'A first article',
      'container-title': 'source.example',
      URL: URL_OF_STORY,
      issued: { 'date-parts': [[2026, 6, 28]] },
      accessed: { 'date-parts': [[2026, 11, 3]] },
      language: 'en-US',
      keyword: 'artificial-intelligence,ai-policy',
      abstract: 'What it is about.',
      note: 'Read\n\nagain.',
    });
  });

  it('is the site’s article where the original is not known', () => {
    const { article } = aHolding({
      canonicalSource: null,
      datePublished: null,
      inLanguage: null,
      topics: [],
      description: null,
    });
    expect(citationItem(article)).toEqual({
      id: 'a-first-article',
      type: 'article-newspaper',
      title: 'A first article',
      'container-title': 'wpnews.pro',
      URL: 'https://wpnews.pro/news/a-first-article',
      accessed: { 'date-parts': [[2026, 11, 3]] },
    });
  });
});

describe('CSL-JSON', () => {
  it('is an array of items', async () => {
    const holdings = [plain, hostileHolding()];
    const read: unknown = JSON.parse(await textOf(cslJsonFormat, holdings));
    expect(read).toEqual(holdings.map(({ article }) => citationItem(article)));
    expect(JSON.parse(await textOf(cslJsonFormat, []))).toEqual([]);
  });
});

describe('BibTeX', () => {
  it('has the slug for a key, and fields for BibTeX and BibLaTeX alike', async () => {
    expect(await textOf(bibtexFormat, [plain])).toBe(`@article{a-first-article,
  abstract = {What it is about.},
  urldate = {2026-11-03},
  date = {2026-06-28},
  keywords = {artificial-intelligence,ai-policy},
  language = {en-US},
  note = {Read again.},
  title = {A first article},
  url = {${URL_OF_STORY}},
  journal = {source.example},
  year = {2026},
}

`);
  });

  it('writes every script, and nothing that TeX would act on', async () => {
    const text = await textOf(bibtexFormat, [hostileHolding()]);
    expect(text).toContain(
      'title = {={HYPERLINK}("https://evil.example","x"), \\textbraceleft{}50\\%\\textbraceright{} of \\$5 \\& ' +
        '\\textless{}script\\textgreater{}alert(1)\\textless{}/script\\textgreater{} ]]\\textgreater{} “日本” 😀}',
    );
    expect(text).toContain(
      'abstract = {He said: "no", שלום \\textbackslash{}end\\textbraceleft{}document\\textbraceright{}',
    );
    expect(text).toContain('url = {https://www.source.example/a?q=%7B1%7D&r=2#%7B}');
  });

  it('keeps its braces in pairs whatever it is given, and Citation.js reads its entries back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(nastyHolding, { maxLength: 3, selector: slugOf }), async (holdings) => {
        const text = await textOf(bibtexFormat, holdings);
        expect(deepestBrace(text)).toEqual({ lowest: 0, end: 0 });
        const read = parsed('@biblatex/text', text);
        expect(read.map(({ id }) => id)).toEqual(holdings.map(slugOf));
        for (const [at, { URL: address, issued, accessed }] of read.entries()) {
          const item = citationItem((holdings[at] as Holding).article);
          expect({ address, issued, accessed }).toEqual({
            address: item.URL,
            issued: item.issued,
            accessed: item.accessed,
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is read back by Citation.js with the words it was given', async () => {
    const headline = 'GPT-7 & “日本”: 50 % of $5 {and} #1_a';
    const [read] = parsed('@biblatex/text', await textOf(bibtexFormat, [aHolding({ headline })]));
    expect(String(read?.title).replace(/<\/?span[^>]*>/g, '')).toBe(headline);
    expect(read?.['container-title']).toBe('source.example');
  });
});

describe('RIS', () => {
  it('has whole addresses and ids, and both days', async () => {
    expect((await textOf(risFormat, [plain])).split('\r\n')).toEqual([
      'TY  - NEWS',
      'AB  - What it is about.',
      'ID  - a-first-article',
      'KW  - artificial-intelligence',
      'KW  - ai-policy',
      'LA  - en-US',
      'N1  - Read again.',
      'PY  - 2026',
      'T2  - source.example',
      'TI  - A first article',
      `UR  - ${URL_OF_STORY}`,
      'Y2  - 2026/11/03',
      'DA  - 2026/06/28',
      'ER  - ',
      '',
      '',
    ]);
  });

  it('has whole ids, which Citation.js would cut', async () => {
    const slug = 'a-slug-of-more-than-twenty-characters';
    expect(await textOf(risFormat, [aHolding({ slug })])).toContain(`ID  - ${slug}\r\n`);
  });

  it('has no line that a text began, and Citation.js reads its records back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(nastyHolding, { maxLength: 3, selector: slugOf }), async (holdings) => {
        const text = await textOf(risFormat, holdings);
        for (const line of text.split(/[\r\n]+/).filter(Boolean)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
        expect(text.split('\r\n').filter((line) => line.startsWith('TY  -'))).toHaveLength(holdings.length);
        const read = parsed('@ris/file', text);
        const wanted = holdings.map(({ article }) => citationItem(article));
        expect(read.map(({ URL: address }) => address)).toEqual(wanted.map((item) => item.URL));
      }),
      { numRuns: 100 },
    );
  });
});

function slugOf({ article }: Holding): string {
  return article.slug;
}

function parsed(form: string, text: string): readonly Partial<CitationItem>[] {
  return text === '' ? [] : plugins.input.chain(text, { forceType: form, generateGraph: false });
}

/** How far below zero the braces of `text` fall, and where they end; `\{` counts, as BibTeX counts it. */
function deepestBrace(text: string): { lowest: number; end: number } {
  let depth = 0;
  let lowest = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    lowest = Math.min(lowest, depth);
  }
  return { lowest, end: depth };
}
