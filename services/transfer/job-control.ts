import type { OnProgress } from './transfer.ts';

/** Progress is told this often at most, in milliseconds: a bar needs no more, and telling costs. */
const TELL_EVERY_MS = 100;

/** What long work passes at each article: it is told how far it is, stands still while paused, and ends when cancelled. */
export class JobControl {
  readonly #abort = new AbortController();
  readonly #tell: OnProgress;
  readonly #clock: () => number;
  #pause: PromiseWithResolvers<void> | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;

  /** `clock` answers milliseconds from any beginning. */
  constructor(tell: OnProgress, clock: () => number) {
    this.#tell = tell;
    this.#clock = clock;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Work is `done` of `total`; resolves when it may go on, rejects with the signal's reason when it must not. */
  async pass(done: number, total: number): Promise<void> {
    const at = this.#clock();
    if (at - this.#toldAt >= TELL_EVERY_MS || done === total) {
      this.#toldAt = at;
      this.#tell(done, total);
    }
    if (this.#pause !== null) await this.#pause.promise;
    this.signal.throwIfAborted();
  }

  pause(): void {
    this.#pause ??= Promise.withResolvers();
  }

  resume(): void {
    this.#pause?.resolve();
    this.#pause = null;
  }

  cancel(): void {
    this.#abort.abort();
    this.resume();
  }
}
