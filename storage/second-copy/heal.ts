import type { ChangeRecord } from '../../core/library/records.ts';
import type { LibraryDatabase } from '../database.ts';
import type { KeyedStore } from '../keyed-store.ts';
import { CHECKED_KEY, contentKey, queueKey, redirectKey, stateKey } from './copy-keys.ts';
import { copyTouched } from './copy-out.ts';
import { parseContent, parseQueued, parseState } from './copy-values.ts';
import { isObject, unpackHolding } from './packed-holding.ts';
import { readValues } from './read-copies.ts';
import { readSentinel } from './sentinel.ts';
import { partTouchedBy, type Touch } from './touched.ts';

/**
 * Finds and fills holes in the second copy. LevelDB, in which Chromium keeps `storage.local`, goes on in a log whose end
 * was torn, and at the next start drops without a word what lies between the tear and the end of its block of 32 kB; what
 * was written after that stays, the sentinel too. So the copies of the latest changes are looked at once in each start
 * of the browser. What this start writes may lie behind a tear itself: it is looked at once more at the next start.
 */

/**
 * Changes looked at before those of the last two starts. The copy of the smallest one takes 200 bytes: a torn end of
 * 4,000 bytes holds 20 of them, a block of 32 kB 160.
 */
const MARGIN = 200;

/** Changes of the log read at a time. */
const CHANGES = 200;

/** Articles looked at while nobody else writes: a save waits for no more of them. */
const PIECE = 10;

export interface Healing {
  readonly database: LibraryDatabase;
  readonly keyed: KeyedStore;
  readonly locks: Pick<LockManager, 'request'>;
  readonly lock: string;
}

/** Up to which change the copies were found well, and the last change when it was last looked. */
interface Checked {
  readonly wellThrough: number;
  readonly lookedAt: number;
}

/** What the changes of one slug ask of its copies: the number of the last one that each must be as of; 0 for none. */
interface Due {
  readonly slug: string;
  whole: number;
  state: number;
  queue: boolean;
  redirect: boolean;
}

/** Copies again what the latest changes touched and the second copy lacks, has damaged, or has older. Answers how many slugs that were. */
export async function healCopies(healing: Healing): Promise<number> {
  const { database, keyed, locks, lock } = healing;
  const sentinel = await readSentinel(keyed);
  if (sentinel === null) return 0; // The guard, which comes first, could not write one.
  const { through: last } = sentinel;
  const before = parseChecked((await keyed.get([CHECKED_KEY]))[CHECKED_KEY]) ?? { wellThrough: last, lookedAt: last };
  let healed = 0;
  let through = Math.max(0, Math.min(before.wellThrough, last) - MARGIN);
  while (through < last) {
    const changes = await changesBetween(database, through, last);
    const due = dueAfter(changes);
    for (let start = 0; start < due.length; start += PIECE) {
      healed += await locks.request(lock, () => healPiece(healing, due.slice(start, start + PIECE)));
    }
    through = changes.at(-1)?.sequence ?? last;
  }
  const wellThrough = healed === 0 ? before.lookedAt : before.wellThrough;
  await keyed.set({ [CHECKED_KEY]: { wellThrough, lookedAt: last } satisfies Checked });
  return healed;
}

type Change = Pick<ChangeRecord, 'sequence' | 'kind' | 'slug' | 'order'>;

async function changesBetween(database: LibraryDatabase, after: number, last: number): Promise<Change[]> {
  const { store: log } = database.transaction('changes');
  const range = IDBKeyRange.bound(after, last, true);
  const [keys, values] = await Promise.all([log.getAllKeys(range, CHANGES), log.getAll(range, CHANGES)]);
  return values.map(({ kind, slug, order = null }, index) => {
    const sequence = keys[index] as number;
    return { sequence, kind, slug, order: order === 'new' ? sequence : order };
  });
}

function dueAfter(changes: readonly Change[]): Due[] {
  const bySlug = new Map<string, Due>();
  for (const { sequence, kind, slug, order } of changes) {
    const due = bySlug.get(slug) ?? { slug, whole: 0, state: 0, queue: false, redirect: false };
    const part = partTouchedBy({ kind, order });
    if (part !== null) due.state = sequence;
    if (part === 'content') due.whole = sequence;
    due.queue ||= kind === 'queue' || kind === 'unqueue';
    due.redirect ||= kind === 'redirect';
    bySlug.set(slug, due);
  }
  return [...bySlug.values()];
}

async function healPiece({ database, keyed }: Healing, piece: readonly Due[]): Promise<number> {
  const keys = piece.flatMap(({ slug }) => [contentKey(slug), stateKey(slug), queueKey(slug), redirectKey(slug)]);
  const values = await readValues(keyed, keys).catch(() => ({})); // What nobody can read is written again.
  const looked = await Promise.all(piece.map((due) => touchToHeal(database, values, due)));
  const ill = looked.filter((one) => one !== null);
  if (ill.length > 0) await copyTouched(database, keyed, new Map(ill));
  return ill.length;
}

type Values = Readonly<Record<string, unknown>>;

/** What is to be copied again of a slug; null when its copies are as they must be. */
async function touchToHeal(database: LibraryDatabase, values: Values, due: Due): Promise<[string, Touch] | null> {
  const { slug, state: sequence } = due;
  const [isArticleIll, queue, redirect] = await Promise.all([
    sequence > 0 && isIll(database, values, due),
    due.queue && isQueueIll(database, values, slug),
    due.redirect && isRedirectIll(database, values, slug),
  ]);
  if (!isArticleIll && !queue && !redirect) return null;
  return [slug, { sequence, article: isArticleIll ? 'content' : null, queue, redirect }];
}

async function isIll(database: LibraryDatabase, values: Values, { slug, whole, state }: Due): Promise<boolean> {
  const transaction = database.transaction(['articles', 'bin']);
  const [saved, binned] = await Promise.all([
    transaction.objectStore('articles').getKey(slug),
    transaction.objectStore('bin').getKey(slug),
  ]);
  if (saved === undefined && binned === undefined) return contentKey(slug) in values || stateKey(slug) in values;
  const content = parseContent(values[contentKey(slug)]);
  if (content === null || content.sequence < whole) return true;
  const latest = Math.max(content.sequence, parseState(values[stateKey(slug)])?.sequence ?? 0);
  return latest < state || (await unpackHolding(content.packed, slug)) === null;
}

async function isQueueIll(database: LibraryDatabase, values: Values, slug: string): Promise<boolean> {
  const waits = await database.get('queue', slug);
  if (waits === undefined) return queueKey(slug) in values;
  const copied = parseQueued(values[queueKey(slug)], slug);
  return (
    copied?.queuedAt !== waits.queuedAt || copied.attempts !== waits.attempts || copied.notBefore !== waits.notBefore
  );
}

async function isRedirectIll(database: LibraryDatabase, values: Values, slug: string): Promise<boolean> {
  return values[redirectKey(slug)] !== (await database.get('redirects', slug))?.to;
}

function parseChecked(value: unknown): Checked | null {
  if (!isObject(value)) return null;
  const { wellThrough, lookedAt } = value;
  return typeof wellThrough === 'number' && typeof lookedAt === 'number' ? { wellThrough, lookedAt } : null;
}
