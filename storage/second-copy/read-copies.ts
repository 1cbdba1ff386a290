import type { Holding } from '../../core/library/records.ts';
import type { KeyedStore } from '../keyed-store.ts';
import { contentKey, stateKey } from './copy-keys.ts';
import { parseContent, parseState } from './copy-values.ts';
import { unpackHolding } from './packed-holding.ts';

/** An article as the second copy has it. */
export interface CopiedArticle {
  readonly slug: string;
  /** The change as of which it is true. */
  readonly sequence: number;
  readonly holding: Holding;
  /** When it was moved to the bin, milliseconds since 1970; null when it is in the library. */
  readonly removedAt: number | null;
}

/** Those of `slugs` whose copies can be read; a damaged one is left out. Rejects where nothing can be read at all. */
export async function readCopies(keyed: KeyedStore, slugs: readonly string[]): Promise<CopiedArticle[]> {
  const values = await readValues(
    keyed,
    slugs.flatMap((slug) => [contentKey(slug), stateKey(slug)]),
  );
  const copies = await Promise.all(slugs.map((slug) => copyOf(slug, values)));
  return copies.filter((copy) => copy !== null);
}

async function copyOf(slug: string, values: Readonly<Record<string, unknown>>): Promise<CopiedArticle | null> {
  const content = parseContent(values[contentKey(slug)]);
  const holding = content === null ? null : await unpackHolding(content.packed, slug);
  if (content === null || holding === null) return null;
  const state = parseState(values[stateKey(slug)]);
  const { sequence, removedAt } = content;
  if (state === null || state.sequence <= sequence) return { slug, sequence, holding, removedAt };
  const { own, checkedAt, goneAt } = state;
  const article = { ...holding.article, own, checkedAt, goneAt };
  return { slug, sequence: state.sequence, holding: { ...holding, article }, removedAt: state.removedAt };
}

/** The values of `keys`; where the store cannot read them together, those of them that it can read alone. */
export async function readValues(
  keyed: KeyedStore,
  keys: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await keyed.get(keys);
  } catch (thrown) {
    const alone = await Promise.allSettled(keys.map((key) => keyed.get([key])));
    const read = alone.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
    if (read.length === 0 && keys.length > 0) throw thrown;
    return Object.assign({}, ...read) as Record<string, unknown>;
  }
}
