import type { StoredPrefix } from '../segment/header.ts';
import type { ListPlace } from '../segment/posting-blocks.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import type { PlanNode, TextNode, Unit } from './plan.ts';

/** Where one segment keeps what a word or phrase asks for. */
export interface TextPlaces {
  /** The stored set, for a short prefix that has one; then there are no lists. */
  readonly stored: StoredPrefix | null;
  /** For each unit the lists of its terms. */
  readonly lists: readonly (readonly ListPlace[])[];
  /** Documents that have the rarest unit, at most. */
  readonly documents: number;
}

export type PlacesOf = ReadonlyMap<TextNode, TextPlaces>;

/** The places of all words and phrases of a plan, excluded ones too. */
export async function resolveTexts(root: PlanNode | null, segment: SegmentReader): Promise<PlacesOf> {
  const nodes = textsOf(root);
  const places = await Promise.all(nodes.map((node) => resolveText(node, segment)));
  return new Map(nodes.map((node, index) => [node, places[index] as TextPlaces]));
}

function textsOf(node: PlanNode | null): readonly TextNode[] {
  if (node === null || node.kind === 'field') return [];
  if (node.kind === 'text') return [node];
  return node.kind === 'not' ? textsOf(node.of) : node.of.flatMap(textsOf);
}

async function resolveText({ units, onlySelects }: TextNode, segment: SegmentReader): Promise<TextPlaces> {
  const stored = onlySelects ? segment.storedPrefix(units[0].term) : null;
  if (stored !== null) return { stored, lists: [], documents: stored.documents };
  const lists = await Promise.all(units.map((unit) => findLists(unit, segment)));
  return { stored, lists, documents: Math.min(...lists.map(documentsIn)) };
}

async function findLists({ term, prefix }: Unit, segment: SegmentReader): Promise<readonly ListPlace[]> {
  if (prefix) return segment.findPrefix(term);
  const place = await segment.find(term);
  return place === null ? [] : [place];
}

/** Documents in all `lists` together, those in several counted as often. */
export function documentsIn(lists: readonly ListPlace[]): number {
  return lists.reduce((sum, { documents }) => sum + documents, 0);
}

/** Whether no document of the segment can match `node`. */
export function isImpossible(node: PlanNode, places: PlacesOf): boolean {
  switch (node.kind) {
    case 'text':
      return places.get(node)?.documents === 0;
    case 'and':
      return node.of.some((part) => isImpossible(part, places));
    case 'or':
      return node.of.every((part) => isImpossible(part, places));
    default:
      return false;
  }
}

/** How many documents of a segment of `size` can match `node`, at most. */
export function mostMatches(node: PlanNode, places: PlacesOf, size: number): number {
  switch (node.kind) {
    case 'text':
      return Math.min(size, places.get(node)?.documents ?? 0);
    case 'and':
      return Math.min(...node.of.map((part) => mostMatches(part, places, size)));
    case 'or':
      return Math.min(
        size,
        node.of.reduce((sum, part) => sum + mostMatches(part, places, size), 0),
      );
    default:
      return size;
  }
}
