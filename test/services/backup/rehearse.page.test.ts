import { expect, it } from 'vitest';
import { rehearseFile, rehearseLast } from '../../../services/backup/rehearse.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { aRig, type Rig, UNWATCHED } from '../../support/backup-rig.ts';

/** A full copy of three articles, and one file of changes with a fourth. */
async function aBackedRig(): Promise<Rig> {
  const rig = await aRig();
  await rig.save('one', 'two', 'three');
  await rig.back();
  await rig.save('four');
  await rig.back();
  return rig;
}

async function rehearse(rig: Rig) {
  return rehearseLast(rig.parts, (await rig.memory.load()).files, rig.files, UNWATCHED);
}

/** Writes `bytes` over the file `name` from `at` on. */
async function overwrite({ folder }: Rig, name: string, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const writable = await (await folder.getFileHandle(name)).createWritable({ keepExistingData: true });
  await writable.write({ type: 'write', position: at, data: bytes });
  await writable.close();
}

async function namesOf(rig: Rig): Promise<[full: string, changes: string]> {
  const [full, changes] = (await rig.memory.load()).files;
  return [full?.name ?? '', changes?.name ?? ''];
}

it('finds nothing wrong with a backup that holds everything', async () => {
  expect(await rehearse(await aBackedRig())).toEqual({ articles: 4, missing: 0, damaged: 0 });
});

it('finds one flipped bit, even where it changes no article', async () => {
  for (const place of [0, 1]) {
    const rig = await aBackedRig();
    const name = (await namesOf(rig))[place] ?? '';
    const text = (await (await rig.files.read(name))?.text()) ?? '';
    const at = text.indexOf('What it is about');
    await overwrite(rig, name, at, new Uint8Array([text.charCodeAt(at) ^ 1]));
    expect(await rehearse(rig)).toEqual({ articles: 4, missing: 0, damaged: 1 });
  }
});

it('finds a missing file, and what is lost with it', async () => {
  const [full, changes] = await namesOf(await aBackedRig());
  for (const [name, left] of [
    [full, 1],
    [changes, 3],
  ] as const) {
    const rig = await aBackedRig();
    await rig.folder.removeEntry(name);
    expect(await rehearse(rig)).toEqual({ articles: left, missing: 4 - left, damaged: 1 });
  }
});

it('finds a file that is no archive any more', async () => {
  const rig = await aBackedRig();
  const [full] = await namesOf(rig);
  await overwrite(rig, full, 0, new Uint8Array(20));
  expect(await rehearse(rig)).toMatchObject({ damaged: 1, missing: 3 });
});

it('finds what was saved or marked since', async () => {
  const rig = await aBackedRig();
  await rig.save('five');
  await changeOwnData(rig.store, 'one', rig.parts.now(), (own) => ({ ...own, tags: ['late'] }));
  expect(await rehearse(rig)).toEqual({ articles: 4, missing: 2, damaged: 0 });
});

it('changes nothing', async () => {
  const rig = await aBackedRig();
  const before = [await rig.memory.load(), await rig.names()];
  await rehearse(rig);
  expect([await rig.memory.load(), await rig.names()]).toEqual(before);
});

it('says so when there is no backup yet', async () => {
  await expect(rehearse(await aRig())).rejects.toMatchObject({ problem: { kind: 'not-an-archive' } });
});

it('takes a file that the person chose by itself: a full copy for all, a file of changes for what changed', async () => {
  const rig = await aBackedRig();
  const { files } = await rig.memory.load();
  const found = [];
  for (const { name } of files) {
    const file = await rig.files.read(name);
    if (file !== null) found.push(await rehearseFile(rig.parts, files, file, UNWATCHED));
  }
  expect(found).toEqual([
    { articles: 3, missing: 1, damaged: 0 },
    { articles: 1, missing: 0, damaged: 0 },
  ]);
});
