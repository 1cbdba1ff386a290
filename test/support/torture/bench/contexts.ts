import type { Result } from '../../../../core/result.ts';
import type { Command } from '../command.ts';
import type { FaultyConnections } from './faulty-connections.ts';
import type { StorageCalls, StorageFault } from './storage-calls.ts';

/**
 * Contexts of the extension that can be ended at an exact moment: frames of the bench's page. A frame that is taken out
 * of its page is gone at once, with its connections, transactions and locks, as a closed tab or a stopped worker is.
 */

/** What a frame offers to the page around it. */
export interface Inside {
  readonly calls: StorageCalls;
  readonly connections: FaultyConnections;
  run(command: Command, at: number): Promise<Result<unknown>>;
}

export interface Context {
  readonly inside: Inside;
  end(): void;
}

/** `answer` is null when the context was ended before it had one; `calls`: how many storage calls it made. */
export interface Interrupted {
  readonly answer: Result<unknown> | null;
  readonly calls: number;
}

/** A new context with a store of its own, not yet opened. */
export async function openContext(): Promise<Context> {
  const frame = Object.assign(document.createElement('iframe'), { src: 'torture.html#inside' });
  document.body.append(frame);
  await new Promise((resolve) => {
    frame.onload = resolve;
  });
  const { inside } = frame.contentWindow as unknown as { inside: Inside };
  return { inside, end: () => frame.remove() };
}

/** Does the commands one after another in a context of their own, a second apart from `at` on. */
export async function runAll(commands: readonly Command[], at: number): Promise<Result<unknown>[]> {
  const { inside, end } = await openContext();
  const answers: Result<unknown>[] = [];
  for (const [place, command] of commands.entries()) answers.push(await inside.run(command, at + place * 1_000));
  end();
  return answers;
}

/** Does `command` in a context whose storage call number `point` goes wrong. */
export async function runInterrupted(
  command: Command,
  at: number,
  point: number,
  fault: StorageFault,
): Promise<Interrupted> {
  const { inside, end } = await openContext();
  const stopped = new Promise<null>((resolve) => {
    inside.calls.arm(point, fault, () => {
      end();
      resolve(null);
    });
  });
  const answer = await Promise.race([inside.run(command, at), stopped]);
  const calls = inside.calls.count;
  end();
  return { answer, calls };
}

/** Does `command` in a context that is closed `afterMs` after it was asked, unless it answers before. */
export async function runClosed(command: Command, at: number, afterMs: number): Promise<Interrupted> {
  const { inside, end } = await openContext();
  const closed = new Promise<null>((resolve) => {
    setTimeout(() => {
      end();
      resolve(null);
    }, afterMs);
  });
  const answer = await Promise.race([inside.run(command, at), closed]);
  end();
  return { answer, calls: 0 };
}

let kept: Promise<Context> | undefined;

/** Does `command` in a context that is kept for the next ones. */
export async function runHere(command: Command, at: number): Promise<Result<unknown>> {
  kept ??= openContext();
  return (await kept).inside.run(command, at);
}

/**
 * Does `command` in the kept context, whose connections are closed `afterMs` after it was asked, or as soon as it has
 * answered; the next `failures` tries to open one fail.
 */
export async function runDisconnected(
  command: Command,
  at: number,
  afterMs: number,
  failures: number,
): Promise<Result<unknown>> {
  kept ??= openContext();
  const { connections, run } = (await kept).inside;
  const disconnect = () => {
    connections.close();
    connections.failToOpen(failures);
  };
  const answering = run(command, at);
  await Promise.race([answering, new Promise((resolve) => setTimeout(resolve, afterMs))]);
  disconnect();
  return answering;
}

/** Does every list in a context of its own, all at the same time; each command's time is its number in all of them. */
export async function race(lists: readonly (readonly Command[])[]): Promise<Result<unknown>[]> {
  const answers = await Promise.all(
    lists.map(async (commands, place) => {
      const { inside, end } = await openContext();
      const own: Result<unknown>[] = [];
      for (const [index, command] of commands.entries()) {
        own.push(await inside.run(command, timeOf(place, index)));
      }
      end();
      return own;
    }),
  );
  return answers.flat();
}

/** The time of a command in a race, by which its change is known. */
export function timeOf(list: number, index: number): number {
  return 1_000_000 + list * 100_000 + index;
}
