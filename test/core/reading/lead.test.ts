import { describe, expect, it } from 'vitest';
import { repeatsDescription, withoutHeadline } from '../../../core/reading/lead.ts';
import { parseMarkdown } from '../../../core/reading/markdown.ts';
import { textOf } from './walk.ts';

const tree = (markdown: string) => parseMarkdown(markdown, null);

describe('withoutHeadline', () => {
  it.each(['# Bahia Cocoa Review\n\nText', '## BAHIA  cocoa *review*\n\nText', 'Bahia Cocoa Review\n===\n\nText'])(
    'drops the heading of %j',
    (markdown) => {
      expect(textOf(withoutHeadline(tree(markdown), 'BAHIA COCOA REVIEW'))).toBe('Text');
    },
  );

  it.each(['# Another\n\nText', 'Text\n\n# Headline', 'Headline', ''])('keeps all of %j', (markdown) => {
    expect(withoutHeadline(tree(markdown), 'Headline')).toEqual(tree(markdown));
  });
});

describe('repeatsDescription', () => {
  it('sees a first paragraph that begins with the description, whatever its markup', () => {
    expect(repeatsDescription(tree('It *rained*  on Monday. And then more.'), 'It rained on Monday.')).toBe(true);
  });

  it.each(['Before. It rained.', '# It rained.', '> It rained.', ''])('does not see it in %j', (markdown) => {
    expect(repeatsDescription(tree(markdown), 'It rained.')).toBe(false);
  });
});
