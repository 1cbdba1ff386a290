import { expect, test } from 'vitest';
import type { ValueSource } from '../../../components/library/value-source.ts';
import { createValueTail } from '../../../components/library/value-tail.ts';
import type { FacetPage } from '../../../core/library/search.ts';

/** A source of `total` values named after `name`, which notes the pages it was asked for. */
function sourceOf(name: string, total: number) {
  const asked: (readonly [number, number])[] = [];
  const source: ValueSource = async (_, from, to) => {
    asked.push([from, to]);
    const length = Math.max(0, Math.min(to, total) - from);
    return { values: Array.from({ length }, (_, place) => ({ value: `${name} ${from + place}`, count: 1 })), total };
  };
  return { source, asked };
}

test('pages are fetched when they are looked at, once each', async () => {
  const tail = createValueTail();
  const { source, asked } = sourceOf('a', 1000);
  tail.ask(source, '');
  await expect.poll(() => tail.shown.value?.at(0)?.value).toBe('a 0');
  tail.need(395, 420);
  tail.need(398, 423);
  await expect.poll(() => tail.shown.value?.at(422)?.value).toBe('a 422');
  expect(tail.shown.value?.rankOf('a 399')).toBe(399);
  expect(tail.shown.value?.rankOf('a 999')).toBe(-1);
  expect(asked).toEqual([
    [0, 100],
    [300, 400],
    [400, 500],
  ]);
});

test('an answer that comes late is not shown over a newer one', async () => {
  const tail = createValueTail();
  const late = Promise.withResolvers<FacetPage>();
  tail.ask(() => late.promise, '');
  tail.ask(sourceOf('new', 3).source, '');
  await expect.poll(() => tail.shown.value?.total).toBe(3);
  late.resolve({ values: [{ value: 'old', count: 1 }], total: 1 });
  await late.promise;
  await Promise.resolve();
  expect(tail.shown.value?.at(0)?.value).toBe('new 0');
});

test('what a closed answer had stays on show until the next one is asked', async () => {
  const tail = createValueTail();
  tail.ask(sourceOf('first', 3).source, '');
  await expect.poll(() => tail.shown.value?.total).toBe(3);
  tail.ask(() => Promise.reject(new RangeError('closed')), '');
  await Promise.resolve();
  expect(tail.shown.value?.at(0)?.value).toBe('first 0');
  tail.ask(sourceOf('next', 2).source, '');
  await expect.poll(() => tail.shown.value?.at(0)?.value).toBe('next 0');
});

test('another answer is read where the list stands, other words from the top', async () => {
  const tail = createValueTail();
  tail.ask(sourceOf('a', 1000).source, '');
  tail.need(510, 520);
  const next = sourceOf('b', 1000);
  tail.ask(next.source, '');
  expect(next.asked).toEqual([
    [0, 100],
    [500, 600],
  ]);
  const named = sourceOf('c', 1000);
  tail.ask(named.source, 'c');
  expect(named.asked).toEqual([[0, 100]]);
});
