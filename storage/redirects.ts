import type { RedirectRecord } from '../core/library/records.ts';
import type { Write } from './store.ts';

/** Leads a former slug to the article, inside another write; nothing where it leads there already. */
export async function putRedirect({ transaction, record }: Write, redirect: RedirectRecord): Promise<void> {
  const redirects = transaction.objectStore('redirects');
  if ((await redirects.get(redirect.from))?.to === redirect.to) return;
  await record('redirect', redirect.from, null);
  await redirects.put(redirect);
}

/** No longer leads `from` anywhere, inside another write; nothing when it does not. */
export async function dropRedirect({ transaction, record }: Write, from: string): Promise<void> {
  const redirects = transaction.objectStore('redirects');
  if ((await redirects.getKey(from)) === undefined) return;
  await record('redirect', from, null);
  await redirects.delete(from);
}
