import { removeArticle, restoreArticle } from '../../storage/bin.ts';
import { changeOwnData } from '../../storage/own-data.ts';
import { putInQueue } from '../../storage/queue.ts';
import { saveArticle } from '../../storage/save-article.ts';
import { saveSearch } from '../../storage/saved-searches.ts';
import type { Store } from '../../storage/store.ts';
import { aBundle } from './article-builders.ts';

const KEPT = ['articles', 'bodies', 'originals', 'revisions', 'bin', 'redirects', 'queue', 'searches'] as const;

/** Everything of a library that a person would miss, by object store. */
export function contentsOf(store: Store): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return store.read(async (database) =>
    Object.fromEntries(await Promise.all(KEPT.map(async (name) => [name, await database.getAll(name)]))),
  );
}

/** How many articles `fillLibrary` leaves in the library. */
export const FILLED = 4;

/** Makes a library with something of everything, as the product makes it. */
export async function fillLibrary(store: Store): Promise<void> {
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
