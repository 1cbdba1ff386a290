import { type Kept, mergeHoldings } from '../core/library/merge-holdings.ts';
import type { Result } from '../core/result.ts';
import type { Decided } from '../core/transfer/tally.ts';
import { putHoldings } from './put-holdings.ts';
import { holdingIn } from './read-holdings.ts';
import { decideIn, slugIn } from './read-outlines.ts';
import type { OrderBlock } from './reserve-orders.ts';
import type { Store, Write } from './store.ts';

/** What became of one article of a file. */
export interface Imported extends Decided {
  /** Its place in lists now; null when only the database knows. */
  readonly order: number | null;
}

/**
 * Merges what a file holds into the library, all of `kept` in one write; answers what became of each, in their order. New
 * articles get their places from `places`, in this order too. What is here just so already is not written.
 */
export function importHoldings(
  store: Store,
  kept: readonly Kept[],
  places: OrderBlock,
  at: number,
): Promise<Result<readonly Imported[]>> {
  return store.write(at, async (write) => {
    const imported: Imported[] = [];
    for (const round of await roundsOf(write, kept)) imported.push(...(await importRound(write, round, places)));
    return imported;
  });
}

/** `kept` under the slugs they have here, in rounds in which no slug comes twice. */
async function roundsOf(write: Write, kept: readonly Kept[]): Promise<Kept[][]> {
  const slugs = await Promise.all(kept.map(({ article }) => slugIn(write.transaction, article.slug)));
  const rounds: Map<string, Kept>[] = [];
  kept.forEach((one, index) => {
    const slug = slugs[index] ?? one.article.slug;
    const round = rounds.find((earlier) => !earlier.has(slug));
    if (round === undefined) rounds.push(new Map([[slug, underSlug(slug, one)]]));
    else round.set(slug, underSlug(slug, one));
  });
  return rounds.map((round) => [...round.values()]);
}

function underSlug(slug: string, kept: Kept): Kept {
  if (kept.article.slug === slug) return kept;
  return {
    article: { ...kept.article, slug },
    body: { ...kept.body, slug },
    originals: kept.originals.map((original) => ({ ...original, slug })),
    revisions: kept.revisions.map((revision) => ({ ...revision, slug })),
    removedAt: kept.removedAt,
  };
}

async function importRound(write: Write, round: readonly Kept[], places: OrderBlock): Promise<Imported[]> {
  const merged = await Promise.all(round.map((kept) => mergeOne(write, kept)));
  const placed = merged.map((one) => (one.isNew ? withPlace(one, places) : one));
  const changed = placed.filter(({ decided }) => decided.outcome !== 'same');
  const saved = changed.filter(({ kept }) => kept.removedAt === null);
  for (const place of ['own', 'new'] as const) {
    const there = saved.filter(({ hasPlace }) => hasPlace === (place === 'own'));
    await putHoldings(
      write,
      there.map(({ kept }) => kept),
      place,
    );
  }
  await Promise.all(saved.map(({ kept }) => write.transaction.objectStore('bin').delete(kept.article.slug)));
  await Promise.all(changed.filter(({ kept }) => kept.removedAt !== null).map((one) => putInBin(write, one)));
  return placed.map(({ decided, kept, hasPlace }) => ({ ...decided, order: hasPlace ? kept.article.order : null }));
}

/** An article of the file together with what is here of it. */
interface Merged {
  readonly decided: Decided;
  readonly kept: Kept;
  /** Whether nothing of it is here. */
  readonly isNew: boolean;
  /** Whether its `order` is one of this library. */
  readonly hasPlace: boolean;
}

async function mergeOne({ transaction, at }: Write, incoming: Kept): Promise<Merged> {
  const { slug } = incoming.article;
  const { plan, present } = await decideIn(transaction, slug, incoming);
  const merged = { decided: plan, isNew: false, hasPlace: true };
  if (present === null) return { ...merged, kept: incoming, isNew: true, hasPlace: false };
  if (plan.outcome === 'same') return { ...merged, kept: { ...incoming, article: plan.article } };
  const binned = present.removedAt === null ? null : await transaction.objectStore('bin').get(slug);
  const holding = binned ?? (await holdingIn(transaction, slug));
  // Its body is lost here: the file's stands in for it.
  const here = holding ?? { ...incoming, article: { ...incoming.article, own: present.article.own } };
  return { ...merged, kept: mergeHoldings({ ...here, removedAt: present.removedAt }, incoming, at).kept };
}

function withPlace(merged: Merged, places: OrderBlock): Merged {
  const order = places.take();
  if (order === null) return merged;
  const { kept } = merged;
  return { ...merged, hasPlace: true, kept: { ...kept, article: { ...kept.article, order } } };
}

/** The change is an update, not a removal: the library has no article less than before. */
async function putInBin({ transaction, record }: Write, { kept, hasPlace }: Merged): Promise<void> {
  const { article, removedAt, body, originals, revisions } = kept;
  if (removedAt === null) return;
  const { slug } = article;
  const sequence = await record('update', slug, null);
  const order = hasPlace ? article.order : sequence;
  await transaction
    .objectStore('bin')
    .put({ slug, removedAt, body, originals, revisions, article: { ...article, order } });
}
