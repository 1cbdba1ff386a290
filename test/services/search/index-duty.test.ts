import { expect, it } from 'vitest';
import { FLUSH_AT, MOST_SEGMENTS } from '../../../core/search/segment/merge-policy.ts';
import { nextDuty } from '../../../services/search/index-duty.ts';

const entry = (id: number) => ({ id, documents: 10, deleted: 0 });
const MANY = Array.from({ length: MOST_SEGMENTS + 1 }, (_, index) => entry(index + 1));
const IN_ORDER = { isForeign: false, waiting: FLUSH_AT - 1, entries: MANY.slice(1), missingAbove: null };

it('leaves an index alone that is in order', () => {
  expect(nextDuty(IN_ORDER)).toEqual({ kind: 'none' });
});

it('goes on with what is missing from where it was', () => {
  expect(nextDuty({ ...IN_ORDER, missingAbove: 70 })).toEqual({ kind: 'fill', above: 70 });
});

it('merges once nothing is missing, and before that only when segments are very many', () => {
  expect(nextDuty({ ...IN_ORDER, entries: MANY, missingAbove: 0 })).toMatchObject({ kind: 'fill' });
  expect(nextDuty({ ...IN_ORDER, entries: MANY })).toMatchObject({ kind: 'merge' });
  const many = Array.from({ length: 30 }, (_, index) => entry(index + 1));
  expect(nextDuty({ ...IN_ORDER, entries: many, missingAbove: 0 })).toMatchObject({ kind: 'merge' });
});

it('flushes before it merges, so that what waits in memory stays little', () => {
  expect(nextDuty({ ...IN_ORDER, entries: MANY, waiting: FLUSH_AT })).toEqual({ kind: 'flush' });
});

it('first of all makes an index anew that it cannot read', () => {
  expect(nextDuty({ isForeign: true, waiting: FLUSH_AT, entries: MANY, missingAbove: 0 })).toEqual({ kind: 'reset' });
});
