import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageDescription, readPageRequest, readTabNotice } from '../../core/protocol.ts';

describe('messages', () => {
  it('are read when they are well formed', () => {
    expect(readPageRequest({ type: 'save-tab', tabId: 7 })).toEqual({ type: 'save-tab', tabId: 7 });
    expect(readPageRequest({ type: 'refresh-article', slug: 'a-b' })).toEqual({ type: 'refresh-article', slug: 'a-b' });
    expect(readTabNotice({ type: 'article-shown', dateModified: null })).toEqual({
      type: 'article-shown',
      dateModified: null,
    });
    expect(readTabNotice({ type: 'article-left' })).toEqual({ type: 'article-left' });
  });

  it('are refused when a part is missing or of the wrong kind', () => {
    expect(readPageRequest({ type: 'save-tab', tabId: '7' })).toBeNull();
    expect(readPageRequest({ type: 'refresh-article', slug: '../etc' })).toBeNull();
    expect(readTabNotice({ type: 'article-shown' })).toBeNull();
    expect(readTabNotice({ type: 'article-shown', dateModified: 'x'.repeat(65) })).toBeNull();
    expect(readTabNotice({ type: 'save-tab', tabId: 7 })).toBeNull();
  });

  it('never carry an address: whatever else is in a message is left behind', () => {
    fc.assert(
      fc.property(fc.constantFrom('save-tab', 'refresh-article'), fc.webUrl(), (type, address) => {
        const read = readPageRequest({ type, tabId: 1, slug: 'a', url: address, address, href: address });
        expect(JSON.stringify(read)).not.toContain('://');
        expect(readPageRequest({ type: 'refresh-article', slug: address })).toBeNull();
      }),
    );
  });

  it('never throw, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        readPageRequest(message);
        readTabNotice(message);
        readPageDescription(message);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a page’s description of itself', () => {
  it('is cut and thinned to its bounds', () => {
    const described = readPageDescription({
      headline: 'h'.repeat(5_000),
      structured: [...Array.from({ length: 30 }, () => '{}'), 7, 'x'.repeat(2_000_000)],
    });
    expect(described?.headline).toHaveLength(1_000);
    expect(described?.structured).toHaveLength(20);
  });

  it('drops a block that is too long and keeps its neighbours', () => {
    const structured = ['{"a":1}', 'x'.repeat(2_000_000), '{"b":2}'];
    expect(readPageDescription({ headline: '', structured })?.structured).toEqual(['{"a":1}', '{"b":2}']);
  });
});
