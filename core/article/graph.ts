import { addMissing, emptyNode, flatten, idOf, isNode, localName, type Node } from './json-ld-values.ts';

/**
 * JSON-LD, as far as an article needs it: nodes, the names they go by, and their properties, whose keys may be plain,
 * prefixed (`schema:headline`) or full IRIs. No `@context` is ever fetched: prefixes it declares for schema.org are
 * honoured, the rest of it is not needed. Values are only ever read by own key, so `__proto__` is a key like any other.
 */

export interface Graph {
  /** Every object of the document, shallow ones first. */
  readonly nodes: readonly Node[];
  /** The nodes that the document is about, rather than those mentioned inside others. */
  readonly mainNodes: readonly Node[];
  /** What `@id` names, put together from all its parts. */
  readonly named: ReadonlyMap<string, Node>;
  /** What stands before schema.org's terms in this document: nothing, `schema:`, `https://schema.org/` … */
  readonly prefixes: readonly string[];
}

/** All values of a property under any spelling of its name, unwrapped from arrays, `@list` and `@set`; null is left out. */
export function valuesOf(graph: Graph, node: Node, name: string): readonly unknown[] {
  return flatten(property(graph, node, name));
}

/** A property's raw value under any spelling of its name, or undefined. */
export function property(graph: Graph, node: Node, name: string): unknown {
  for (const prefix of graph.prefixes) {
    const key = prefix + name;
    if (Object.hasOwn(node, key) && node[key] !== null) return node[key];
  }
  return undefined;
}

/** The node a value stands for: a reference is followed, a node's parts are put together; any other value is itself. */
export function resolve(graph: Graph, value: unknown): unknown {
  const id = typeof value === 'string' ? value : isNode(value) ? idOf(value) : null;
  return (id !== null && graph.named.get(id)) || value;
}

/** The node's types without prefix: `NewsArticle`. */
export function typesOf(graph: Graph, node: Node): readonly string[] {
  const types = Object.hasOwn(node, '@type') ? node['@type'] : property(graph, node, 'type');
  return flatten(types)
    .filter((type) => typeof type === 'string')
    .map(localName);
}

/** The node, and after it whatever the graph tells about the same `@id`. */
export function wholeNode(graph: Graph, node: Node): Node {
  const id = idOf(node);
  const named = id === null ? undefined : graph.named.get(id);
  return named === undefined || named === node ? node : addMissing(addMissing(emptyNode(), node), named);
}
