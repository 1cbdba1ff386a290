import { deleteDB, openDB } from 'idb';
import { expect, it, onTestFinished } from 'vitest';
import { connectLibrary } from '../../storage/database.ts';
import { namesOf, OPENING, type OpenEvents } from '../../storage/open-database.ts';
import { countArticles } from '../../storage/read-articles.ts';
import { saveArticle } from '../../storage/save-article.ts';
import { readRecovery } from '../../storage/second-copy/recovery-log.ts';
import { storageProblem } from '../../storage/storage-problem.ts';
import { DATABASE_VERSION } from '../../storage/upgrades.ts';
import { aBundle } from '../support/article-builders.ts';
import { guardedStore } from '../support/guarded-store.ts';
import { contentsOf, FILLED, fillLibrary } from '../support/kept-contents.ts';
import { memoryKeyed } from '../support/memory-keyed.ts';
import { temporaryName } from '../support/temporary-store.ts';

const broken = (): never => {
  throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
};

/** A connection whose first `failures` tries to open fail, and how long it waited between them. */
function connectedAfter(failures: number, name = temporaryName()) {
  const pauses: number[] = [];
  let tries = 0;
  const opening = {
    async open(opened: string, events: OpenEvents) {
      tries += 1;
      return tries > failures ? OPENING.open(opened, events) : broken();
    },
    async pause(milliseconds: number) {
      pauses.push(milliseconds);
    },
  };
  const connection = connectLibrary({}, name, { opening });
  onTestFinished(async () => {
    await connection.close();
    await deleteDB(name);
  });
  return { connection, pauses };
}

it.each([0, 1, 4])('opens a database that fails %i times, with longer and longer pauses', async (failures) => {
  const { connection, pauses } = connectedAfter(failures);
  expect((await connection.database()).version).toBe(DATABASE_VERSION);
  expect(pauses).toEqual([50, 100, 200, 400].slice(0, failures));
});

it('gives up after five tries, and begins anew when it is asked again', async () => {
  const { connection, pauses } = connectedAfter(5);
  await expect(connection.database()).rejects.toThrow('backing store');
  expect(pauses).toHaveLength(4);
  expect((await connection.database()).version).toBe(DATABASE_VERSION);
});

it('sets a database aside that cannot be opened, and brings the library back into one beside it', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const first = guardedStore(name, keyed);
  await fillLibrary(first);
  const held = await contentsOf(first);
  await first.close();
  const isBroken = (opened: string) => opened === name && broken();
  const store = guardedStore(name, keyed, { beforeOpening: isBroken });
  expect(await contentsOf(store)).toEqual(held);
  expect(await readRecovery(keyed)).toMatchObject({ reason: 'unreadable', restored: FILLED });
  expect(await namesOf(name)).toMatchObject({ inUse: `${name}-2`, setAside: [name] });
  expect((await saveArticle(store, aBundle(), 9)).ok).toBe(true);
  // Every other context finds it, also one that knows nothing of a second copy; what was set aside is untouched.
  const other = connectLibrary({}, name);
  expect(await (await other.database()).count('articles')).toBe(FILLED + 1);
  await other.close();
  const aside = await openDB(name);
  expect(await aside.count('articles')).toBe(FILLED);
  aside.close();
});

it('says what happened, and sets nothing aside, where another database cannot be opened either', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const first = guardedStore(name, keyed);
  await fillLibrary(first);
  await first.close();
  const tried: string[] = [];
  const store = guardedStore(name, keyed, {
    beforeOpening(opened) {
      tried.push(opened);
      broken();
    },
  });
  const thrown = await countArticles(store).catch(storageProblem);
  expect(thrown).toMatchObject({ kind: 'storage-failed' });
  expect(tried).toEqual([...Array(5).fill(name), `${name}-2`]);
  expect(await countArticles(guardedStore(name, keyed))).toBe(FILLED);
});

it('sets nothing aside where there is no second copy to fill another one from', async () => {
  const [name, tried] = [temporaryName(), new Set<string>()];
  const store = guardedStore(name, memoryKeyed(), {
    beforeOpening(opened) {
      tried.add(opened);
      broken();
    },
  });
  await expect(countArticles(store)).rejects.toThrow();
  expect([...tried]).toEqual([name]);
});

it('never sets aside, tries again or deletes what a newer version of the product wrote', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const first = guardedStore(name, keyed);
  await fillLibrary(first);
  await first.close();
  const newer = await openDB(name, DATABASE_VERSION + 1);
  newer.close();
  const tried: string[] = [];
  const store = guardedStore(name, keyed, { beforeOpening: (opened) => tried.push(opened) });
  expect(await countArticles(store).catch(storageProblem)).toMatchObject({ kind: 'database-newer' });
  expect(tried).toEqual([name]);
  expect(await namesOf(name)).toMatchObject({ inUse: name, setAside: [] });
});
