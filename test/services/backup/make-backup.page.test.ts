import { describe, expect, it } from 'vitest';
import type { BackupRecord } from '../../../core/backup/backup-record.ts';
import { filesOfFolder } from '../../../services/backup/backup-files.ts';
import { holdsBytes } from '../../../services/backup/blocks.ts';
import { rehearseLast } from '../../../services/backup/rehearse.ts';
import { removeArticle } from '../../../storage/bin.ts';
import { aRig, DAY, type Rig, UNWATCHED } from '../../support/backup-rig.ts';
import { Fate, fatedFolder, fatedMemory, MISHAPS, type Mishap, spoilingFolder } from '../../support/failing-folder.ts';

const NOTHING_LOST = { missing: 0, damaged: 0 };

/** What is on disk is what the record says, byte for byte. */
async function expectRecordTrue({ memory, files }: Rig): Promise<BackupRecord> {
  const record = await memory.load();
  for (const one of record.files) {
    const file = await files.read(one.name);
    expect(file !== null && (await holdsBytes(file, one)), one.name).toBe(true);
  }
  return record;
}

async function rehearsed(rig: Rig) {
  return rehearseLast(rig.parts, (await rig.memory.load()).files, rig.files, UNWATCHED);
}

describe('a backup', () => {
  it('is a full copy first, then one file with all that changed since', async () => {
    const rig = await aRig();
    await rig.save('one', 'two', 'three');
    const full = await rig.back();
    expect(full).toMatchObject({ name: 'offprint-1970-01-02-000300-full.zip', base: null, articles: 3 });
    await rig.save('four');
    await rig.back();
    await rig.save('five');
    const changes = await rig.back();
    expect(changes).toMatchObject({ base: full.name, articles: 5 });
    const text = await (await rig.files.read(changes.name))?.text();
    expect(text?.match(/"slug":"\w+"/g)).toEqual(['"slug":"four"', '"slug":"five"']);
    expect(await rehearsed(rig)).toEqual({ articles: 5, ...NOTHING_LOST });
    await expectRecordTrue(rig);
  });

  it('writes nothing while nothing changed, and says that the last one still holds everything', async () => {
    const rig = await aRig();
    await rig.save('one');
    const first = await rig.back();
    rig.wait(9 * DAY);
    expect(await rig.back()).toEqual(first);
    expect(await rig.names()).toEqual([first.name]);
    expect((await rig.memory.load()).currentAt).toBe(rig.parts.now());
  });

  it('is made when only searches or settings changed, of which the change log does not tell', async () => {
    const rig = await aRig();
    await rig.save('one');
    const first = await rig.back();
    const { archiver } = rig.parts;
    Object.assign(archiver, { besideHash: async () => 'other' });
    expect(await rig.back()).toMatchObject({ base: first.name, beside: 'other' });
  });

  it('tells of articles that were removed since the full copy', async () => {
    const rig = await aRig();
    await rig.save('one', 'two');
    await rig.back();
    await removeArticle(rig.store, 'one', rig.parts.now());
    await rig.back();
    expect(await rehearsed(rig)).toEqual({ articles: 1, ...NOTHING_LOST });
  });

  it('is a full copy again when the last one is missing or cut short, and after thirty days', async () => {
    const rig = await aRig();
    await rig.save('one');
    const first = await rig.back();
    await rig.folder.removeEntry(first.name);
    const second = await rig.back();
    expect(second).toMatchObject({ base: null });
    await (await (await rig.folder.getFileHandle(second.name)).createWritable()).close();
    const third = await rig.back();
    expect(third).toMatchObject({ base: null });
    rig.wait(30 * DAY);
    await rig.save('two');
    expect(await rig.back()).toMatchObject({ base: null });
  });

  it('is a full copy again when the change log is not the one it knew', async () => {
    const rig = await aRig();
    await rig.save('one', 'two');
    await rig.back();
    await rig.store.read((database) => database.delete('changes', 2));
    await rig.save('three');
    expect(await rig.back()).toMatchObject({ base: null });
  });

  it('keeps as many full copies as were asked for, and touches nothing that is not its own', async () => {
    const rig = await aRig({ copies: 2 });
    await rig.folder.getFileHandle('mine.txt', { create: true });
    for (const slug of ['one', 'two', 'three', 'four']) {
      await rig.save(slug);
      await rig.back();
      await rig.save(`${slug}-more`);
      await rig.back();
      rig.wait(30 * DAY);
    }
    const { files, unwanted } = await expectRecordTrue(rig);
    expect(files.map(({ base }) => base === null)).toEqual([true, false, true, false]);
    expect(await rig.names()).toEqual(['mine.txt', ...files.map(({ name }) => name)]);
    expect(unwanted).toEqual([]);
    expect(await rehearsed(rig)).toEqual({ articles: 8, ...NOTHING_LOST });
  });

  it('is none when the disk holds other bytes than were written', async () => {
    const rig = await aRig();
    await rig.save('one');
    const good = await rig.back();
    await rig.save('two');
    await expect(rig.back(filesOfFolder(spoilingFolder(rig.folder)))).rejects.toMatchObject({
      problem: { kind: 'archive-damaged' },
    });
    expect(await rig.names()).toEqual([good.name]);
    expect((await rig.memory.load()).files).toEqual([good]);
  });

  it('is none when another place was chosen while it was written', async () => {
    const rig = await aRig();
    await rig.save('one');
    const { archiver } = rig.parts;
    const { write } = archiver;
    Object.assign(archiver, {
      write: (...given: Parameters<typeof write>) => {
        void rig.memory.change((record) => ({ ...record, place: { kind: 'downloads' }, chosenAt: 7, unwanted: [] }));
        return write(...given);
      },
    });
    await expect(rig.back()).rejects.toMatchObject({ problem: { kind: 'cancelled' } });
    expect(await rig.names()).toEqual([]);
    expect((await rig.memory.load()).files).toEqual([]);
  });
});

/** Each call to the folder and to the record goes wrong once; what is written in between depends on the case. */
describe.each([
  { what: 'a full copy that pushes out all before it', waited: 31 * DAY },
  { what: 'changes that push out those before them', waited: DAY },
])('$what, cut off at any call', ({ waited }) => {
  async function prepared(): Promise<Rig> {
    const rig = await aRig({ copies: 1 });
    await rig.save('one', 'two');
    await rig.back();
    await rig.save('three');
    await rig.back();
    rig.wait(waited);
    return rig;
  }

  it.each(MISHAPS)(
    'when it is %s, leaves the backup before whole, and the next one puts all in order',
    async (mishap) => {
      const unharmed = await tried(await prepared(), Number.POSITIVE_INFINITY, mishap);
      expect(unharmed.calls).toBeGreaterThan(10);
      const calls = Array.from({ length: unharmed.calls }, (_, index) => index + 1);
      await Promise.all(calls.map((call) => expectHarmless(call, mishap)));
    },
  );

  /** A backup of four articles, the `call`th call of which goes wrong. */
  async function tried(rig: Rig, call: number, mishap: Mishap): Promise<{ calls: number; isMade: boolean }> {
    await rig.save('four');
    const fate = new Fate(call, mishap);
    const making = rig.back(filesOfFolder(fatedFolder(rig.folder, fate)), fatedMemory(rig.memory, fate));
    const isMade = await making.then(
      () => true,
      () => false,
    );
    return { calls: fate.calls, isMade };
  }

  async function expectHarmless(call: number, mishap: Mishap): Promise<void> {
    const rig = await prepared();
    const { isMade } = await tried(rig, call, mishap);
    const { files } = await expectRecordTrue(rig);
    const { articles } = await rehearsed(rig);
    expect(articles, `call ${call}`).toBe(files.at(-1)?.articles);
    expect(articles, `call ${call}`).toBeGreaterThanOrEqual(isMade ? 4 : 3);

    await rig.save('five');
    await rig.back();
    const after = await expectRecordTrue(rig);
    expect(await rehearsed(rig)).toEqual({ articles: 5, ...NOTHING_LOST });
    expect(await rig.names(), `call ${call}`).toEqual(after.files.map(({ name }) => name));
  }
});
