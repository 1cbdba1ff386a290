/** Read at once at least this much: a read of a file costs far more than its bytes. */
const WINDOW = 1 << 20;

/** A file read mostly from front to back, a window at a time. */
export class BlobWindow {
  readonly #blob: Blob;
  #bytes = new Uint8Array(0);
  #at = 0;

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  get size(): number {
    return this.#blob.size;
  }

  /** The bytes from `from` to `to` − 1, fewer where the file ends. A view: good until the next read. */
  async read(from: number, to: number): Promise<Uint8Array> {
    const end = Math.min(to, this.#blob.size);
    if (from < this.#at || end > this.#at + this.#bytes.length) {
      const ahead = this.#blob.slice(from, Math.max(end, from + WINDOW));
      this.#bytes = new Uint8Array(await ahead.arrayBuffer());
      this.#at = from;
    }
    return this.#bytes.subarray(from - this.#at, Math.max(from, end) - this.#at);
  }
}
