import { gather, idsBelow } from './columns.ts';
import { ARTICLE_FACETS } from './facet.ts';
import type { Moment } from './moment.ts';
import { NO_ROWS, type Rows } from './rows.ts';
import { NO_NAMES, nameCount, type SortedNames } from './sorted-names.ts';

/** A table without waste: every row in use and ascending by `order`, every value in use. Its arrays are never written to. */
export interface CompactTable {
  readonly rows: Rows;
  readonly names: SortedNames;
  /** All rows as the list `published` has them. */
  readonly published: Uint32Array;
}

export const EMPTY_TABLE: CompactTable = { rows: NO_ROWS, names: NO_NAMES, published: new Uint32Array(0) };

/** A moment's articles written anew without waste: values that no article has any more are forgotten. */
export function compactTable(moment: Moment): CompactTable {
  const { rows, lists, size } = moment;
  const { names, newIds } = compactNames(moment);
  const kept = lists.saved.toReversed();
  const newRows = new Uint32Array(rows.count);
  for (let row = 0; row < size; row += 1) newRows[kept[row] as number] = row;
  return {
    rows: gathered(rows, kept, newIds, nameCount(names)),
    names,
    published: lists.published.map((row) => newRows[row] as number),
  };
}

interface Renaming {
  readonly names: SortedNames;
  /** By old id. */
  readonly newIds: Uint32Array;
}

function compactNames({ values, counts }: Moment): Renaming {
  const newIds = new Uint32Array(values.size);
  const used = ARTICLE_FACETS.map((facet) => values.byName(facet).filter((id) => (counts[id] ?? 0) > 0));
  const ids = used.flatMap((of) => [...of]);
  const texts = ids.map((id) => values.name(id));
  const starts = new Uint32Array(ids.length + 1);
  ids.forEach((id, index) => {
    newIds[id] = index;
    starts[index + 1] = (starts[index] as number) + (texts[index]?.length ?? 0);
  });
  const facetStarts = new Uint32Array(ARTICLE_FACETS.length + 1);
  used.forEach((of, index) => {
    facetStarts[index + 1] = (facetStarts[index] as number) + of.length;
  });
  return { names: { text: texts.join(''), starts, facetStarts }, newIds };
}

/** The rows `kept`, in that order, with new ids below `idBound`. */
function gathered(rows: Rows, kept: Uint32Array, newIds: Uint32Array, idBound: number): Rows {
  const starts = gatheredStarts(rows, kept);
  const ids = idsBelow(idBound, starts[kept.length] as number);
  let length = 0;
  for (const row of kept) {
    const end = rows.starts[row + 1] as number;
    for (let at = rows.starts[row] as number; at < end; at += 1)
      ids[length++] = newIds[rows.ids[at] as number] as number;
  }
  return {
    count: kept.length,
    orders: gather(rows.orders, kept),
    published: gather(rows.published, kept),
    saved: gather(rows.saved, kept),
    updated: gather(rows.updated, kept),
    flags: gather(rows.flags, kept),
    starts,
    ids,
  };
}

function gatheredStarts({ starts: old }: Rows, kept: Uint32Array): Uint32Array {
  const starts = new Uint32Array(kept.length + 1);
  kept.forEach((row, index) => {
    starts[index + 1] = (starts[index] as number) + (old[row + 1] as number) - (old[row] as number);
  });
  return starts;
}
