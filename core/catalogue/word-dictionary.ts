import type { IdSet } from './id-lists.ts';

/** Never the id of a word: it stands between two fields of an article, so that no phrase runs from one into the next. */
export const FIELD_END = 0;

/** Every word of the library gets a small number, its id, and keeps it. Words are as `words` folds them. */
export class WordDictionary {
  readonly #ids = new Map<string, number>();

  /** The id of `word`, which is remembered when it is new. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(word, id);
    return id;
  }

  /** The set with `word` alone, or the empty set when no article ever had it. */
  only(word: string): IdSet {
    const ids = new Uint8Array(this.#ids.size + 1);
    const id = this.#ids.get(word);
    if (id !== undefined) ids[id] = 1;
    return ids;
  }

  /** The set of all words that pass `test`. */
  where(test: (word: string) => boolean): IdSet {
    const ids = new Uint8Array(this.#ids.size + 1);
    for (const [word, id] of this.#ids) if (test(word)) ids[id] = 1;
    return ids;
  }
}
