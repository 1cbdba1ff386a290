import { describe, expect, it } from 'vitest';
import { CODE_WEIGHT, createBudget, GREATEST_GROWTH, MOST_NODES, TABLE_WEIGHT } from '../../../core/reading/budget.ts';
import { parseMarkdown } from '../../../core/reading/markdown.ts';

describe('createBudget', () => {
  it('refuses what would grow the input more than fifty-fold, and everything after', () => {
    const budget = createBudget(1000);
    expect(budget.spend(1000 * GREATEST_GROWTH)).toBe(true);
    expect(budget.isExceeded).toBe(false);
    expect(budget.spend(3000)).toBe(false);
    expect(budget.spend(0)).toBe(false);
    expect(budget.isExceeded).toBe(true);
  });

  it('refuses more nodes than a page can hold, however long the input', () => {
    const budget = createBudget(10_000_000);
    for (let node = 0; node < MOST_NODES; node += 1) expect(budget.spend(1)).toBe(true);
    expect(budget.spend(1)).toBe(false);
  });

  it('lets a node that is heavy to draw count for several', () => {
    const budget = createBudget(10_000_000);
    for (let block = 0; block < MOST_NODES / CODE_WEIGHT; block += 1) expect(budget.spend(1, CODE_WEIGHT)).toBe(true);
    expect(budget.spend(1)).toBe(false);
  });

  it.each([
    ['code blocks', '```\n```\n', CODE_WEIGHT],
    ['tables', 'a|b\n-|-\n\n', TABLE_WEIGHT],
  ])('is spent faster by %s than by paragraphs', (_, source, weight) => {
    const { blocks, truncated } = parseMarkdown(source.repeat(60_000), null);
    expect(truncated).toBe(true);
    expect(blocks.length).toBeLessThanOrEqual(MOST_NODES / weight);
  });

  it('lets a short text be a text', () => {
    expect(createBudget(1).spend(500)).toBe(true);
  });
});
