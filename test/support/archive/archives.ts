import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import type { BinRecord, Holding } from '../../../core/library/records.ts';
import type { ImportRefusal } from '../../../core/transfer/import-report.ts';
import type { ArchivedHolding, ArchiveReader } from '../../../services/transfer/archive-contents.ts';
import { openArchive } from '../../../services/transfer/archive-reader.ts';
import type { ArchiveSource } from '../../../services/transfer/archive-source.ts';
import { archiveStream } from '../../../services/transfer/archive-writer.ts';

export const WRITTEN_AT = Date.UTC(2026, 10, 23, 12, 30, 58);

/** A source of these articles, with a saved search and a redirect. */
export function sourceOf(
  holdings: readonly Holding[],
  binned: readonly BinRecord[] = [],
  change: Partial<ArchiveSource> = {},
): ArchiveSource {
  return {
    holdings: each(holdings),
    binned: each(binned),
    searches: [{ name: 'Läw & "order"', query: 'topic:law', sort: 'relevance', createdAt: 5, seenThrough: 7 }],
    redirects: [{ from: 'an-old-slug', to: 'a-new-slug' }],
    settings: { ...DEFAULT_PREFERENCES, theme: 'sepia', textSize: 3 },
    queryText: null,
    ...change,
  };
}

/** The archive of `source`, whole. */
export async function archiveOf(source: ArchiveSource): Promise<Uint8Array<ArrayBuffer>> {
  const stream = archiveStream(source, { at: WRITTEN_AT, appVersion: '1.2.3' });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The archive that these bytes are; fails the test when they are none. */
export async function opened(bytes: Uint8Array<ArrayBuffer>): Promise<ArchiveReader> {
  const reader = await openArchive(new Blob([bytes]));
  if (!reader.ok) throw new Error(`no archive: ${reader.problem.kind}`);
  return reader.value;
}

/** Everything an archive brings. */
export async function readAll(reader: ArchiveReader) {
  const read: ArchivedHolding[] = [];
  const refusals: ImportRefusal[] = [];
  for await (const batch of reader.holdings()) {
    for (const item of batch) {
      if ('reason' in item) refusals.push(item);
      else read.push(item);
    }
  }
  return { read, refusals };
}

export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
