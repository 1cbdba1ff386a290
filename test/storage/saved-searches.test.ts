import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SavedSearchRecord } from '../../core/library/records.ts';
import { lookAtSearch, readSearches, removeSearch, renameSearch, saveSearch } from '../../storage/saved-searches.ts';
import { temporaryName, temporaryStore } from '../support/temporary-store.ts';

function aSearch(change: Partial<SavedSearchRecord> = {}): SavedSearchRecord {
  return { name: 'Chips', query: 'topic:chips ', sort: 'relevance', createdAt: 1, seenThrough: 0, ...change };
}

const done = { ok: true, value: 'done' };

it('keeps searches, the oldest first, for every context', async () => {
  const name = temporaryName();
  const store = temporaryStore(name);
  await saveSearch(store, aSearch({ name: 'B', createdAt: 1 }));
  await saveSearch(store, aSearch({ name: 'A', createdAt: 2, sort: 'published' }));
  expect(await readSearches(temporaryStore(name))).toEqual([
    aSearch({ name: 'B', createdAt: 1 }),
    aSearch({ name: 'A', createdAt: 2, sort: 'published' }),
  ]);
});

it('gives a name once, in whatever spelling', async () => {
  const store = temporaryStore();
  expect(await saveSearch(store, aSearch({ name: 'Café' }))).toEqual(done);
  expect(await saveSearch(store, aSearch({ name: 'CAFE', query: 'other ' }))).toEqual({
    ok: true,
    value: 'name-taken',
  });
  expect((await readSearches(store)).map(({ query }) => query)).toEqual(['topic:chips ']);
});

it('renames, to its own name in another spelling too, but never over another search', async () => {
  const store = temporaryStore();
  await saveSearch(store, aSearch({ name: 'one', seenThrough: 5 }));
  await saveSearch(store, aSearch({ name: 'two', createdAt: 2 }));
  expect(await renameSearch(store, 'one', 'Two')).toEqual({ ok: true, value: 'name-taken' });
  expect(await renameSearch(store, 'three', 'four')).toEqual({ ok: true, value: 'absent' });
  expect(await renameSearch(store, 'one', 'ONE')).toEqual(done);
  expect(await readSearches(store)).toEqual([
    aSearch({ name: 'ONE', seenThrough: 5 }),
    aSearch({ name: 'two', createdAt: 2 }),
  ]);
});

it('removes, and what was removed can be kept again as it was', async () => {
  const store = temporaryStore();
  const search = aSearch({ seenThrough: 7 });
  await saveSearch(store, search);
  expect(await removeSearch(store, 'Chips')).toEqual({ ok: true, value: search });
  expect(await removeSearch(store, 'Chips')).toEqual({ ok: true, value: null });
  expect(await readSearches(store)).toEqual([]);
  await saveSearch(store, search);
  expect(await readSearches(store)).toEqual([search]);
});

it('remembers the latest look, whichever came last', async () => {
  const store = temporaryStore();
  await saveSearch(store, aSearch());
  expect(await lookAtSearch(store, 'Chips', 9)).toEqual(done);
  expect(await lookAtSearch(store, 'Chips', 4)).toEqual(done);
  expect(await lookAtSearch(store, 'None', 4)).toEqual({ ok: true, value: 'absent' });
  expect(await readSearches(store)).toEqual([aSearch({ seenThrough: 9 })]);
});

it('gives a name to one of two that ask at once', async () => {
  const name = temporaryName();
  const stores = [temporaryStore(name), temporaryStore(name)];
  const outcomes = await Promise.all(stores.map((store) => saveSearch(store, aSearch())));
  expect(outcomes.map((outcome) => outcome.ok && outcome.value).sort()).toEqual(['done', 'name-taken']);
});

it('says so when the database cannot be written', async () => {
  const store = temporaryStore();
  const broken = { ...store, writeBeside: () => Promise.reject(new DOMException('', 'QuotaExceededError')) };
  expect(await saveSearch(broken, aSearch())).toMatchObject({ ok: false, problem: { kind: 'disk-full' } });
});

it('agrees with a plain list whatever is done in whatever order', async () => {
  const names = fc.constantFrom('a', 'A', 'b', 'c');
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('save' as const), name: names }),
      fc.record({ kind: fc.constant('rename' as const), name: names, to: names }),
      fc.record({ kind: fc.constant('remove' as const), name: names }),
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const store = temporaryStore();
      let model: string[] = [];
      const isTaken = (name: string, but?: string) =>
        model.some((held) => held !== but && held.toLowerCase() === name.toLowerCase());
      for (const step of list) {
        if (step.kind === 'save') {
          await saveSearch(store, aSearch({ name: step.name }));
          if (!isTaken(step.name)) model.push(step.name);
        } else if (step.kind === 'remove') {
          await removeSearch(store, step.name);
          model = model.filter((held) => held !== step.name);
        } else {
          await renameSearch(store, step.name, step.to);
          if (model.includes(step.name) && !isTaken(step.to, step.name)) {
            model = model.map((held) => (held === step.name ? step.to : held));
          }
        }
      }
      expect((await readSearches(store)).map(({ name }) => name).sort()).toEqual(model.sort());
    }),
    { numRuns: 25 },
  );
});
