import type { Preferences } from '../../core/library/preferences.ts';
import type { BinRecord, Holding, RedirectRecord, SavedSearchRecord } from '../../core/library/records.ts';

/** What an archive is written from. Holdings are asked for as they are written, each once. */
export interface ArchiveSource {
  /** The newest save first. */
  readonly holdings: AsyncIterable<Holding>;
  readonly binned: AsyncIterable<BinRecord>;
  readonly searches: readonly SavedSearchRecord[];
  readonly redirects: readonly RedirectRecord[];
  /** Null where they cannot be read: then the archive brings none. */
  readonly settings: Preferences | null;
  /** The query that found the holdings, in its canonical text; null when they are all, or were chosen by hand. */
  readonly queryText: string | null;
}

/** A place for bytes that wait until the archive's end: the lists grow while articles are written. */
export interface Spool {
  write(bytes: Uint8Array): void;
  /** Everything written, in pieces; nothing is written after this. */
  read(): AsyncIterable<Uint8Array>;
}

export interface ArchiveOptions {
  /** When it is made, milliseconds since 1970. */
  readonly at: number;
  readonly appVersion: string;
  /** Left out: they wait in memory, compressed, about 2 kB an article. */
  readonly createSpool?: (name: string) => Promise<Spool>;
  /** Hears of each article when it is written: how many are (the binned ones too). */
  readonly onArticle?: (done: number) => void;
}
