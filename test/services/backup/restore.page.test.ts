import { expect, it } from 'vitest';
import { contentKey } from '../../../core/article/content-key.ts';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import { makeBackup } from '../../../services/backup/make-backup.ts';
import { createWorkerArchiver } from '../../../services/backup/worker-archiver.ts';
import { sha256 } from '../../../services/content-hash.ts';
import { createTransferClient } from '../../../services/transfer/transfer-client.ts';
import { removeArticle } from '../../../storage/bin.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { saveSearch } from '../../../storage/saved-searches.ts';
import { aBundle, anArticle } from '../../support/article-builders.ts';
import { aRig, UNWATCHED } from '../../support/backup-rig.ts';
import { dumpOf, importRig, startRigWorker, succeeded } from '../../support/import-rig.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

async function aBackedLibrary() {
  const rig = await aRig();
  const worker = createTransferClient(() => startRigWorker(rig.store));
  const archiver = createWorkerArchiver(rig.store, { load: async () => DEFAULT_PREFERENCES }, worker, '1.2.3');
  let at = 1_000;
  const save = async (slug: string, headline = 'A first article'): Promise<void> => {
    at += 1;
    const contentHash = await sha256(contentKey(anArticle({ slug, headline })));
    succeeded(await saveArticle(rig.store, { ...aBundle({ slug, headline }), contentHash }, at));
  };
  const back = async (): Promise<File> => {
    const { name } = await makeBackup({ ...rig.parts, archiver }, rig.files, UNWATCHED);
    return new File([(await rig.files.read(name)) as File], name);
  };
  return { rig, save, back };
}

it('brings back from both files the library as it was, with what was taken off and removed since', async () => {
  const { rig, save, back } = await aBackedLibrary();
  const { store } = rig;
  for (const slug of ['one', 'two', 'three', 'four', 'five']) await save(slug);
  await changeOwnData(store, 'two', 1, (own) => ({ ...own, tags: ['a', 'b'], note: 'First.', starredAt: 1 }));
  await removeArticle(store, 'one', 2);
  const full = await back();
  await changeOwnData(store, 'two', 3, (own) => ({ ...own, tags: ['b'], note: 'Second.', starredAt: null }));
  await removeArticle(store, 'four', 4);
  await save('three', 'A better headline');
  await save('six');
  await saveSearch(store, { name: 'Chips', query: 'chips', sort: 'relevance', createdAt: 1, seenThrough: 0 });
  const changes = await back();

  const restored = temporaryStore();
  const { transfer } = importRig(restored);
  const preview = succeeded(await transfer.preview(changes, () => {}, full).outcome);
  expect(preview.report).toMatchObject({ counts: { added: 4, refused: 0 }, conflicts: [], binned: 2 });
  expect(succeeded(await transfer.import(preview, () => {}).outcome)).toMatchObject({ counts: { added: 4 } });
  expect(await dumpOf(restored)).toEqual(await dumpOf(store));
});
