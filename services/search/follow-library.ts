import type { CatalogueKeeper } from './catalogue-keeper.ts';
import type { IndexView } from './index-view.ts';

/** How catalogue and index are kept true together, for whoever answers from both. */

/** Takes in every change committed so far, in the catalogue and in the index. */
export async function catchUp(keeper: CatalogueKeeper, index: IndexView): Promise<void> {
  await keeper.catchUp();
  if (index.through < keeper.through) await index.refresh();
}

/** As `catchUp`, where either is not yet as of change `through`. */
export async function catchUpTo(through: number, keeper: CatalogueKeeper, index: IndexView): Promise<void> {
  if (through > Math.min(keeper.through, index.through)) await catchUp(keeper, index);
}

/** Stores the catalogue where that is due, behind the answer, which shall not wait for it. */
export function storeBehind(keeper: CatalogueKeeper): void {
  keeper.store().catch((thrown: unknown) => console.warn('Offprint: the catalogue could not be stored', thrown));
}
