import { type Result, succeed } from '../../../../core/result.ts';
import { removeArticle, restoreArticle } from '../../../../storage/bin.ts';
import { changeOwnData } from '../../../../storage/own-data.ts';
import { countArticles } from '../../../../storage/read-articles.ts';
import { saveArticle } from '../../../../storage/save-article.ts';
import { storageProblem } from '../../../../storage/storage-problem.ts';
import type { Store } from '../../../../storage/store.ts';
import type { Command } from '../command.ts';
import { madeBundle, slugOf } from '../made-article.ts';

/** Does it by the product's own functions. */
export async function run(store: Store, command: Command, at: number): Promise<Result<unknown>> {
  try {
    return await perform(store, command, at);
  } catch (thrown) {
    return { ok: false, problem: storageProblem(thrown) };
  }
}

async function perform(store: Store, command: Command, at: number): Promise<Result<unknown>> {
  switch (command.type) {
    case 'open':
      return succeed(await countArticles(store));
    case 'save':
      return saveArticle(store, madeBundle(command.n, command.revision, command.size), at);
    case 'tag':
      return changeOwnData(store, slugOf(command.n), at, (own) =>
        own.tags.includes(command.tag) ? own : { ...own, tags: [...own.tags, command.tag] },
      );
    case 'note':
      return changeOwnData(store, slugOf(command.n), at, (own) => ({ ...own, note: command.text }));
    case 'remove':
      return removeArticle(store, slugOf(command.n), at);
    case 'restore':
      return restoreArticle(store, slugOf(command.n), at);
  }
}
