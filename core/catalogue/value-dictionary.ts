import { fieldKey } from '../query/field-key.ts';
import type { ValueField } from '../query/query.ts';
import { ARTICLE_FACETS, type ArticleFacet } from './facet.ts';

const FIELD_OF: { readonly [Name in ArticleFacet]: ValueField | null } = {
  topics: 'topic',
  entities: 'entity',
  sources: 'source',
  languages: 'lang',
  months: null,
  tags: 'tag',
};

/** What spellings of one value have in common. */
function keyOf(facet: ArticleFacet, value: string): string {
  const field = FIELD_OF[facet];
  return field === null ? value : fieldKey(field, value);
}

interface Entry {
  readonly facet: ArticleFacet;
  readonly key: string;
  readonly value: string;
}

/**
 * Every facet value of the library gets a small number, its id, and keeps it. The values of all facets share one
 * sequence of ids, so that an article is one list of numbers and all facets are counted in one pass.
 */
export class ValueDictionary {
  readonly #entries: Entry[] = [];
  /** For each facet its ids by key and by every spelling met: a known spelling is not folded again. */
  readonly #ids = new Map<ArticleFacet, Map<string, number>>(ARTICLE_FACETS.map((facet) => [facet, new Map()]));
  readonly #byName: number[] = [];

  /** Ids are 0 to size - 1. */
  get size(): number {
    return this.#entries.length;
  }

  /** The id of `value`, or null when no article ever had it. */
  find(facet: ArticleFacet, value: string): number | null {
    return this.#ids.get(facet)?.get(keyOf(facet, value)) ?? null;
  }

  /** The id of `value`; a new value is remembered as it is spelt here. */
  add(facet: ArticleFacet, value: string): number {
    const ids = this.#ids.get(facet);
    const known = ids?.get(value);
    if (known !== undefined) return known;
    const key = keyOf(facet, value);
    const id = ids?.get(key) ?? this.#entries.push({ facet, key, value }) - 1;
    ids?.set(key, id).set(value, id);
    return id;
  }

  /** The facet and the spelling of an id that `add` gave. */
  entry(id: number): Entry {
    const entry = this.#entries[id];
    if (entry === undefined) throw new RangeError(`no value has id ${id}`);
    return entry;
  }

  /** All ids, ordered by the folded names of their values. */
  byName(): readonly number[] {
    const entries = this.#entries;
    const ids = this.#byName;
    if (ids.length === entries.length) return ids;
    // New ids join behind those that are in order already, so that little is left to sort.
    while (ids.length < entries.length) ids.push(ids.length);
    return ids.sort((one, other) => compare(entries[one]?.key, entries[other]?.key));
  }
}

function compare(one = '', other = ''): number {
  return one < other ? -1 : Number(one > other);
}
