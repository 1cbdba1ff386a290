import { describe, expect, it } from 'vitest';
import { createBudget, GREATEST_GROWTH, MOST_NODES } from '../../../core/reading/budget.ts';

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

  it('lets a short text be a text', () => {
    expect(createBudget(1).spend(500)).toBe(true);
  });
});
