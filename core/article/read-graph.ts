import type { Graph } from './graph.ts';
import { addMissing, emptyNode, flatten, idOf, isNode, localName, type Node } from './json-ld-values.ts';

/** Reading a graph is iterative and bounded, because the document is a stranger's. */

const MOST_NODES = 100_000;
const DEEPEST = 64;
const MOST_PREFIXES = 12;
const PREFIXES = ['', 'schema:', 'https://schema.org/', 'http://schema.org/'];
const SCHEMA_ORG = /^https?:\/\/(?:www\.)?schema\.org\/?$/;

/** Keys that lead from a main node to another main node: the graph itself, an API's envelope, a page's own article. */
const LEADS_ON: readonly string[] = ['@graph', 'data', 'article', 'mainEntity', 'mainEntityOfPage'];

/** Walks any JSON value into a graph, breadth first, at most 100,000 nodes and 64 levels. */
export function readGraph(document: unknown): Graph {
  const reader = new GraphReader();
  reader.walk(document);
  return reader.graph;
}

interface Visit {
  readonly value: object;
  readonly depth: number;
  readonly isMain: boolean;
}

class GraphReader {
  readonly #nodes: Node[] = [];
  readonly #mainNodes: Node[] = [];
  readonly #names = new Names();
  readonly #declared = new Set(PREFIXES);
  readonly #prefixes = new Set(['']);
  readonly #queue: Visit[] = [];

  get graph(): Graph {
    return {
      nodes: this.#nodes,
      mainNodes: this.#mainNodes,
      named: this.#names.byId,
      prefixes: [...this.#prefixes],
    };
  }

  walk(document: unknown): void {
    this.#enqueue(document, 0, true);
    for (let at = 0; at < this.#queue.length && this.#nodes.length < MOST_NODES; at += 1) {
      const visit = this.#queue[at] as Visit;
      if (isNode(visit.value)) this.#readNode(visit.value, visit);
      else if (Array.isArray(visit.value))
        for (const inner of visit.value) this.#enqueue(inner, visit.depth + 1, visit.isMain);
    }
  }

  #readNode(node: Node, { depth, isMain }: Visit): void {
    this.#nodes.push(node);
    if (isMain) this.#mainNodes.push(node);
    this.#names.keep(node);
    for (const prefix of declaredPrefixes(node)) if (this.#declared.size < MOST_PREFIXES) this.#declared.add(prefix);
    for (const key of Object.keys(node)) {
      const term = localName(key);
      this.#notePrefix(key.slice(0, key.length - term.length));
      this.#enqueue(node[key], depth + 1, isMain && LEADS_ON.includes(term));
    }
  }

  /** Only prefixes that the document uses are looked for later. */
  #notePrefix(prefix: string): void {
    if (prefix !== '' && this.#declared.has(prefix)) this.#prefixes.add(prefix);
  }

  #enqueue(value: unknown, depth: number, isMain: boolean): void {
    if (typeof value !== 'object' || value === null || depth > DEEPEST || this.#queue.length >= 2 * MOST_NODES) return;
    this.#queue.push({ value, depth, isMain });
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
    const whole = this.#whole.get(id) ?? addMissing(emptyNode(), known);
    this.#whole.set(id, whole);
    this.byId.set(id, addMissing(whole, node));
  }
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
