import { expect, it } from 'vitest';
import { contentKey } from '../../../core/article/content-key.ts';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import { makeBackup } from '../../../services/backup/make-backup.ts';
import { rehearseLast } from '../../../services/backup/rehearse.ts';
import { createWorkerArchiver } from '../../../services/backup/worker-archiver.ts';
import { sha256 } from '../../../services/content-hash.ts';
import { openArchive } from '../../../services/transfer/archive-reader.ts';
import { createTransferClient } from '../../../services/transfer/transfer-client.ts';
import { removeArticle } from '../../../storage/bin.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { saveSearch } from '../../../storage/saved-searches.ts';
import { aBundle, anArticle } from '../../support/article-builders.ts';
import { aRig, type Rig, UNWATCHED } from '../../support/backup-rig.ts';
import { startRigWorker } from '../../support/import-rig.ts';

/** A library whose backups are archives; articles have the hash of their content, as the product saves them. */
async function aRealRig() {
  const rig = await aRig();
  const worker = createTransferClient(() => startRigWorker(rig.store));
  const archiver = createWorkerArchiver(rig.store, { load: async () => DEFAULT_PREFERENCES }, worker, '1.2.3');
  const parts = { ...rig.parts, archiver };
  return {
    ...rig,
    parts,
    async save(...slugs: string[]) {
      for (const slug of slugs) {
        const contentHash = await sha256(contentKey(anArticle({ slug })));
        await saveArticle(rig.store, { ...aBundle({ slug }), contentHash }, rig.parts.now());
      }
    },
    back: () => makeBackup(parts, rig.files, UNWATCHED),
    rehearse: async () => rehearseLast(parts, (await rig.memory.load()).files, rig.files, UNWATCHED),
  };
}

async function slugsIn({ files }: Pick<Rig, 'files'>, name: string) {
  const opened = await openArchive((await files.read(name)) as File);
  if (!opened.ok) throw new Error(opened.problem.kind);
  const slugs: string[] = [];
  for await (const batch of opened.value.holdings()) {
    for (const item of batch) {
      if (!('holding' in item)) throw new Error(item.reason);
      slugs.push(item.holding.article.slug + (item.removedAt === null ? '' : ' (in the bin)'));
    }
  }
  return { slugs, searches: (await opened.value.searches()).records.map(({ name }) => name) };
}

it('writes the whole library, then what changed, was removed, and what no change tells of', async () => {
  const rig = await aRealRig();
  await rig.save('one', 'two', 'three', 'four');
  await removeArticle(rig.store, 'one', rig.parts.now());
  const full = await rig.back();
  expect(await slugsIn(rig, full.name)).toEqual({ slugs: ['four', 'three', 'two', 'one (in the bin)'], searches: [] });

  await rig.save('five');
  await removeArticle(rig.store, 'two', rig.parts.now());
  await changeOwnData(rig.store, 'three', rig.parts.now(), (own) => ({ ...own, tags: ['mine'], note: 'Mine.' }));
  await saveSearch(rig.store, { name: 'Chips', query: 'chips', sort: 'relevance', createdAt: 1, seenThrough: 0 });
  const changes = await rig.back();
  expect(changes.base).toBe(full.name);
  const inChanges = { slugs: ['five', 'three', 'two (in the bin)'], searches: ['Chips'] };
  expect(await slugsIn(rig, changes.name)).toEqual(inChanges);
  expect(await rig.rehearse()).toEqual({ articles: 3, missing: 0, damaged: 0 });
});

it('finds a flipped bit wherever it is', async () => {
  const rig = await aRealRig();
  await rig.save('one', 'two', 'three');
  const { name, bytes } = await rig.back();
  const handle = await rig.folder.getFileHandle(name);
  const whole = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  for (let at = 0; at < bytes; at += Math.ceil(bytes / 40)) {
    const writable = await handle.createWritable();
    await writable.write(whole.map((byte, index) => (index === at ? byte ^ 16 : byte)));
    await writable.close();
    expect((await rig.rehearse()).damaged, `byte ${at}`).toBeGreaterThan(0);
  }
});

it('breaks off when it is stopped, and leaves nothing behind', async () => {
  const rig = await aRealRig();
  await rig.save('one', 'two', 'three');
  const controller = new AbortController();
  const pass = async (): Promise<void> => controller.abort();
  const progress = { signal: controller.signal, pass };
  await expect(makeBackup(rig.parts, rig.files, progress)).rejects.toMatchObject({ problem: { kind: 'cancelled' } });
  expect(await rig.names()).toEqual([]);
});

it('says that a folder is gone in its own words, which a database has as well', async () => {
  const rig = await aRealRig();
  await rig.save('one');
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(rig.folder.name, { recursive: true });
  await expect(rig.back()).rejects.toMatchObject({ problem: { kind: 'no-folder-access' } });
});
