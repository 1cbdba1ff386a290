import { describe, expect, it } from 'vitest';
import { withHiddenShown, withoutControls, withoutHidden } from '../../../core/reading/hidden-characters.ts';

describe('hidden characters', () => {
  it('leave text without its controls, and with its line ends, tabs and joiners', () => {
    expect(withoutControls('a\u202eb\u2066c\u0000d\u0085\n\te')).toBe('abcd\n\te');
    expect(withoutControls('می\u200cخواهم 👩\u200d💻')).toBe('می\u200cخواهم 👩\u200d💻');
  });

  it('leave the text of a link also without what takes no room', () => {
    expect(withoutHidden('goo\u200bgle\u00ad.\ufeffcom\u{e0041}')).toBe('google.com');
  });

  it('are shown by code point in code', () => {
    expect(withHiddenShown('if\u202e(a)\u200b\n\tb')).toBe('if⟨U+202E⟩(a)⟨U+200B⟩\n\tb');
  });
});
