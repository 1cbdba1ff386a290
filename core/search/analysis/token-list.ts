/** Stands between two texts in a list of term ids, so that no phrase runs from one into the other. */
export const GAP = 0;

/** Term ids, one for each word position. */
export class TokenList {
  /** Only the first `length` count; replaced when the list grows. */
  ids: Uint32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.ids = new Uint32Array(capacity);
  }

  push(id: number): void {
    if (this.length === this.ids.length) {
      const larger = new Uint32Array(this.ids.length * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids[this.length++] = id;
  }
}
