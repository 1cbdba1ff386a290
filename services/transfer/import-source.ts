import type { Kept } from '../../core/library/merge-holdings.ts';
import type { Preferences } from '../../core/library/preferences.ts';
import type { RedirectRecord, SavedSearchRecord } from '../../core/library/records.ts';
import { type Result, succeed } from '../../core/result.ts';
import type { ImportRefusal, ImportReport } from '../../core/transfer/import-report.ts';
import type { ArchiveReader } from './archive-contents.ts';
import { openArchive } from './archive-reader.ts';
import { readSiteRecords } from './site-records.ts';

/** Some articles of a file, checked, with what had to be refused between them. */
export interface ImportPiece {
  readonly kept: readonly Kept[];
  readonly refusals: readonly ImportRefusal[];
  /** Articles looked at so far, and about how many the file holds. */
  readonly done: number;
  readonly total: number;
}

/** What a file brings beside articles. */
export interface ImportExtras {
  readonly searches: readonly SavedSearchRecord[];
  readonly redirects: readonly RedirectRecord[];
  /** Null when it brings none. */
  readonly settings: Preferences | null;
  readonly refusals: readonly ImportRefusal[];
}

/** A file that can be imported, read from its beginning and as fast as it is asked. */
export interface ImportSource {
  readonly kind: ImportReport['kind'];
  pieces(): AsyncIterable<ImportPiece>;
  extras(): Promise<ImportExtras>;
}

const NO_EXTRAS: ImportExtras = { searches: [], redirects: [], settings: null, refusals: [] };

/**
 * Opens `file` as what its first bytes say it is: an archive, or records of the site. Problems: `not-an-archive` for
 * neither, and those of `openArchive`.
 */
export async function openImport(file: File, at: number): Promise<Result<ImportSource>> {
  const start = new Uint8Array(await file.slice(0, START).arrayBuffer());
  if (beginsLikeJson(start)) return succeed(sourceOfRecords(file, at));
  const archive = await openArchive(file);
  return archive.ok ? succeed(sourceOfArchive(archive.value)) : archive;
}

/** What may stand before the first bracket: white space and a byte order mark. */
const START = 1_000;
const OPENING = /^\uFEFF?\s*[[{]/;

function beginsLikeJson(start: Uint8Array): boolean {
  return OPENING.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(start));
}

function sourceOfRecords(file: File, at: number): ImportSource {
  return {
    kind: 'site-records',
    async *pieces() {
      let done = 0;
      for await (const { kept, refusals, bytesRead } of readSiteRecords(file, at)) {
        done += kept.length + refusals.length;
        const total = bytesRead === 0 ? 0 : Math.round((done * file.size) / bytesRead);
        yield { kept, refusals, done, total };
      }
    },
    extras: async () => NO_EXTRAS,
  };
}

function sourceOfArchive(archive: ArchiveReader): ImportSource {
  const { articles, binned } = archive.manifest.counts;
  return {
    kind: 'archive',
    async *pieces() {
      let done = 0;
      for await (const items of archive.holdings()) {
        const kept = items.flatMap((item) => {
          if (!('holding' in item)) return [];
          const { holding, ...rest } = item;
          return { ...holding, ...rest };
        });
        const refusals = items.filter((item) => 'reason' in item);
        done += kept.length;
        yield { kept, refusals, done, total: Math.max(done, articles + binned) };
      }
    },
    async extras() {
      const [searches, redirects, settings] = [
        await archive.searches(),
        await archive.redirects(),
        await archive.settings(),
      ];
      const refusals = [...searches.refusals, ...redirects.refusals];
      return { searches: searches.records, redirects: redirects.records, settings, refusals };
    },
  };
}
