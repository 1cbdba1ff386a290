import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicLabel } from '../../../core/library/topic-label.ts';

describe('topicLabel', () => {
  it.each([
    ['artificial-intelligence', 'Artificial intelligence'],
    ['ai-policy', 'AI policy'],
    ['ai-safety', 'AI safety'],
    ['open-source-llms', 'Open source LLMs'],
    ['gpu', 'GPU'],
    ['policy-eu', 'Policy EU'],
    ['constructor', 'Constructor'],
    ['élysée', 'Élysée'],
    ['web3-2026', 'Web3 2026'],
    ['', ''],
  ])('labels %s as %s', (slug, label) => {
    expect(topicLabel(slug)).toBe(label);
  });

  it('changes nothing but case and hyphens', () => {
    const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    fc.assert(
      fc.property(slug, (text) => {
        expect(topicLabel(text).toLowerCase().replaceAll(' ', '-')).toBe(text);
      }),
    );
  });
});
