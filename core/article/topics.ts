import { type Graph, property, resolve } from './graph.ts';
import { flatten, idOf, isNode, type Node, textOf } from './json-ld-values.ts';
import { cleanLine } from './text.ts';

const MOST_TOPICS = 50;
const LONGEST_TOPIC = 100;
const LONGEST_TEXT = 4_000;
const TOPIC_PATH = /\/(?:topics?|tags?|categor(?:y|ies)|sections?)\/([^/?#]+)\/?(?:[?#]|$)/i;
const ADDRESS = /^(?:https?:)?\/{1,2}\S+$/i;

/** Whether the text already is a topic's slug rather than a name: lower case, words joined by hyphens. */
export function isTopicSlug(text: string): boolean {
  return /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(text);
}

/** The normal form of a topic told as a slug, a label or an address: `ai-policy` for "AI Policy" and `/topics/ai-policy`; null when empty. */
export function topicSlug(text: string): string | null {
  if (text.length > LONGEST_TEXT) return null;
  const line = cleanLine(ADDRESS.test(text.trim()) ? lastSegment(text.trim()) : text, LONGEST_TOPIC + 1);
  if (line === null || line.length > LONGEST_TOPIC) return null;
  const slug = line
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? null : slug;
}

/** Topics in normal form, without duplicates, in order, at most 50. */
export function distinctTopics(texts: readonly string[]): readonly string[] {
  const slugs = texts.map(topicSlug).filter((slug) => slug !== null);
  return [...new Set(slugs)].slice(0, MOST_TOPICS);
}

/** The topics a value tells: strings, or nodes with a `termCode`, a topic's address or a name; lists in strings are split at commas if `isList`. */
export function readTopics(graph: Graph, value: unknown, isList: boolean): readonly string[] {
  const items = flatten(value);
  const single = items.length === 1 ? items[0] : null;
  if (isList && typeof single === 'string' && !ADDRESS.test(single)) return single.split(/[,;]/);
  return items.map((item) => topicText(graph, resolve(graph, item))).filter((text) => text !== null);
}

/** Whether a node's own address says that it is a topic. */
export function hasTopicAddress(graph: Graph, node: Node): boolean {
  return addressesIn(graph, node).some(isTopicAddress);
}

/** Whether an address says that what it leads to is a topic: `/topics/ai-policy`. */
export function isTopicAddress(text: string): boolean {
  return TOPIC_PATH.test(text);
}

function topicText(graph: Graph, item: unknown): string | null {
  if (!isNode(item)) return textOf(item, 'en');
  const fromAddress = addressesIn(graph, item).find(isTopicAddress);
  const told = ['termCode', 'slug', 'name', 'label', 'title'].map((name) => textOf(property(graph, item, name), 'en'));
  const [termCode, slug, ...labels] = told;
  return termCode ?? slug ?? fromAddress ?? labels.find((label) => label !== null) ?? textOf(item, 'en') ?? idOf(item);
}

function addressesIn(graph: Graph, node: Node): readonly string[] {
  return [property(graph, node, 'url'), idOf(node)].filter((address) => typeof address === 'string');
}

function lastSegment(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  const segment = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray `%`: the segment is taken as written.
    return segment;
  }
}
