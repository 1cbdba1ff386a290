import { expect, it } from 'vitest';
import { removeArticle, restoreArticle } from '../../../storage/bin.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { putInQueue } from '../../../storage/queue.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { saveSearch } from '../../../storage/saved-searches.ts';
import { readRecovery } from '../../../storage/second-copy/recovery-log.ts';
import type { Store } from '../../../storage/store.ts';
import { aBundle } from '../../support/article-builders.ts';
import { guardedStore, loseDatabase } from '../../support/guarded-store.ts';
import { memoryKeyed } from '../../support/memory-keyed.ts';
import { temporaryName } from '../../support/temporary-store.ts';

const KEPT = ['articles', 'bodies', 'originals', 'revisions', 'bin', 'redirects', 'queue', 'searches'] as const;

/** Everything a person would miss. */
function contents(store: Store): Promise<unknown> {
  return store.read(async (database) =>
    Object.fromEntries(await Promise.all(KEPT.map(async (name) => [name, await database.getAll(name)]))),
  );
}

/** A library with something of everything. */
async function fill(store: Store): Promise<void> {
  const save = (slug: string, headline = slug) => saveArticle(store, aBundle({ slug, headline }), 1);
  await save('kept');
  await save('revised', 'At first');
  await save('revised', 'Corrected');
  await save('removed');
  await save('came-back');
  await save('old-name');
  await changeOwnData(store, 'kept', 2, (own) => ({ ...own, tags: ['läser'], note: 'Mine', readAt: 2 }));
  await removeArticle(store, 'removed', 3);
  await removeArticle(store, 'came-back', 3);
  await restoreArticle(store, 'came-back', 4);
  await saveArticle(store, { ...aBundle({ slug: 'new-name' }), askedFor: 'old-name' }, 5);
  const problem = { kind: 'offline' } as const;
  await putInQueue(store, { slug: 'waits', queuedAt: 6, attempts: 1, notBefore: 9, problem }, 6);
  await saveSearch(store, { name: 'Größe', query: 'chips', sort: 'saved', createdAt: 7, seenThrough: 2 });
}

it('brings back everything after the database was lost, and notes it', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await fill(store);
  const before = await contents(store);
  await store.close();
  await loseDatabase(name);
  const again = guardedStore(name, keyed);
  expect(await contents(again)).toEqual(before);
  expect(await readRecovery(keyed)).toEqual({
    at: 1_000,
    restored: 4,
    expected: 4,
    reason: 'empty',
    isUnderWay: false,
  });
});
