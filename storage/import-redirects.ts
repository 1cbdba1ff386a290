import type { RedirectRecord } from '../core/library/records.ts';
import type { Result } from '../core/result.ts';
import { putRedirect } from './redirects.ts';
import type { Store, Write } from './store.ts';

/**
 * Takes over where former slugs lead, as far as they lead to an article that is here; what the library knows of a slug
 * itself, an article or a redirect, stays.
 */
export function importRedirects(store: Store, redirects: readonly RedirectRecord[], at: number): Promise<Result<void>> {
  return store.write(at, async (write) => {
    const wanted = await Promise.all(redirects.map((redirect) => isOfUse(write, redirect)));
    for (const redirect of redirects.filter((_, index) => wanted[index])) await putRedirect(write, redirect);
  });
}

async function isOfUse({ transaction }: Write, { from, to }: RedirectRecord): Promise<boolean> {
  const [article, known, target, binned] = await Promise.all([
    transaction.objectStore('articles').getKey(from),
    transaction.objectStore('redirects').getKey(from),
    transaction.objectStore('articles').getKey(to),
    transaction.objectStore('bin').getKey(to),
  ]);
  return article === undefined && known === undefined && (target !== undefined || binned !== undefined);
}
