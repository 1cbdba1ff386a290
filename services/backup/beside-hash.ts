import type { Preferences } from '../../core/library/preferences.ts';
import type { Store } from '../../storage/store.ts';
import { sha256 } from '../content-hash.ts';
import { readBeside } from './library-contents.ts';

/** SHA-256 of what an archive holds and no change record tells of. */
export async function besideHash(store: Store, settings: Preferences): Promise<string> {
  const { searches, redirects } = await readBeside(store);
  return sha256(JSON.stringify([searches, redirects, settings]));
}
