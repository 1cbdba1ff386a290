import { ARTICLE_FACETS, type ArticleFacet } from './facet.ts';
import { facetRange, findKey, keyOf, nameAt, nameCount, placeOfKey, type SortedNames } from './sorted-names.ts';

interface Added {
  readonly key: string;
  readonly id: number;
}

interface FacetValues {
  /** Ids of spellings met since the dictionary was made: a known spelling is not folded again. */
  readonly spellings: Map<string, number>;
  /** Values added since the dictionary was made. */
  readonly added: Map<string, Added>;
  /** All ids by folded name, null after an addition. */
  byName: Uint32Array | null;
}

/**
 * Every facet value of the library has a small number, its id. The values of all facets share one sequence of ids, so
 * that an article is one list of numbers and all facets are counted in one pass. Sorted names are the bulk of it; what
 * is added stays beside them, with ids from where theirs end.
 */
export class ValueDictionary {
  readonly #sorted: SortedNames;
  readonly #addedNames: string[] = [];
  readonly #facets: ReadonlyMap<ArticleFacet, FacetValues>;

  constructor(sorted: SortedNames) {
    this.#sorted = sorted;
    this.#facets = new Map(
      ARTICLE_FACETS.map((facet) => [facet, { spellings: new Map(), added: new Map(), byName: null }]),
    );
  }

  /** Ids are 0 to size − 1. */
  get size(): number {
    return nameCount(this.#sorted) + this.#addedNames.length;
  }

  /** The id of `value`, -1 when no article had it. */
  find(facet: ArticleFacet, value: string): number {
    const { spellings } = this.#of(facet);
    return spellings.get(value) ?? this.#findKey(facet, keyOf(facet, value));
  }

  /** The id of `value`; a new value is remembered as it is spelt here. */
  add(facet: ArticleFacet, value: string): number {
    const { spellings } = this.#of(facet);
    const known = spellings.get(value);
    if (known !== undefined) return known;
    const key = keyOf(facet, value);
    const found = this.#findKey(facet, key);
    const id = found === -1 ? this.#append(facet, key, value) : found;
    spellings.set(value, id);
    return id;
  }

  /** The value `id` as it was first spelt. */
  name(id: number): string {
    const sorted = nameCount(this.#sorted);
    return id < sorted ? nameAt(this.#sorted, id) : (this.#addedNames[id - sorted] as string);
  }

  /** The ids of a facet by folded name. */
  byName(facet: ArticleFacet): Uint32Array {
    const values = this.#of(facet);
    values.byName ??= this.#merge(facet, [...values.added.values()].sort(byKey));
    return values.byName;
  }

  #of(facet: ArticleFacet): FacetValues {
    return this.#facets.get(facet) as FacetValues;
  }

  #findKey(facet: ArticleFacet, key: string): number {
    return this.#of(facet).added.get(key)?.id ?? findKey(this.#sorted, facet, key);
  }

  #append(facet: ArticleFacet, key: string, value: string): number {
    const values = this.#of(facet);
    const id = nameCount(this.#sorted) + this.#addedNames.push(value) - 1;
    values.added.set(key, { key, id });
    values.byName = null;
    return id;
  }

  #merge(facet: ArticleFacet, added: readonly Added[]): Uint32Array {
    const [from, to] = facetRange(this.#sorted, facet);
    const ids = new Uint32Array(to - from + added.length);
    let next = from;
    let length = 0;
    for (const { key, id } of added) {
      const place = placeOfKey(this.#sorted, facet, key);
      while (next < place) ids[length++] = next++;
      ids[length++] = id;
    }
    while (next < to) ids[length++] = next++;
    return ids;
  }
}

function byKey({ key: one }: Added, { key: other }: Added): number {
  return one < other ? -1 : Number(one > other);
}
