import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CitationItem } from '../../../core/formats/citations/citation-item.ts';
import {
  CITATION_STYLES,
  type CitationStyle,
  formatCitation,
} from '../../../core/formats/citations/citation-styles.ts';
import { titleCased } from '../../../core/formats/citations/title-case.ts';

const ITEM: CitationItem = {
  id: 'slug',
  type: 'article-newspaper',
  title: 'OpenAI releases a “new” model: what it means for the rest of us',
  'container-title': 'dev.to',
  URL: 'https://dev.to/story/1',
  issued: { 'date-parts': [[2026, 6, 28]] },
  accessed: { 'date-parts': [[2026, 11, 3]] },
  language: 'en',
};
const { issued: _, ...UNDATED } = ITEM;

function lineOf(item: CitationItem, style: CitationStyle): string {
  return formatCitation(item, style)
    .map(({ text }) => text)
    .join('');
}

/** What citeproc makes of `item`, without the number of numbered styles. */
function byCiteproc(item: CitationItem, template: 'apa' | 'vancouver'): string {
  const text = plugins.output.format('bibliography', [item], { format: 'text', template, lang: 'en-US' });
  return String(text)
    .replace(/^1\. ?/, '')
    .trim();
}

// What citeproc 2.4.63 makes of the same items with the published CSL styles, but for hosts, which it gives capitals.
const DATED: readonly (readonly [CitationStyle, string])[] = [
  [
    'apa',
    'OpenAI releases a “new” model: what it means for the rest of us. (2026, June 28). dev.to. https://dev.to/story/1',
  ],
  [
    'mla',
    '“OpenAI Releases a ‘New’ Model: What It Means for the Rest of Us.” dev.to, 28 June 2026, https://dev.to/story/1.',
  ],
  [
    'chicago',
    'dev.to. “OpenAI Releases a ‘New’ Model: What It Means for the Rest of Us.” June 28, 2026. https://dev.to/story/1.',
  ],
  [
    'harvard',
    'dev.to (2026) ‘OpenAI releases a “new” model: what it means for the rest of us’, 28 June. Available at: https://dev.to/story/1 (Accessed: 3 November 2026).',
  ],
  [
    'ieee',
    '“OpenAI releases a ‘new’ model: what it means for the rest of us,” dev.to, Jun. 28, 2026. Accessed: Nov. 03, 2026. [Online]. Available: https://dev.to/story/1',
  ],
  [
    'vancouver',
    'OpenAI releases a “new” model: what it means for the rest of us. dev.to [Internet]. 2026 Jun 28 [cited 2026 Nov 3]. Available from: https://dev.to/story/1',
  ],
];

const WITHOUT_DATE: readonly (readonly [CitationStyle, string])[] = [
  ['apa', 'Is it safe? (n.d.). dev.to. Retrieved November 3, 2026, from https://dev.to/story/1'],
  ['mla', '“Is It Safe?” dev.to, https://dev.to/story/1. Accessed 3 Nov. 2026.'],
  ['chicago', 'dev.to. “Is It Safe?” Accessed November 3, 2026. https://dev.to/story/1.'],
  ['harvard', 'dev.to (no date) ‘Is it safe?’. Available at: https://dev.to/story/1 (Accessed: 3 November 2026).'],
  ['ieee', '“Is it safe?,” dev.to. Accessed: Nov. 03, 2026. [Online]. Available: https://dev.to/story/1'],
  ['vancouver', 'Is it safe? dev.to [Internet]. [cited 2026 Nov 3]. Available from: https://dev.to/story/1'],
];

describe('a formatted citation', () => {
  it.each(DATED)('in %s is %s', (style, line) => {
    expect(lineOf(ITEM, style)).toBe(line);
  });

  it.each(WITHOUT_DATE)('of an article without a date in %s is %s', (style, line) => {
    expect(lineOf({ ...UNDATED, title: 'Is it safe?' }, style)).toBe(line);
  });

  it('sets the place in italics, but not in Vancouver', () => {
    const italics = CITATION_STYLES.map((style) => formatCitation(ITEM, style).filter(({ isItalic }) => isItalic));
    const place = [{ text: 'dev.to', isItalic: true }];
    expect(italics).toEqual([place, place, place, place, place, []]);
  });

  it('takes the full stop from the end of a title, but not that of an abbreviation', () => {
    expect(lineOf({ ...ITEM, title: 'It is so.' }, 'ieee')).toContain('“It is so,” dev.to');
    expect(lineOf({ ...ITEM, title: 'Made in the U.S.' }, 'ieee')).toContain('“Made in the U.S.,” dev.to');
  });

  it('keeps the capitals of a title that is not English', () => {
    const item = { ...ITEM, title: 'Was das für uns heißt', language: 'de' };
    expect(lineOf(item, 'mla')).toBe('“Was das für uns heißt.” dev.to, 28 June 2026, https://dev.to/story/1.');
  });

  it('is what citeproc makes of it, in the styles that come with Citation.js', () => {
    const words = fc.constantFrom(
      'AI',
      'agents',
      'a',
      'the',
      'GPT-7',
      'of',
      'new:',
      '“safe”',
      'Model',
      '日本',
      'iPhone',
      '50%',
    );
    const day = fc.tuple(
      fc.integer({ min: 1950, max: 2030 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    const date = day.map((parts) => ({ 'date-parts': [parts] as const }));
    const items = fc
      .record({
        title: fc.tuple(fc.array(words, { minLength: 1, maxLength: 8 }), fc.constantFrom('end', 'end?', 'end!')),
        issued: fc.option(date),
        accessed: date,
      })
      .map(({ title: [some, last], issued, accessed }): CitationItem => {
        const title = [...some, last].join(' ');
        // Another language keeps citeproc from giving the host capitals.
        return { ...UNDATED, title, accessed, language: 'de', ...(issued !== null && { issued }) };
      });
    fc.assert(
      fc.property(items, fc.constantFrom('apa', 'vancouver'), (item, style) => {
        expect(lineOf(item, style)).toBe(byCiteproc(item, style));
      }),
      { numRuns: 20 },
    );
  });
});

describe('an English title with capitals', () => {
  it.each([
    ['the state-of-the-art in AI', 'The State-of-the-Art in AI'],
    ['what to do: a guide to iPhone repair', 'What to Do: A Guide to iPhone Repair'],
    ['Not so fast. an update', 'Not so Fast. An Update'],
    ['things to look at', 'Things to Look At'],
    ['“open” (but closed) @name 3d', '“Open” (but Closed) @name 3d'],
  ])('of %j is %j', (title, cased) => {
    expect(titleCased(title)).toBe(cased);
  });
});
