import type { Entity } from './article.ts';
import { type Graph, property, resolve, typesOf } from './graph.ts';
import { flatten, isNode, type Node, textOf } from './json-ld-values.ts';
import { decodeEntities, foldSpace, tidyLine } from './text.ts';

const MOST_ENTITIES = 500;
const LONGEST_NAME = 300;
const TYPE_NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/** What two spellings of one name have in common: Unicode form, white space and case folded. */
export function foldName(name: string): string {
  return foldSpace(name.normalize('NFC')).toLowerCase();
}

/** The entity with a name whose entities were decoded before; null when that is no name. A type that is none is dropped. */
export function tidyEntity(name: string, type: string | null): Entity | null {
  const clean = tidyLine(name, LONGEST_NAME + 1);
  if (clean === null || clean.length > LONGEST_NAME || /^https?:\/\//i.test(clean)) return null;
  return { name: clean, type: type !== null && TYPE_NAME.test(type) ? type : null };
}

/** The entities a value tells: names, or nodes with a name; references are followed, those that lead nowhere are left out. */
export function readEntities(graph: Graph, value: unknown, language: string | null): readonly Entity[] {
  return flatten(value)
    .map((item) => readEntity(graph, resolve(graph, item), language))
    .filter((entity) => entity !== null);
}

/** No two with the same folded name, in order, at most 500; a type told by any of them is kept, `Thing` only for want of a better. */
export function distinctEntities(entities: readonly Entity[]): readonly Entity[] {
  const byName = new Map<string, Entity>();
  for (const entity of entities) {
    const key = foldName(entity.name);
    const known = byName.get(key);
    if (known === undefined) byName.set(key, entity);
    else if (isVague(known.type) && entity.type !== null) byName.set(key, { name: known.name, type: entity.type });
  }
  return [...byName.values()].slice(0, MOST_ENTITIES);
}

function readEntity(graph: Graph, item: unknown, language: string | null): Entity | null {
  const name = isNode(item) ? nameOf(graph, item, language) : textOf(item, language);
  const type = isNode(item) ? typeOf(typesOf(graph, item)) : null;
  return name === null ? null : tidyEntity(decodeEntities(name.slice(0, LONGEST_NAME * 8)), type);
}

function nameOf(graph: Graph, node: Node, language: string | null): string | null {
  for (const key of ['name', 'legalName', 'alternateName', 'label', 'title']) {
    const text = textOf(property(graph, node, key), language);
    if (text !== null) return text;
  }
  return textOf(node, language);
}

function typeOf(types: readonly string[]): string | null {
  const valid = types.filter((type) => TYPE_NAME.test(type));
  return valid.find((type) => !isVague(type)) ?? valid[0] ?? null;
}

function isVague(type: string | null): boolean {
  return type === null || type === 'Thing';
}
