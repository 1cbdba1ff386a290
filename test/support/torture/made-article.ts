import type { ArticleBundle } from '../../../storage/save-article.ts';
import { createRandom } from '../../site/random.ts';
import { aBundle } from '../article-builders.ts';

/**
 * Articles that the torture tests make up on both sides: a page inside the extension saves them, the test knows what
 * must be there. Their text is random letters, since Chromium compresses what it stores and a full disk would not be.
 */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ éß東京🗼\n';

export function slugOf(n: number): string {
  return `made-${String(n).padStart(5, '0')}`;
}

/** The body of revision `revision` of article `n`, about `size` characters; its first words are in no other. */
export function bodyOf(n: number, revision: number, size = 1_500): string {
  const random = createRandom(n * 1_009 + revision);
  const letters = Array.from(LETTERS);
  return `only${n}here v${revision}of${n}\n\n${Array.from({ length: size }, () => random.pick(letters)).join('')}`;
}

/** What a save of it stores. */
export function madeBundle(n: number, revision: number, size?: number): ArticleBundle {
  const slug = slugOf(n);
  const articleBody = bodyOf(n, revision, size);
  const bundle = aBundle({ slug, headline: `Made article ${n}, revision ${revision}`, articleBody });
  const bytes = new TextEncoder().encode(JSON.stringify({ slug, revision, articleBody }));
  return {
    ...bundle,
    contentHash: `hash of ${n} ${revision}`,
    originals: bundle.originals.map((original) => ({ ...original, bytes })),
  };
}
