import type { Article } from '../core/article/article.ts';
import { contentKey } from '../core/article/content-key.ts';
import { countWords } from '../core/article/word-count.ts';
import type { OriginalRecord } from '../core/library/records.ts';
import { problem } from '../core/problem.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import type { ArticleBundle } from '../storage/save-article.ts';
import { sha256 } from './content-hash.ts';

/** What is stored of an assembled article: with its content's hash, its length, and the bytes it came from. `no-body` without a text. */
export async function finishBundle(
  assembled: Article,
  originals: readonly OriginalRecord[],
): Promise<Result<ArticleBundle>> {
  const { articleBody } = assembled;
  if (articleBody === null) return fail(problem('no-body'));
  const article = { ...assembled, articleBody };
  const contentHash = await sha256(contentKey(article));
  return succeed({ article, contentHash, wordCount: countWords(articleBody, article.inLanguage), originals });
}
