import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../core/reading/plain-text.ts';
import { nodesOf, textOf } from './walk.ts';

const visible = (text: string) => text.replaceAll(/[\p{Cc}\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

describe('parseText', () => {
  it('parts paragraphs at empty lines and keeps line ends within them', () => {
    expect(parseText('one\ntwo\r\n\r\n \t\nthree').blocks).toEqual([
      {
        kind: 'paragraph',
        tight: false,
        content: [{ kind: 'text', text: 'one' }, { kind: 'break' }, { kind: 'text', text: 'two' }],
      },
      { kind: 'paragraph', tight: false, content: [{ kind: 'text', text: 'three' }] },
    ]);
  });

  it('reads no markup', () => {
    expect(parseText('# *a* [b](https://example.com)').blocks).toEqual([
      { kind: 'paragraph', tight: false, content: [{ kind: 'text', text: '# *a* [b](https://example.com)' }] },
    ]);
  });

  it('keeps every visible character, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tree = parseText(text);
        expect(visible(textOf(tree))).toBe(visible(text));
        expect(tree.truncated).toBe(false);
      }),
    );
  });

  it('is bounded and says so', () => {
    const tree = parseText('a\n\n'.repeat(200_000));
    expect(tree.truncated).toBe(true);
    expect(nodesOf(tree).length).toBeLessThanOrEqual(50_000);
  });
});
