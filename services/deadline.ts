/** A timer that aborts its signal when it runs out, unless it is fed before. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Starts the countdown again. */
  feed(milliseconds: number): void;
  stop(): void;
}

/** The reason of a signal that a deadline aborted. */
export const DEADLINE_PASSED = Symbol('deadline passed');

/** A deadline that runs out `milliseconds` from now, or when `outer` is aborted. */
export function startDeadline(milliseconds: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const expire = (): void => controller.abort(DEADLINE_PASSED);
  let timer = setTimeout(expire, milliseconds);
  const signal = outer === undefined ? controller.signal : AbortSignal.any([controller.signal, outer]);
  return {
    signal,
    feed(next) {
      clearTimeout(timer);
      timer = setTimeout(expire, next);
    },
    stop: () => clearTimeout(timer),
  };
}
