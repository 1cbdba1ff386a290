import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyCitation } from '../../services/copy-citation.ts';

const RUNS = [
  { text: 'Is 1 < 2? ', isItalic: false },
  { text: 'a&b.example', isItalic: true },
];

afterEach(() => {
  vi.restoreAllMocks();
});

describe('copying a citation', () => {
  it('gives the clipboard plain text, and markup with italics where nothing else is markup', async () => {
    const items: ClipboardItem[] = [];
    vi.spyOn(navigator.clipboard, 'write').mockImplementation(async (written) => {
      items.push(...written);
    });
    expect(await copyCitation(RUNS)).toBe(true);
    const [item] = items;
    expect(await (await item?.getType('text/plain'))?.text()).toBe('Is 1 < 2? a&b.example');
    expect(await (await item?.getType('text/html'))?.text()).toBe('Is 1 &lt; 2? <i>a&amp;b.example</i>');
  });

  it('says when the browser refuses', async () => {
    vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    expect(await copyCitation(RUNS)).toBe(false);
  });
});
