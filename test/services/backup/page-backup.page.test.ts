import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../services/backup/archiver.ts';
import { runDueBackup } from '../../../services/backup/backup-runner.ts';
import { createBackup, type PageParts } from '../../../services/backup/page-backup.ts';
import { readBackupFolder, writeBackupFolder } from '../../../storage/backup-folder.ts';
import { aRig, DAY, type Rig, temporaryFolder, UNWATCHED } from '../../support/backup-rig.ts';
import { locksOfItsOwn } from '../../support/own-locks.ts';

/** Backups as a page has them, in a folder of the origin's private file system that the person "chose". */
async function aPage(change: Partial<PageParts> = {}) {
  const rig = await aRig({ place: { kind: 'none' } });
  const parts: PageParts = {
    ...rig.parts,
    locks: locksOfItsOwn(),
    downloads: () => Promise.reject(new Error('not in this test')),
    pickFolder: async () => rig.folder,
    askForDownloads: async () => true,
    ...change,
  };
  return { rig, parts, backup: createBackup(parts) };
}

const run = (page: { backup: ReturnType<typeof createBackup> }) => page.backup.run(() => {}).outcome;

describe('the state', () => {
  it('says that there is no backup, then where it goes, and what the last one was', async () => {
    const page = await aPage();
    const { rig, backup } = page;
    await rig.save('one', 'two');
    expect(await backup.state()).toMatchObject({
      place: { kind: 'none' },
      canChooseFolder: true,
      last: null,
      copies: 3,
    });
    expect(await backup.chooseFolder()).toEqual({ ok: true, value: true });
    const place = { kind: 'folder', name: rig.folder.name, isAllowed: true };
    expect(await backup.state()).toMatchObject({ place, last: null });
    const made = await run(page);
    expect(made).toMatchObject({ ok: true, value: { articles: 2 } });
    expect((await backup.state()).last).toEqual(made.ok && made.value);
  });

  it('is old when nothing was backed up for three days although something changed', async () => {
    const page = await aPage();
    const { rig, backup } = page;
    await rig.save('one');
    await backup.chooseFolder();
    await run(page);
    rig.wait(9 * DAY);
    expect((await backup.state()).isOld).toBe(false);
    await rig.save('two');
    expect((await backup.state()).isOld).toBe(true);
    await run(page);
    expect((await backup.state()).isOld).toBe(false);
  });

  it('is told to whoever listens, until they no longer do', async () => {
    const { backup } = await aPage();
    let heard = 0;
    const stop = backup.subscribe(() => {
      heard += 1;
    });
    await backup.useDownloads();
    expect(heard).toBe(1);
    stop();
    await backup.turnOff();
    expect(heard).toBe(1);
  });
});

describe('choosing a place', () => {
  it('changes nothing when the person chose none, or did not grant it', async () => {
    const dismissed = await aPage({ pickFolder: () => Promise.reject(new DOMException('', 'AbortError')) });
    expect(await dismissed.backup.chooseFolder()).toEqual({ ok: true, value: false });
    const refused = await aPage({ askForDownloads: async () => false });
    expect(await refused.backup.useDownloads()).toEqual({ ok: true, value: false });
    const without = await aPage({ pickFolder: null });
    expect(await without.backup.chooseFolder()).toEqual({ ok: true, value: false });
    for (const { backup } of [dismissed, refused, without]) {
      expect((await backup.state()).place).toEqual({ kind: 'none' });
    }
  });

  it('forgets the backups of another place, and leaves them there; the same folder again goes on', async () => {
    const page = await aPage();
    const { rig, backup } = page;
    await rig.save('one');
    await backup.chooseFolder();
    await run(page);
    await backup.chooseFolder();
    expect((await backup.state()).last).not.toBeNull();
    const elsewhere = createBackup({ ...page.parts, pickFolder: temporaryFolder });
    rig.wait(1);
    await elsewhere.chooseFolder();
    expect((await elsewhere.state()).last).toBeNull();
    expect(await rig.names()).toHaveLength(1);
  });

  it('has to be done again when the database lost the folder', async () => {
    const page = await aPage();
    await page.backup.chooseFolder();
    await page.rig.store.writeBeside(['library'] as const, (write) => write.objectStore('library').clear());
    expect((await page.backup.state()).place).toMatchObject({ kind: 'folder', isAllowed: false });
    expect(await page.backup.allowFolder()).toMatchObject({ problem: { kind: 'no-folder-access' } });
    expect(await run(page)).toMatchObject({ problem: { kind: 'no-folder-access' } });
  });
});

describe('a backup that fails', () => {
  it('says that the folder is gone, and forgets none of what it knew', async () => {
    const page = await aPage();
    const { rig } = page;
    const root = await navigator.storage.getDirectory();
    await rig.save('one');
    await page.backup.chooseFolder();
    const made = await run(page);
    await root.removeEntry(rig.folder.name, { recursive: true });
    await rig.save('two');
    expect(await run(page)).toMatchObject({ ok: false, problem: { kind: 'no-folder-access' } });
    expect((await page.backup.state()).last).toEqual(made.ok && made.value);
  });

  it('is cancelled in the middle, and leaves nothing behind', async () => {
    const page = await aPage();
    await page.rig.save('one', 'two', 'three');
    await page.backup.chooseFolder();
    const job = page.backup.run((done) => done === 2 && job.cancel());
    expect(await job.outcome).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
    expect(await page.rig.names()).toEqual([]);
    expect((await page.backup.state()).last).toBeNull();
  });

  it('stands still while it is paused', async () => {
    const page = await aPage();
    await page.rig.save('one', 'two', 'three');
    await page.backup.chooseFolder();
    const seen: number[] = [];
    const paused = Promise.withResolvers<void>();
    const job = page.backup.run((done) => {
      seen.push(done);
      if (done !== 2) return;
      job.pause();
      paused.resolve();
    });
    await paused.promise;
    await page.backup.state(); // A few turns of the event loop, in which it could go on.
    expect(seen).toEqual([1, 2]);
    job.resume();
    expect(await job.outcome).toMatchObject({ ok: true });
  });
});

describe('a backup that is due', () => {
  const due = ({ parts }: { parts: PageParts }, progress: Progress = UNWATCHED) => runDueBackup(parts, progress);

  async function aDuePage(change: Partial<PageParts> = {}): Promise<{ rig: Rig; parts: PageParts }> {
    const page = await aPage(change);
    await page.rig.save('one');
    await page.backup.chooseFolder();
    return page;
  }

  it('is made once a day', async () => {
    const page = await aDuePage();
    expect(await due(page)).toMatchObject({ articles: 1 });
    await page.rig.save('two');
    expect(await due(page)).toBeNull();
    page.rig.wait(DAY);
    expect(await due(page)).toMatchObject({ articles: 2 });
  });

  it('is tried again the next day after it failed', async () => {
    const page = await aDuePage();
    const failing = {
      ...page.parts,
      archiver: { ...page.parts.archiver, write: fault },
    };
    await expect(due({ parts: failing })).rejects.toThrow('full');
    expect(await due(page)).toBeNull();
    page.rig.wait(DAY);
    expect(await due(page)).toMatchObject({ articles: 1 });
  });

  it('is made as soon as its folder may be used, since being shut out is no try', async () => {
    const page = await aDuePage();
    const { store } = page.parts;
    const folder = await readBackupFolder(store);
    await writeBackupFolder(store, null);
    await expect(due(page)).rejects.toThrow();
    await writeBackupFolder(store, folder);
    expect(await due(page)).toMatchObject({ articles: 1 });
  });

  it('is left to whoever makes one already', async () => {
    const page = await aDuePage();
    const held = Promise.withResolvers<void>();
    const slow = { ...UNWATCHED, pass: () => held.promise };
    const first = due(page, slow);
    expect(await due(page)).toBeNull();
    held.resolve();
    expect(await first).toMatchObject({ articles: 1 });
  });
});

async function fault(): Promise<never> {
  throw new DOMException('the disk is full', 'QuotaExceededError');
}
