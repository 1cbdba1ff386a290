import type { FacetValue } from '../../core/catalogue/facet.ts';

/** The values of a facet that fit some words, as far as they are here; by rank. Never changed: more make another one. */
export class ValuePages {
  readonly words: string;
  /** How many there are, here or not. */
  readonly total: number;
  readonly #values: ReadonlyMap<number, FacetValue>;
  readonly #ranks: ReadonlyMap<string, number>;

  constructor(words: string, total: number, values: ReadonlyMap<number, FacetValue> = new Map()) {
    this.words = words;
    this.total = total;
    this.#values = values;
    this.#ranks = new Map([...values].map(([rank, { value }]) => [value, rank]));
  }

  /** The value at `rank`; undefined when it is not here. */
  at(rank: number): FacetValue | undefined {
    return this.#values.get(rank);
  }

  /** The rank of a value, of those that are here; -1 when it is not among them. */
  rankOf(value: string): number {
    return this.#ranks.get(value) ?? -1;
  }

  /** The same with more values, the first of them at `from`. */
  with(from: number, values: readonly FacetValue[]): ValuePages {
    const more = values.map((value, place) => [from + place, value] as const);
    return new ValuePages(this.words, this.total, new Map([...this.#values, ...more]));
  }
}
