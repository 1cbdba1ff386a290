import { deleteDB, openDB } from 'idb';
import { expect, it, onTestFinished } from 'vitest';
import { keepLibrary } from '../../../services/safekeeping/keep-library.ts';
import { countArticles } from '../../../storage/read-articles.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { DATABASE_VERSION, UPGRADES } from '../../../storage/upgrades.ts';
import { aBundle } from '../../support/article-builders.ts';
import { FILLED, fillLibrary } from '../../support/kept-contents.ts';
import { type MemoryKeyed, memoryKeyed } from '../../support/memory-keyed.ts';
import { temporaryName } from '../../support/temporary-store.ts';

/** A library as a context opens it, and the states it has been in. */
function opened(name: string, keyed: MemoryKeyed) {
  const kept = keepLibrary({ keyed, locks: navigator.locks, now: () => 7, name });
  const states = [kept.safekeeping.state().kind];
  kept.safekeeping.subscribe(({ kind }) => {
    if (states.at(-1) !== kind) states.push(kind);
  });
  onTestFinished(async () => {
    await kept.store.close();
    await deleteDB(name);
  });
  return { ...kept, states };
}

it('is compared with its copy before it is ready', async () => {
  const { store, safekeeping, states } = opened(temporaryName(), memoryKeyed());
  await fillLibrary(store);
  expect(states).toEqual(['checking', 'ready']);
  expect(await safekeeping.copy()).toEqual({ articles: FILLED, setAside: [] });
  expect(await safekeeping.recovery()).toBeNull();
});

it('tells that it is being brought back, also to a context that waits for that, and keeps a note until it is put away', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const first = opened(name, keyed);
  await fillLibrary(first.store);
  await first.store.close();
  await deleteDB(name);
  const [one, other] = [opened(name, keyed), opened(name, keyed)];
  expect(await Promise.all([countArticles(one.store), countArticles(other.store)])).toEqual([FILLED, FILLED]);
  expect(one.states).toEqual(['checking', 'restoring', 'ready']);
  await expect.poll(() => other.states).toEqual(['checking', 'restoring', 'ready']);
  const note = { at: 7, restored: FILLED, expected: FILLED, missing: 0, areChangesLost: false, reason: 'empty' };
  expect([await one.safekeeping.recovery(), await other.safekeeping.recovery()]).toEqual([note, note]);
  await other.safekeeping.dismissRecovery();
  expect(await one.safekeeping.recovery()).toBeNull();
});

it('tells every context that an older page holds the database, whichever of them is the first to wait for it', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const older = await openDB(name, DATABASE_VERSION - 1, {
    upgrade(database, _oldVersion, _newVersion, transaction) {
      for (const step of UPGRADES.slice(0, DATABASE_VERSION - 1)) step(database as never, transaction as never);
    },
  });
  const first = opened(name, keyed);
  await expect.poll(() => first.states).toEqual(['checking', 'blocked']);
  const [second, third] = [opened(name, keyed), opened(name, keyed)];
  await expect.poll(() => [second.states, third.states]).toEqual(Array(2).fill(['checking', 'blocked']));
  older.close();
  await Promise.all([first, second, third].map(({ store }) => countArticles(store)));
  expect([first, second, third].map(({ states }) => states.at(-1))).toEqual(Array(3).fill('ready'));
});

it('tells what was lost with both copies, once', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const first = opened(name, keyed);
  await saveArticle(first.store, aBundle({ slug: 'first' }), 1);
  const early = new Map(keyed.values);
  await saveArticle(first.store, aBundle({ slug: 'last' }), 2);
  const root = await navigator.storage.getDirectory();
  onTestFinished(async () => {
    for (const file of [`${name}-witness`, `${name}-witness-loss`]) await root.removeEntry(file);
  });
  const seen = async () => (await root.getFileHandle(`${name}-witness`)).getFile().then((file) => file.text());
  await expect.poll(() => seen().catch(() => '')).toContain('"through":2');
  await first.store.close();
  await deleteDB(name);
  keyed.values.clear();
  for (const [key, value] of early) keyed.values.set(key, value);
  const again = opened(name, keyed);
  expect(await countArticles(again.store)).toBe(1);
  const note = { at: 7, restored: 1, expected: 2, missing: 1, areChangesLost: true, reason: 'empty' };
  expect(await again.safekeeping.recovery()).toEqual(note);
  keyed.values.delete('copy/recovery'); // It lay behind the tear, and the browser dropped it.
  expect(await again.safekeeping.recovery()).toEqual(note);
  await again.safekeeping.dismissRecovery();
  await again.store.close();
  const last = opened(name, keyed);
  expect(await countArticles(last.store)).toBe(1);
  expect(await last.safekeeping.recovery()).toBeNull();
});

it('says that a newer version took over, and from then on nothing else', async () => {
  const name = temporaryName();
  const { store, states, safekeeping } = opened(name, memoryKeyed());
  await countArticles(store);
  const newer = await openDB(name, DATABASE_VERSION + 1);
  newer.close();
  await expect(countArticles(store)).rejects.toThrow();
  expect(states).toEqual(['checking', 'ready', 'superseded']);
  expect(safekeeping.state()).toEqual({ kind: 'superseded' });
});

it('says why it could not be opened', async () => {
  const name = temporaryName();
  const newer = await openDB(name, DATABASE_VERSION + 1);
  newer.close();
  const { store, safekeeping } = opened(name, memoryKeyed());
  expect(await saveArticle(store, aBundle(), 1)).toMatchObject({ ok: false, problem: { kind: 'database-newer' } });
  expect(safekeeping.state()).toMatchObject({ kind: 'failed', problem: { kind: 'database-newer' } });
});
