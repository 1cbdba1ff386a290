import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSameTag,
  LONGEST_TAG,
  spelledAsKnown,
  tagOf,
  tagRefusal,
  withoutTag,
  withTag,
} from '../../../core/library/tags.ts';

describe('a tag', () => {
  it('has no space around it and one between its words', () => {
    expect(tagOf('  to \n\t read ')).toBe('to read');
  });

  it('is refused with a reason: empty, too long, there already in another spelling', () => {
    expect(tagRefusal([], ' \n ')).toBe('empty');
    expect(tagRefusal([], '\u00ad')).toBe('empty');
    expect(tagRefusal([], 'x'.repeat(LONGEST_TAG + 1))).toBe('too-long');
    expect(tagRefusal([], '🦊'.repeat(LONGEST_TAG))).toBeNull();
    expect(tagRefusal(['Café'], ' CAFE ')).toBe('there-already');
    expect(tagRefusal(['café'], 'cafeteria')).toBeNull();
  });

  it('is added at the end and taken away by its very spelling', () => {
    expect(withTag(['a'], ' b ')).toEqual(['a', 'b']);
    expect(withoutTag(['a', 'B', 'c'], 'B')).toEqual(['a', 'c']);
    const tags = ['a', 'B'];
    expect(withTag(tags, 'A')).toBe(tags);
    expect(withoutTag(tags, 'b')).toBe(tags);
  });

  it('takes the spelling the library has already', () => {
    expect(spelledAsKnown(' ai ', ['AI policy', 'AI'])).toBe('AI');
    expect(spelledAsKnown('ai', ['AI', 'ai'])).toBe('ai');
    expect(spelledAsKnown(' new  one', ['AI'])).toBe('new one');
  });
});

const aText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.constantFrom('AI', 'ai', ' ai', 'Café', 'cafe'),
);

describe('tags, whatever is added and taken away', () => {
  it('are tidy, short enough, and no two of them the same to the eye', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(aText, fc.boolean()), { maxLength: 12 }), (steps) => {
        const start: readonly string[] = [];
        const tags = steps.reduce((own, [text, on]) => (on ? withTag(own, text) : withoutTag(own, text)), start);
        for (const [place, tag] of tags.entries()) {
          expect(tag).toBe(tagOf(tag));
          expect([...tag].length).toBeLessThanOrEqual(LONGEST_TAG);
          expect(tags.findIndex((other) => isSameTag(other, tag))).toBe(place);
        }
      }),
    );
  });

  it('are as before when one is added and taken away again', () => {
    fc.assert(
      fc.property(fc.array(aText), aText, (texts, text) => {
        const tags = texts.reduce<readonly string[]>(withTag, []);
        const added = withTag(tags, text);
        if (added !== tags) expect(withoutTag(added, text)).toEqual(tags);
      }),
    );
  });
});
