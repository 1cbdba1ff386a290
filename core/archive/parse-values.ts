/** Values of parsed JSON, none of which is believed to be what it should. */

export type Fields = { readonly [name: string]: unknown };

/** The fields of an object; of anything else none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** Whether `value` is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of an array, at most `most`; of anything else none. */
export function itemsOf(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** A text, or the empty one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The latest moment a Date can tell, milliseconds since 1970. */
const LAST_MOMENT = 8.64e15;

/** Milliseconds since 1970, or null. */
export function timeOf(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LAST_MOMENT
    ? (value as number)
    : null;
}

/** The one of `choices` that `value` is, or null. */
export function choiceOf<T>(value: unknown, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === value) ?? null;
}
