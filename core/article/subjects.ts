import type { Entity } from './article.ts';
import { distinctEntities, foldName, readEntities } from './entities.ts';
import { type Graph, property, resolve, typesOf, valuesOf } from './graph.ts';
import { isNode, type Node } from './json-ld-values.ts';
import { distinctTopics, hasTopicAddress, isTopicAddress, isTopicSlug, readTopics, topicSlug } from './topics.ts';

/**
 * What an article is about. The site tells topics (its own curated slugs) and entities (names) apart, but schema.org has
 * one property for both, `about`, and programs fill it with either or a mixture. Each value of `about` is sorted by what it
 * says of itself; one that says nothing goes where the rest of the document leaves a gap.
 */
export interface Subjects {
  readonly topics: readonly string[];
  readonly entities: readonly Entity[];
}

const LONGEST_KEYWORDS = 20_000;
const TOPIC_TYPES: readonly string[] = ['DefinedTerm', 'CategoryCode', 'Concept', 'Topic'];

/** Reads `topics`, `articleSection`, `keywords`, `genre`, `entities`, `mentions` and `about` of an article's node. */
export function readSubjects(graph: Graph, node: Node, language: string | null): Subjects {
  const about = sortAbout(graph, node);
  const mentioned = ['entities', 'mentions'].flatMap((name) =>
    readEntities(graph, property(graph, node, name), language),
  );
  const certain = [...mentioned, ...readEntities(graph, about.entities, language)];
  const told = [
    ...readTopics(graph, property(graph, node, 'topics'), true),
    ...readTopics(graph, property(graph, node, 'articleSection'), false),
    ...readTopics(graph, about.topics, false),
  ];
  const keywords = readKeywords(graph, node, certain);
  const unsure = sortUnsure(graph, about.unsure, [...told, ...keywords], certain);
  const topics = distinctTopics([...told, ...readTopics(graph, unsure.topics, false), ...keywords]);
  return {
    topics: topics.length > 0 ? topics : distinctTopics(readTopics(graph, property(graph, node, 'genre'), true)),
    entities: distinctEntities([...certain, ...readEntities(graph, unsure.entities, language)]),
  };
}

interface Sorted {
  readonly topics: unknown[];
  readonly entities: unknown[];
  readonly unsure: unknown[];
}

function sortAbout(graph: Graph, node: Node): Sorted {
  const sorted: Sorted = { topics: [], entities: [], unsure: [] };
  for (const value of valuesOf(graph, node, 'about')) sorted[kindOf(graph, resolve(graph, value))].push(value);
  return sorted;
}

/** By its type, then by a topic's code or address, then by the form of its name. */
function kindOf(graph: Graph, value: unknown): keyof Sorted {
  if (!isNode(value)) return isTopicText(value) ? 'topics' : 'unsure';
  const types = typesOf(graph, value);
  if (types.some((type) => TOPIC_TYPES.includes(type))) return 'topics';
  if (types.some((type) => type !== 'Thing')) return 'entities';
  if (property(graph, value, 'termCode') !== undefined || hasTopicAddress(graph, value)) return 'topics';
  return isTopicText(property(graph, value, 'name')) ? 'topics' : 'unsure';
}

function isTopicText(value: unknown): boolean {
  return typeof value === 'string' && (isTopicSlug(value) || isTopicAddress(value));
}

/** Keywords are topics, except those that name an entity; such a name may hold a comma, so it goes before the split. */
function readKeywords(graph: Graph, node: Node, entities: readonly Entity[]): readonly string[] {
  const told = property(graph, node, 'keywords');
  const keywords = typeof told === 'string' ? told.slice(0, LONGEST_KEYWORDS) : told;
  const names = new Set(entities.map(({ name }) => foldName(name)));
  const withComma = entities.filter(({ name }) => name.includes(','));
  const line =
    typeof keywords === 'string' ? withComma.reduce((rest, { name }) => rest.replace(name, ''), keywords) : null;
  return readTopics(graph, line ?? keywords, true).filter((text) => !names.has(foldName(text)));
}

/**
 * A bare name in `about` is a topic if it is among the topics told elsewhere, or if only entities are told elsewhere;
 * else it is an entity.
 */
function sortUnsure(graph: Graph, unsure: readonly unknown[], topics: readonly string[], entities: readonly Entity[]) {
  const known = new Set(distinctTopics(topics));
  const isGapInTopics = known.size === 0 && entities.length > 0;
  const isTopic = (value: unknown) =>
    isGapInTopics || readTopics(graph, [value], false).some((text) => known.has(topicSlug(text) ?? ''));
  return { topics: unsure.filter(isTopic), entities: unsure.filter((value) => !isTopic(value)) };
}
