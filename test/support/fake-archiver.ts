import { problem } from '../../core/problem.ts';
import type { Archiver } from '../../services/backup/archiver.ts';
import { fingerprint } from '../../services/backup/fingerprint.ts';
import { writeFile } from '../../services/backup/write-file.ts';
import { TransferFailed } from '../../services/transfer/transfer-failed.ts';
import { readHoldings } from '../../storage/read-holdings.ts';
import type { Store } from '../../storage/store.ts';

/** An archiver whose archives are lines of JSON, for tests of what keeps backups. */
export function fakeArchiver(store: Store): Archiver {
  return {
    besideHash: async () => 'beside',
    async write({ folder, name, slugs }, progress) {
      const lines = linesOf(store, slugs);
      const encoder = new TextEncoder();
      let done = 0;
      const content = new ReadableStream<Uint8Array<ArrayBuffer>>({
        async pull(controller) {
          const next = await lines.next();
          if (next.done) return controller.close();
          controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
          done += 1;
          await progress.pass(done, done);
        },
      });
      return writeFile(folder, name, content, progress.signal);
    },
    async read(file) {
      const lines = (await file.text()).trimEnd().split('\n');
      try {
        const [gone, ...records] = lines.map((line) => JSON.parse(line));
        return { articles: new Map(records.map((record) => [record.slug, fingerprint(record)])), gone, damaged: 0 };
      } catch {
        throw new TransferFailed(problem('archive-damaged'));
      }
    },
  };
}

/** The slugs of `chosen` that are no longer there, then the record of each article. */
async function* linesOf(store: Store, chosen: ReadonlySet<string> | null): AsyncGenerator<unknown> {
  const slugs = [...(chosen ?? (await store.read((database) => database.getAllKeys('articles'))))];
  const holdings = await readHoldings(store, slugs);
  yield slugs.filter((_, index) => holdings[index] === null);
  for (const holding of holdings) if (holding !== null) yield holding.article;
}
