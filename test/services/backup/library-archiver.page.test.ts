import { expect, it } from 'vitest';
import { contentKey } from '../../../core/article/content-key.ts';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import { createArchiver } from '../../../services/backup/library-archiver.ts';
import { makeBackup } from '../../../services/backup/make-backup.ts';
import { rehearseLast } from '../../../services/backup/rehearse.ts';
import { sha256 } from '../../../services/content-hash.ts';
import { openArchive } from '../../../services/transfer/archive-reader.ts';
import { removeArticle } from '../../../storage/bin.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { saveSearch } from '../../../storage/saved-searches.ts';
import { aBundle, anArticle } from '../../support/article-builders.ts';
import { aRig, type Rig, UNWATCHED } from '../../support/backup-rig.ts';

/** A library whose backups are archives; articles have the hash of their content, as the product saves them. */
async function aRealRig() {
  const rig = await aRig();
  const parts = { ...rig.parts, archiver: createArchiver(rig.store, async () => DEFAULT_PREFERENCES, '1.2.3') };
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

it('ends the reading of the library when it is stopped', async () => {
  const rig = await aRealRig();
  await rig.save('one', 'two', 'three');
  const controller = new AbortController();
  const pass = async (done: number): Promise<void> => {
    if (done === 1) controller.abort();
    controller.signal.throwIfAborted();
  };
  await expect(makeBackup(rig.parts, rig.files, { signal: controller.signal, pass })).rejects.toThrow();
  expect(await rig.names()).toEqual([]);
});
