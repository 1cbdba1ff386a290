/** Adds up the time of several pieces of work, leaving out what lies between them. */
export class Stopwatch {
  #total = 0;

  /** Milliseconds measured so far. */
  get total(): number {
    return this.#total;
  }

  async time<T>(work: () => T | Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.#total += performance.now() - started;
    }
  }
}
