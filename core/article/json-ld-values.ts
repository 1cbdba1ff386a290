import { isSameLanguage, readLanguageTag } from './language.ts';

/**
 * The values of JSON-LD without their dress: one value may come bare, in an array, in `@list`, in `{"@value": …}` or in a
 * map of languages.
 */

export type Node = Readonly<Record<string, unknown>>;

const MOST_VALUES = 2_000;

/** Whether `value` is an object with keys, and not an array. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The node's `@id` (or `id`, schema.org's own alias for it), or null. */
export function idOf(node: Node): string | null {
  for (const key of ['@id', 'id']) {
    if (Object.hasOwn(node, key) && typeof node[key] === 'string' && node[key] !== '') return node[key];
  }
  return null;
}

/**
 * The text a value carries, not cleaned, or null: a string, a number, `{"@value": …}`, a map of languages, or the first
 * of an array that has any. Of several languages the wanted one is taken, else the first.
 */
export function textOf(value: unknown, language: string | null): string | null {
  let first: string | null = null;
  for (const item of flatten(value)) {
    const { text, tag } = plainText(item, language);
    if (text === null) continue;
    if (tag === null || language === null || isSameLanguage(tag, language)) return text;
    first ??= text;
  }
  return first;
}

/** A node without keys or prototype. */
export function emptyNode(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** Gives `target` the properties of `source` that it does not have, and returns it. */
export function addMissing(target: Record<string, unknown>, source: Node): Record<string, unknown> {
  for (const key of Object.keys(source)) if (!Object.hasOwn(target, key)) target[key] = source[key];
  return target;
}

/** Takes the vocabulary off a term: `https://schema.org/Person`, `schema:Person` and `Person` are one. */
export function localName(term: string): string {
  if (!/[/#:]/.test(term)) return term;
  return term.slice(Math.max(term.lastIndexOf('/'), term.lastIndexOf('#'), term.lastIndexOf(':')) + 1);
}

/** Values one by one, arrays, `@list` and `@set` opened, null and undefined left out; at most 2,000. */
export function flatten(value: unknown): readonly unknown[] {
  const flat: unknown[] = [];
  const stack = [value];
  for (let opened = 0; stack.length > 0 && flat.length < MOST_VALUES && opened < 2 * MOST_VALUES; opened += 1) {
    const inner = stack.pop();
    const list = listIn(inner);
    if (list === null) {
      if (inner !== null && inner !== undefined) flat.push(inner);
    } else if (stack.length <= MOST_VALUES) {
      for (let at = Math.min(list.length, MOST_VALUES); at > 0; at -= 1) stack.push(list[at - 1]);
    }
  }
  return flat;
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isNode(value)) return null;
  for (const key of ['@list', '@set']) {
    if (Object.hasOwn(value, key)) return Array.isArray(value[key]) ? value[key] : [value[key]];
  }
  return null;
}

function plainText(value: unknown, language: string | null): { text: string | null; tag: string | null } {
  if (typeof value === 'string') return { text: value.trim() === '' ? null : value, tag: null };
  if (typeof value === 'number') return { text: Number.isFinite(value) ? String(value) : null, tag: null };
  if (!isNode(value)) return { text: null, tag: null };
  if (!Object.hasOwn(value, '@value')) return { text: fromLanguageMap(value, language), tag: null };
  const tag = Object.hasOwn(value, '@language') ? value['@language'] : null;
  const bare = value['@value'];
  return { text: isNode(bare) ? null : plainText(bare, null).text, tag: typeof tag === 'string' ? tag : null };
}

/** `{"en": "Japan", "ko": "일본"}`. */
function fromLanguageMap(map: Node, language: string | null): string | null {
  let first: string | null = null;
  for (const key of Object.keys(map).slice(0, MOST_VALUES)) {
    const text = flatten(map[key]).find((inner) => typeof inner === 'string' && inner.trim() !== '');
    if (typeof text !== 'string' || (key !== '@none' && readLanguageTag(key) === null)) return null;
    if (language !== null && isSameLanguage(key, language)) return text;
    first ??= text;
  }
  return first;
}
