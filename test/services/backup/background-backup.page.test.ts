import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import { backUpInBackground } from '../../../services/backup/background-backup.ts';
import { filesOfFolder } from '../../../services/backup/backup-files.ts';
import { BACKUP_LOCK } from '../../../services/backup/backup-lock.ts';
import type { RunnerParts } from '../../../services/backup/backup-runner.ts';
import { offscreenHelp } from '../../../services/backup/offscreen-help.ts';
import { serveBackground } from '../../../services/backup/serve-background.ts';
import { createWorkerArchiver } from '../../../services/backup/worker-archiver.ts';
import { createTransferClient } from '../../../services/transfer/transfer-client.ts';
import { aRig, DAY } from '../../support/backup-rig.ts';
import { startRigWorker } from '../../support/import-rig.ts';
import { locksOfItsOwn } from '../../support/own-locks.ts';

/** A background and its offscreen document in one page: what they say to each other goes through real ports. */
async function aBackground({
  startWorker,
  hasDocuments = true,
}: {
  startWorker?: () => Worker;
  hasDocuments?: boolean;
} = {}) {
  const rig = await aRig({ place: { kind: 'downloads' } });
  const locks = locksOfItsOwn();
  const lent: string[] = [];
  const seen = { opened: 0, awake: 0 };
  const closed = Promise.withResolvers<void>();

  const open = async () => {
    if (!hasDocuments) throw new Error('no document');
    seen.opened += 1;
    const heard = new EventTarget();
    serveBackground({
      heard,
      startWorker: startWorker ?? (() => startRigWorker(rig.store) as Worker),
      locks,
      close: closed.resolve,
    });
    return {
      postMessage: (data: unknown, [port]: Transferable[]) =>
        void heard.dispatchEvent(new MessageEvent('message', { data, ports: [port as MessagePort] })),
    };
  };
  const backUp = () =>
    backUpInBackground({
      openHelp: () => offscreenHelp(open),
      runnerWith: ({ startWorker: start, lendAddress }): RunnerParts => ({
        ...rig.parts,
        archiver: createWorkerArchiver(
          rig.store,
          { load: async () => DEFAULT_PREFERENCES },
          createTransferClient(start),
          '1',
        ),
        locks,
        downloads: async () => ({
          ...rig.files,
          async store(name, write, signal) {
            const stored = await filesOfFolder(rig.folder).store(name, write, signal);
            const file = (await rig.files.read(name)) as File;
            lent.push(await lendAddress(file, async (address) => (await fetch(address)).text()));
            return stored;
          },
        }),
      }),
      async keepAwake(work) {
        seen.awake += 1;
        return work.finally(() => {
          seen.awake -= 1;
        });
      },
    });
  return { rig, locks, lent, seen, closed: closed.promise, backUp };
}

describe('a backup by the background', () => {
  it('is made with the help of a document, which closes itself afterwards', async () => {
    const { rig, lent, seen, closed, backUp } = await aBackground();
    await rig.save('one', 'two');
    await backUp();
    const [file] = (await rig.memory.load()).files;
    expect(await rig.names()).toEqual([file?.name]);
    expect(file?.articles).toBe(2);
    expect(lent[0]).toContain('articles/one.md');
    await closed;
    expect(seen).toEqual({ opened: 1, awake: 0 });
  });

  it('opens no document while none is due, nor where nothing changed', async () => {
    const { rig, seen, backUp } = await aBackground();
    await rig.save('one');
    await backUp();
    await backUp();
    rig.wait(DAY);
    await backUp();
    expect(seen.opened).toBe(1);
    expect((await rig.memory.load()).currentAt).toBe(rig.parts.now());
  });

  it('is left to the page that is at it', async () => {
    const { rig, locks, seen, backUp } = await aBackground();
    await rig.save('one');
    await locks.request(BACKUP_LOCK, () => backUp());
    expect(seen.opened).toBe(0);
    expect(await rig.names()).toEqual([]);
  });

  it('fails when the worker does, and is tried again a day later', async () => {
    const broken = new EventTarget() as Worker;
    broken.postMessage = () => void broken.dispatchEvent(new Event('error'));
    const { rig, closed, backUp } = await aBackground({ startWorker: () => broken });
    await rig.save('one');
    await expect(backUp()).rejects.toThrow(/the transfer worker ended/);
    await closed;
    expect(await rig.memory.load()).toMatchObject({ files: [], triedAt: rig.parts.now() });
  });

  it('fails when no document can be opened', async () => {
    const { rig, backUp } = await aBackground({ hasDocuments: false });
    await rig.save('one');
    await expect(backUp()).rejects.toThrow(/the transfer worker ended/);
    expect(await rig.names()).toEqual([]);
  });
});
