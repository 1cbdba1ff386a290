import { flatten, idOf, isNode, localName, type Node } from './json-ld-values.ts';

/**
 * JSON-LD, as far as an article needs it: nodes, the names they go by, and their properties, whose keys may be plain,
 * prefixed (`schema:headline`) or full IRIs. No `@context` is ever fetched: prefixes it declares for schema.org are
 * honoured, the rest of it is not needed. Everything is iterative and bounded, because the document is a stranger's, and
 * values are only ever read by own key, so `__proto__` is a key like any other.
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

const MOST_NODES = 100_000;
const DEEPEST = 64;
const MOST_PREFIXES = 12;
const PREFIXES = ['', 'schema:', 'https://schema.org/', 'http://schema.org/'];
const SCHEMA_ORG = /^https?:\/\/(?:www\.)?schema\.org\/?$/;

/** Keys that lead from a main node to another main node: the graph itself, an API's envelope, a page's own article. */
const LEADS_ON: readonly string[] = ['@graph', 'data', 'article', 'mainEntity', 'mainEntityOfPage'];

/** Walks any JSON value into a graph, breadth first, at most 100,000 nodes and 64 levels. */
export function readGraph(document: unknown): Graph {
  const nodes: Node[] = [];
  const mainNodes: Node[] = [];
  const declared = new Set(PREFIXES);
  const prefixes = new Set(['']);
  const names = new Names();
  const queue: { value: unknown; depth: number; isMain: boolean }[] = [{ value: document, depth: 0, isMain: true }];
  for (let at = 0; at < queue.length && nodes.length < MOST_NODES; at += 1) {
    const { value, depth, isMain } = queue[at] as (typeof queue)[number];
    const visit = (inner: unknown, innerIsMain: boolean) => {
      if (typeof inner === 'object' && inner !== null && depth < DEEPEST && queue.length < 2 * MOST_NODES)
        queue.push({ value: inner, depth: depth + 1, isMain: innerIsMain });
    };
    if (Array.isArray(value)) {
      for (const inner of value) visit(inner, isMain);
    } else if (isNode(value)) {
      nodes.push(value);
      if (isMain) mainNodes.push(value);
      names.keep(value);
      for (const prefix of declaredPrefixes(value)) if (declared.size < MOST_PREFIXES) declared.add(prefix);
      for (const key of Object.keys(value)) {
        const term = localName(key);
        const prefix = key.slice(0, key.length - term.length);
        if (prefix !== '' && declared.has(prefix)) prefixes.add(prefix);
        visit(value[key], isMain && LEADS_ON.includes(term));
      }
    }
  }
  return { nodes, mainNodes, named: names.byId, prefixes: [...prefixes] };
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
  return named === undefined || named === node ? node : copyInto(copyInto(emptyNode(), node), named);
}

/** Prefixes that the node's `@context` binds to schema.org: `{"s": "https://schema.org/"}` gives `s:`. */
function* declaredPrefixes(node: Node): Generator<string> {
  if (!Object.hasOwn(node, '@context')) return;
  for (const context of flatten(node['@context']).filter(isNode)) {
    for (const key of Object.keys(context).slice(0, 20)) {
      const iri = context[key];
      if (!key.startsWith('@') && typeof iri === 'string' && SCHEMA_ORG.test(iri)) yield `${key}:`;
    }
  }
}

/** Nodes with the same `@id` are one node told in parts; the first part to tell a property wins. */
class Names {
  readonly byId = new Map<string, Node>();
  /** Nodes put together here, which may be added to; the others belong to the document. */
  readonly #whole = new Map<string, Record<string, unknown>>();

  keep(node: Node): void {
    const id = idOf(node);
    if (id === null) return;
    const known = this.byId.get(id);
    if (known === undefined) {
      this.byId.set(id, node);
      return;
    }
    const whole = this.#whole.get(id) ?? copyInto(emptyNode(), known);
    this.#whole.set(id, whole);
    this.byId.set(id, copyInto(whole, node));
  }
}

function emptyNode(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

function copyInto(target: Record<string, unknown>, source: Node): Record<string, unknown> {
  for (const key of Object.keys(source)) if (!Object.hasOwn(target, key)) target[key] = source[key];
  return target;
}
