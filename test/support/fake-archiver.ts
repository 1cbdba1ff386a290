import { problem } from '../../core/problem.ts';
import type { Archiver, ChangesOf } from '../../services/backup/archiver.ts';
import { BackupFailed } from '../../services/backup/backup-failed.ts';
import { readHoldings } from '../../storage/read-holdings.ts';
import type { Store } from '../../storage/store.ts';

/** An archiver whose archives are lines of JSON, for tests of what keeps backups. */
export function fakeArchiver(store: Store, beside: () => string = () => 'beside'): Archiver {
  return {
    besideHash: async () => beside(),
    async write(_, changes, progress) {
      const lines = linesOf(store, changes);
      const encoder = new TextEncoder();
      let done = 0;
      return new ReadableStream({
        async pull(controller) {
          const next = await lines.next();
          if (next.done) return controller.close();
          controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
          done += 1;
          await progress.pass(done, done);
        },
      });
    },
    async read(file, receive) {
      const lines = (await file.text()).trimEnd().split('\n');
      try {
        const [{ gone }, ...articles] = lines.map((line) => JSON.parse(line));
        for (const article of articles) receive({ article, body: article, originals: [], revisions: [] });
        return { damaged: 0, gone };
      } catch {
        throw new BackupFailed(problem('archive-damaged'));
      }
    },
  };
}

async function* linesOf(store: Store, changes: ChangesOf | null): AsyncGenerator<unknown> {
  const slugs = [...(changes?.slugs ?? (await store.read((database) => database.getAllKeys('articles'))))];
  const holdings = await readHoldings(store, slugs);
  yield { base: changes?.base ?? null, gone: slugs.filter((_, index) => holdings[index] === null) };
  for (const holding of holdings) if (holding !== null) yield holding.article;
}
