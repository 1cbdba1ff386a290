import type { Ids, Orders } from './columns.ts';
import type { CompactTable } from './compact-table.ts';
import { ARTICLE_FACETS } from './facet.ts';
import { FLAG_SETS } from './flags.ts';
import { nameCount } from './sorted-names.ts';

/** Another number whenever what the arrays mean changes. */
const FORMAT = 1;

/** A catalogue as it is stored: typed arrays of the length they say, and one text. `Rows` and `SortedNames` say what is in them. */
export interface CatalogueImage {
  readonly format: typeof FORMAT;
  readonly orders: Orders;
  readonly published: Float64Array;
  readonly saved: Float64Array;
  readonly updated: Float64Array;
  readonly flags: Uint8Array;
  readonly starts: Uint32Array;
  readonly ids: Ids;
  /** All rows, newest `published` first. */
  readonly byPublished: Uint32Array;
  readonly names: string;
  readonly nameStarts: Uint32Array;
  readonly facetStarts: Uint32Array;
  readonly valueCounts: Uint32Array;
  readonly flagCounts: Uint32Array;
}

/** The image of a table; it shares the table's arrays. */
export function imageOf({ rows, names, published, counts }: CompactTable): CatalogueImage {
  const { count: _, published: publishedAt, ...columns } = rows;
  return {
    format: FORMAT,
    ...columns,
    published: publishedAt,
    byPublished: published,
    names: names.text,
    nameStarts: names.starts,
    facetStarts: names.facetStarts,
    valueCounts: counts.values,
    flagCounts: counts.flags,
  };
}

/** The table that `image` is of; null when it is no image, or its parts do not fit together. */
export function readImage(image: unknown): CompactTable | null {
  if (!hasShape(image)) return null;
  const { orders, published, saved, updated, flags, starts, ids } = image;
  const table: CompactTable = {
    rows: { count: orders.length, orders, published, saved, updated, flags, starts, ids },
    names: { text: image.names, starts: image.nameStarts, facetStarts: image.facetStarts },
    published: image.byPublished,
    counts: { values: image.valueCounts, flags: image.flagCounts },
  };
  return namesFit(table) && countsFit(table) && rowsFit(table) && listFits(table) ? table : null;
}

function hasShape(image: unknown): image is CatalogueImage {
  if (typeof image !== 'object' || image === null) return false;
  const parts: { readonly [Part in keyof CatalogueImage]?: unknown } = image;
  const times = [parts.published, parts.saved, parts.updated];
  const lists = [parts.starts, parts.byPublished, parts.nameStarts, parts.facetStarts];
  const counts = [parts.valueCounts, parts.flagCounts];
  return (
    parts.format === FORMAT &&
    typeof parts.names === 'string' &&
    parts.flags instanceof Uint8Array &&
    (parts.orders instanceof Uint32Array || parts.orders instanceof Float64Array) &&
    (parts.ids instanceof Uint16Array || parts.ids instanceof Uint32Array) &&
    times.every((part) => part instanceof Float64Array) &&
    [...lists, ...counts].every((part) => part instanceof Uint32Array)
  );
}

function namesFit({ names }: CompactTable): boolean {
  const { text, starts, facetStarts } = names;
  return (
    facetStarts.length === ARTICLE_FACETS.length + 1 &&
    divide(starts, text.length) &&
    divide(facetStarts, nameCount(names))
  );
}

/** Whether the counts are of so many rows and values. A single wrong id is not looked for: it names no value, or another. */
function countsFit({ rows, names, counts }: CompactTable): boolean {
  return (
    counts.values.length === nameCount(names) &&
    counts.flags.length === FLAG_SETS &&
    sum(counts.values) === rows.ids.length &&
    sum(counts.flags) === rows.count
  );
}

function rowsFit({ rows }: CompactTable): boolean {
  const { count, orders, published, saved, updated, flags, starts, ids } = rows;
  return (
    [published, saved, updated, flags].every((column) => column.length === count) &&
    starts.length === count + 1 &&
    divide(starts, ids.length) &&
    ascend(orders)
  );
}

/** Each row once, and sorted: neighbours in strict order leave no room for a row twice. Later rows were saved later. */
function listFits({ rows, published: list }: CompactTable): boolean {
  const { count, published } = rows;
  if (list.length !== count || (count > 0 && (list[0] as number) >= count)) return false;
  for (let at = 1; at < count; at += 1) {
    const before = list[at - 1] as number;
    const row = list[at] as number;
    const newer = published[before] as number;
    const instant = published[row] as number;
    const areAsNew = newer === instant || (Number.isNaN(newer) && Number.isNaN(instant));
    if (row >= count || !(areAsNew ? before > row : newer > instant || Number.isNaN(instant))) return false;
  }
  return true;
}

/** Whether `starts` cut what is `length` long into pieces, some perhaps empty. */
function divide(starts: Uint32Array, length: number): boolean {
  if (starts[0] !== 0 || starts.at(-1) !== length) return false;
  for (let at = 1; at < starts.length; at += 1) if ((starts[at] as number) < (starts[at - 1] as number)) return false;
  return true;
}

function sum(counts: Uint32Array): number {
  let total = 0;
  for (let at = 0; at < counts.length; at += 1) total += counts[at] as number;
  return total;
}

function ascend(orders: Orders): boolean {
  for (let at = 1; at < orders.length; at += 1) {
    if (!((orders[at - 1] as number) < (orders[at] as number))) return false;
  }
  return true;
}
