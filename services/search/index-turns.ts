/** Milliseconds the writer computes before others in its thread have a turn. */
const TURN = 12;

/** Lets others in this thread have a turn when it is time; rejects with the signal's reason once that is aborted. */
export type Pause = () => Promise<void>;

/** A `Pause` that ends with `signal`. */
export function pauseUntil(signal: AbortSignal): Pause {
  let turned = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - turned < TURN) return;
    await nextTask();
    turned = performance.now();
    signal.throwIfAborted();
  };
}

/** A timer would wait four milliseconds, a promise would let nobody in between. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
