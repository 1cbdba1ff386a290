import { ByteWriter } from '../bytes/byte-writer.ts';

/** The articles that hold one term, on their way into a segment: one entry each, in ascending order of `docs`. */
export class TermPostings {
  length = 0;
  docs: Uint32Array = new Uint32Array(256);
  /** How often the term stands in the article, at least 1. */
  counts: Uint32Array = new Uint32Array(256);
  /** What its places in the upper tiers add: the sum of their weights minus 1. */
  extras: Uint32Array = new Uint32Array(256);
  /** Where the article's positions end in `positions`. */
  positionEnds: Uint32Array = new Uint32Array(256);
  /** For each article `counts` codes: the first position, then the gaps minus 1. */
  readonly positions: ByteWriter = new ByteWriter(4096);

  clear(): void {
    this.length = 0;
    this.positions.length = 0;
  }

  /** Ends an entry whose positions are already written. */
  push(doc: number, count: number, extra: number): void {
    const at = this.length;
    if (at === this.docs.length) this.#grow();
    this.docs[at] = doc;
    this.counts[at] = count;
    this.extras[at] = extra;
    this.positionEnds[at] = this.positions.length;
    this.length = at + 1;
  }

  #grow(): void {
    this.docs = twice(this.docs);
    this.counts = twice(this.counts);
    this.extras = twice(this.extras);
    this.positionEnds = twice(this.positionEnds);
  }
}

function twice(column: Uint32Array): Uint32Array {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}
