import { gather, type Ids, idsBelow } from './columns.ts';
import { type Counts, NO_COUNTS } from './count-rows.ts';
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
  /** Over all rows. */
  readonly counts: Counts;
}

export const EMPTY_TABLE: CompactTable = {
  rows: NO_ROWS,
  names: NO_NAMES,
  published: new Uint32Array(0),
  counts: NO_COUNTS,
};

/** A moment's articles written anew without waste: values that no article has any more are forgotten. */
export function compactTable(moment: Moment): CompactTable {
  const { rows, lists, size } = moment;
  const { names, newIds, valueCounts } = compactNames(moment);
  const kept = lists.saved.toReversed();
  const newRows = new Uint32Array(rows.count);
  for (let row = 0; row < size; row += 1) newRows[kept[row] as number] = row;
  return {
    rows: gathered(rows, kept, newIds, nameCount(names)),
    names,
    published: gather(newRows, lists.published),
    counts: { values: valueCounts, flags: moment.counts.flags },
  };
}

interface Renaming {
  readonly names: SortedNames;
  /** By old id. */
  readonly newIds: Uint32Array;
  /** By new id. */
  readonly valueCounts: Uint32Array;
}

function compactNames({ values, counts }: Moment): Renaming {
  const newIds = new Uint32Array(values.size);
  const facetStarts = new Uint32Array(ARTICLE_FACETS.length + 1);
  const kept: string[] = [];
  const keptCounts: number[] = [];
  ARTICLE_FACETS.forEach((facet, index) => {
    for (const id of values.byName(facet)) {
      const count = counts.values[id] as number;
      if (count === 0) continue;
      newIds[id] = kept.push(values.name(id)) - 1;
      keptCounts.push(count);
    }
    facetStarts[index + 1] = kept.length;
  });
  const starts = new Uint32Array(kept.length + 1);
  for (let id = 0; id < kept.length; id += 1) {
    starts[id + 1] = (starts[id] as number) + (kept[id] as string).length;
  }
  return { names: { text: kept.join(''), starts, facetStarts }, newIds, valueCounts: Uint32Array.from(keptCounts) };
}

/** The rows `kept`, in that order, with new ids below `idBound`. */
function gathered(rows: Rows, kept: Uint32Array, newIds: Uint32Array, idBound: number): Rows {
  const starts = gatheredStarts(rows.starts, kept);
  return {
    count: kept.length,
    orders: gather(rows.orders, kept),
    published: gather(rows.published, kept),
    saved: gather(rows.saved, kept),
    updated: gather(rows.updated, kept),
    flags: gather(rows.flags, kept),
    starts,
    ids: gatheredIds(rows, kept, newIds, idsBelow(idBound, starts[kept.length] as number)),
  };
}

function gatheredStarts(old: Uint32Array, kept: Uint32Array): Uint32Array {
  const starts = new Uint32Array(kept.length + 1);
  let end = 0;
  for (let place = 0; place < kept.length; place += 1) {
    const row = kept[place] as number;
    end += (old[row + 1] as number) - (old[row] as number);
    starts[place + 1] = end;
  }
  return starts;
}

function gatheredIds({ starts, ids: old }: Rows, kept: Uint32Array, newIds: Uint32Array, ids: Ids): Ids {
  let length = 0;
  for (let place = 0; place < kept.length; place += 1) {
    const row = kept[place] as number;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at += 1) ids[length++] = newIds[old[at] as number] as number;
  }
  return ids;
}
