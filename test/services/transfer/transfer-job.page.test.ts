import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import type { JobControl } from '../../../services/transfer/job-control.ts';
import { createTransferClient } from '../../../services/transfer/transfer-client.ts';
import type { ExportTask, MadeFile, TransferPort } from '../../../services/transfer/transfer-messages.ts';
import { serveTransfer } from '../../../services/transfer/transfer-worker.ts';
import type { Store } from '../../../storage/store.ts';

/** A page and a worker that talk through a real message channel; what the worker does is the test's. */

const TASK: ExportTask = {
  request: { format: 'csv', scope: { kind: 'all' }, linkNames: false },
  at: 0,
  appVersion: '1',
  locale: 'en',
  settings: DEFAULT_PREFERENCES,
};
const MADE: MadeFile = { file: new File(['x'], 'x.csv'), articles: 3 };

describe('a job of the transfer worker', () => {
  const channels: MessageChannel[] = [];
  afterEach(() => {
    for (const { port1, port2 } of channels.splice(0)) for (const port of [port1, port2]) port.close();
  });

  function start(work: (control: JobControl) => Promise<MadeFile>, clock: () => number = () => 0) {
    const channel = new MessageChannel();
    channels.push(channel);
    const told: [number, number][] = [];
    serveTransfer(portOf(channel.port1), (_, control) => work(control), { store: {} as Store, clock });
    const client = createTransferClient(() => portOf(channel.port2));
    return { told, job: client.run('export', TASK, (done, total) => told.push([done, total])) };
  }

  test('tells how far it is, not more often than a bar needs, and at the end', async () => {
    let now = 0;
    const { told, job } = start(
      async (control) => {
        for (let done = 0; done <= 1_000; done += 1) {
          now += 1;
          await control.pass(done, 1_000);
        }
        return MADE;
      },
      () => now,
    );
    expect(await job.outcome).toMatchObject({ ok: true, value: { articles: 3 } });
    expect(told[0]).toEqual([0, 1_000]);
    expect(told.at(-1)).toEqual([1_000, 1_000]);
    expect(told.length).toBeLessThan(13);
  });

  test('stands still while it is paused and goes on afterwards', async () => {
    let passed = 0;
    const reached = Promise.withResolvers<void>();
    const { job } = start(async (control) => {
      for (; passed < 200; passed += 1) {
        await control.pass(passed, 200);
        await turn();
        if (passed === 5) reached.resolve();
      }
      return MADE;
    });
    await reached.promise;
    job.pause();
    let before = -1;
    while (before !== passed) {
      before = passed;
      for (let turns = 0; turns < 5; turns += 1) await turn();
    }
    expect(passed).toBeLessThan(200);
    job.resume();
    expect(await job.outcome).toMatchObject({ ok: true });
    expect(passed).toBe(200);
  });

  test.each(['while it runs', 'while it is paused'])('ends as cancelled when it is stopped %s', async (when) => {
    const reached = Promise.withResolvers<void>();
    const { job } = start(async (control) => {
      for (;;) {
        await control.pass(0, 1);
        await turn();
        reached.resolve();
      }
    });
    await reached.promise;
    if (when === 'while it is paused') job.pause();
    job.cancel();
    expect(await job.outcome).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
  });

  test('names what it met', async () => {
    const full = start(() => Promise.reject(new DOMException('no room', 'QuotaExceededError')));
    expect(await full.job.outcome).toMatchObject({ ok: false, problem: { kind: 'disk-full' } });
  });
});

test('a job whose worker ended is over, and the next one has another worker', async () => {
  let started = 0;
  const client = createTransferClient(() => {
    started += 1;
    return new Worker(URL.createObjectURL(new Blob(['onmessage = () => { throw new Error("no more"); }'])));
  });
  for (let times = 1; times <= 2; times += 1) {
    expect(await client.run('export', TASK, () => {}).outcome).toMatchObject({ problem: { kind: 'interrupted' } });
    expect(started).toBe(times);
  }
});

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function portOf(port: MessagePort): TransferPort {
  port.start();
  return port;
}
