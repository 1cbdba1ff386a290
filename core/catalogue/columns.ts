/** Typed arrays that grow: one entry per row, half as long again when the rows run out. */

/** `column` with room for at least `length` entries; the new ones are 0. */
export function grown(column: Float64Array, length: number): Float64Array;
export function grown(column: Uint32Array, length: number): Uint32Array;
export function grown(column: Uint8Array, length: number): Uint8Array;
export function grown<Column extends Float64Array | Uint32Array | Uint8Array>(column: Column, length: number): Column {
  if (length <= column.length) return column;
  const larger = new (column.constructor as new (length: number) => Column)(
    Math.max(length, Math.ceil(column.length * 1.5), 64),
  );
  larger.set(column);
  return larger;
}
