/**
 * The `limit` documents with the highest scores, kept in a heap whose root is the worst of them. Of equal scores the
 * later document is the better one; documents are offered in ascending order.
 */
export class TopHits {
  readonly #limit: number;
  readonly #docs: number[] = [];
  readonly #scores: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The lowest score that still gets in. */
  get threshold(): number {
    if (this.#docs.length < this.#limit) return Number.NEGATIVE_INFINITY;
    return this.#scores[0] ?? Number.POSITIVE_INFINITY;
  }

  offer(doc: number, score: number): void {
    if (this.#docs.length < this.#limit) this.#rise(this.#docs.length, doc, score);
    else if (score >= this.threshold) this.#sink(doc, score);
  }

  /** The documents with their scores, best first. */
  best(): readonly { readonly doc: number; readonly score: number }[] {
    return this.#docs
      .map((doc, index) => ({ doc, score: this.#scores[index] as number }))
      .sort((one, other) => other.score - one.score || other.doc - one.doc);
  }

  #rise(from: number, doc: number, score: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!this.#isWorse(doc, score, parent)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, doc, score);
  }

  #sink(doc: number, score: number): void {
    let at = 0;
    for (let child = 1; child < this.#docs.length; child = at * 2 + 1) {
      const right = child + 1;
      if (
        right < this.#docs.length &&
        this.#isWorse(this.#docs[right] as number, this.#scores[right] as number, child)
      ) {
        child = right;
      }
      if (this.#isWorse(doc, score, child)) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, doc, score);
  }

  #isWorse(doc: number, score: number, than: number): boolean {
    const other = this.#scores[than] as number;
    return score < other || (score === other && doc < (this.#docs[than] as number));
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#docs[from] as number, this.#scores[from] as number);
  }

  #set(at: number, doc: number, score: number): void {
    this.#docs[at] = doc;
    this.#scores[at] = score;
  }
}
