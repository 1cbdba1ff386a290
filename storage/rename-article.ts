import { uniteOwnData } from '../core/library/own-data-union.ts';
import type { ArticleRecord } from '../core/library/records.ts';
import { haveSameWords } from './own-data.ts';
import { putRemoved, putWords, putWordsAgain } from './pending.ts';
import { keysOf } from './read-articles.ts';
import { dropRedirect, putRedirect } from './redirects.ts';
import type { Write } from './store.ts';

/**
 * The site renamed an article that is in the library. It is one article still: everything under the old slug moves to
 * the new one, and with it the place in the list and the reader's own data.
 */

/** Moves what is saved under `from` to `to`; where `to` is saved as well, only own data, revisions and redirects go over. */
export async function moveRenamed(write: Write, from: string, to: string): Promise<void> {
  const { transaction } = write;
  const [old, body, known] = await Promise.all([
    transaction.objectStore('articles').get(from),
    transaction.objectStore('bodies').get(from),
    transaction.objectStore('articles').get(to),
  ]);
  if (old === undefined) return;
  const removal = await write.record('remove', from, old.order);
  await Promise.all([
    transaction.objectStore('articles').delete(from),
    transaction.objectStore('bodies').delete(from),
    transaction.objectStore('originals').delete(keysOf(from)),
    moveRevisions(write, from, to),
    moveRedirects(write, from, to),
  ]);
  if (known !== undefined) return joinInto(write, known, old, removal);
  const sequence = await write.record('save', to, old.order);
  const renamed = { ...old, slug: to };
  await transaction.objectStore('articles').put(renamed);
  if (body !== undefined) await transaction.objectStore('bodies').put({ ...body, slug: to });
  // Its words are the same, but whoever is reading its body under the old slug right now will not find one.
  await putWords(write, sequence, renamed, body);
}

/** What the reader did with the article under its old slug joins what they did with it under the new one. */
async function joinInto(write: Write, known: ArticleRecord, old: ArticleRecord, removal: number): Promise<void> {
  const joined = { ...known, own: uniteOwnData(old.own, known.own) };
  await putRemoved(write, removal, old.order);
  const sequence = await write.record('own', known.slug, known.order);
  await write.transaction.objectStore('articles').put(joined);
  if (!haveSameWords(known.own, joined.own)) await putWordsAgain(write, sequence, joined);
}

async function moveRevisions({ transaction }: Write, from: string, to: string): Promise<void> {
  const revisions = transaction.objectStore('revisions');
  const moved = await revisions.getAll(keysOf(from));
  await revisions.delete(keysOf(from));
  await Promise.all(moved.map((revision) => revisions.put({ ...revision, slug: to })));
}

/** Slugs that led to the old one lead to the new one; an article that got its former slug back needs no redirect. */
async function moveRedirects(write: Write, from: string, to: string): Promise<void> {
  const led = (await write.transaction.objectStore('redirects').getAll()).filter((redirect) => redirect.to === from);
  await Promise.all(led.map((redirect) => putRedirect(write, { ...redirect, to })));
  await dropRedirect(write, to);
}
