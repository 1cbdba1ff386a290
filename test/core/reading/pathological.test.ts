import { describe, expect, it } from 'vitest';
import { GREATEST_GROWTH, MOST_NODES } from '../../../core/reading/budget.ts';
import { parseMarkdown } from '../../../core/reading/markdown.ts';
import { PATHOLOGICAL } from './pathological.ts';
import { measured } from './walk.ts';

/** Of processor time, so that a busy machine does not fail the test. */
const SLOWEST_MS = 2000;
const BASE = `https://example.com/${'long/'.repeat(100)}`;

describe('parseMarkdown on inputs made to break parsers', () => {
  it.each([...PATHOLOGICAL])('is quick and bounded on %s', (_, markdown) => {
    const before = process.cpuUsage();
    const tree = parseMarkdown(markdown, BASE);
    const { user, system } = process.cpuUsage(before);
    const { nodes, depth } = measured(tree);
    const size = JSON.stringify(tree).length;
    expect((user + system) / 1000).toBeLessThan(SLOWEST_MS);
    expect(nodes).toBeLessThanOrEqual(MOST_NODES);
    expect(depth).toBeLessThanOrEqual(64);
    expect(size).toBeLessThanOrEqual(GREATEST_GROWTH * markdown.length + 2000);
    expect(size).toBeLessThanOrEqual(20_000_000);
  });
});
