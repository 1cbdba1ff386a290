/** Typed arrays that grow, and that widen once a number does not fit: most libraries need the narrow ones only. */

/** Ids of facet values. */
export type Ids = Uint16Array | Uint32Array;
/** Sequence numbers of saves. */
export type Orders = Uint32Array | Float64Array;

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;

const LAST_16_BIT = 0xffff;
const LAST_32_BIT = 0xffffffff;

/** `column` with room for at least `length` entries; when it has to be copied, an eighth more; the new ones are 0. */
export function grown<Some extends Column>(column: Some, length: number): Some {
  if (length <= column.length) return column;
  const larger = new (column.constructor as new (length: number) => Some)(Math.max(64, Math.ceil(length * 1.125)));
  larger.set(column);
  return larger;
}

/** The entries of `column` at `rows`, in that order. */
export function gather<Some extends Column>(column: Some, rows: Uint32Array): Some {
  const gathered = new (column.constructor as new (length: number) => Some)(rows.length);
  for (let at = 0; at < rows.length; at += 1) gathered[at] = column[rows[at] as number] as number;
  return gathered;
}

/** Room for `length` ids below `bound`. */
export function idsBelow(bound: number, length: number): Ids {
  return bound <= LAST_16_BIT + 1 ? new Uint16Array(length) : new Uint32Array(length);
}

/** `ids`, or a copy that can hold `added`. */
export function wideEnough(ids: Ids, added: readonly number[]): Ids {
  const fits = ids instanceof Uint32Array || added.every((id) => id <= LAST_16_BIT);
  return fits ? ids : Uint32Array.from(ids);
}

/** `orders`, or a copy that can hold `order`. */
export function wideEnoughOrders(orders: Orders, order: number): Orders {
  const fits = orders instanceof Float64Array || (Number.isInteger(order) && order >= 0 && order <= LAST_32_BIT);
  return fits ? orders : Float64Array.from(orders);
}
