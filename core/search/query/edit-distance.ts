/**
 * Bounded distances from one word to many that come in alphabetical order. The distance is that of optimal string
 * alignment: letters added, left out, changed, or two neighbours exchanged (Damerau 1964). Rows of the table are kept
 * for the letters that a word shares with the one before, so most words cost a few cells.
 */
export class EditDistance {
  readonly #word: readonly string[];
  readonly #limit: number;
  readonly #rows: Uint8Array[];
  readonly #letters: string[] = [];
  /** Rows that hold: one more than the letters they stand for. */
  #valid = 1;

  /** Distances from `word` up to `limit`. */
  constructor(word: string, limit: number) {
    this.#word = [...word];
    this.#limit = limit;
    this.#rows = [Uint8Array.from({ length: this.#word.length + 1 }, (_, column) => Math.min(column, limit + 1))];
  }

  /** The distance to `letters`, or limit + 1 when it is greater than the limit. */
  to(letters: readonly string[]): number {
    let row = 0;
    while (row + 1 < this.#valid && row < letters.length && this.#letters[row] === letters[row]) row += 1;
    this.#valid = row + 1;
    for (; row < letters.length; row += 1) {
      this.#letters[row] = letters[row] as string;
      this.#fillRow(row + 1);
      this.#valid = row + 2;
      if (this.#isHopeless(row + 1)) return this.#limit + 1;
    }
    return this.#rows[letters.length]?.[this.#word.length] ?? this.#limit + 1;
  }

  #fillRow(row: number): void {
    const above = this.#rows[row - 1] as Uint8Array;
    const current = this.#rows[row] ?? new Uint8Array(this.#word.length + 1);
    this.#rows[row] = current;
    const most = this.#limit + 1;
    current[0] = Math.min(row, most);
    for (let column = 1; column < current.length; column += 1) {
      const isSame = this.#letters[row - 1] === this.#word[column - 1];
      let least = Math.min(
        (above[column - 1] as number) + (isSame ? 0 : 1),
        (above[column] as number) + 1,
        (current[column - 1] as number) + 1,
      );
      if (this.#isExchanged(row, column)) least = Math.min(least, (this.#rows[row - 2]?.[column - 2] ?? most) + 1);
      current[column] = Math.min(least, most);
    }
  }

  #isExchanged(row: number, column: number): boolean {
    if (row < 2 || column < 2) return false;
    return this.#letters[row - 1] === this.#word[column - 2] && this.#letters[row - 2] === this.#word[column - 1];
  }

  /** Whether no continuation of the letters so far can come within the limit. */
  #isHopeless(row: number): boolean {
    const isAbove = (value: number) => value > this.#limit;
    // An exchange looks two rows back, so one row over the limit does not yet decide it.
    return (this.#rows[row] as Uint8Array).every(isAbove) && (this.#rows[row - 1] as Uint8Array).every(isAbove);
  }
}
