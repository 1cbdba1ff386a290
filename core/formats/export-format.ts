import type { ArticleRecord, Holding } from '../library/records.ts';

/** What every format but the archive is: a function from holdings to text and bytes, which the export job stores. */

/** What a format may know beside the articles. */
export interface ExportContext {
  /** When the export began, milliseconds since 1970: the time it carries, and the day citations call `accessed`. */
  readonly at: number;
  /** The version of Offprint that writes it. */
  readonly appVersion: string;
  /** How many articles will come. */
  readonly total: number;
  /** The query that found them, in its canonical text; null when they are all, or were chosen by hand. */
  readonly queryText: string | null;
  /** BCP 47: the language of the person, for the few words of ours in a file. */
  readonly locale: string;
  /** In a Markdown folder: topics and entities as `[[links]]`. */
  readonly linkNames: boolean;
  /** The same articles in the same order, light: for a list of contents that stands before them (HTML). Read at most once. */
  readonly records: () => AsyncIterable<ArticleRecord>;
}

/** Text (written as UTF-8) or bytes, whole or in pieces. */
export type FileContent = string | Uint8Array | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** One file of a folder that is handed over as a zip. Its content is taken before the next file is asked for. */
export interface ExportedFile {
  /** With `/` between folders, relative, safe on every system, and no other file's (compared without case). */
  readonly name: string;
  readonly content: FileContent;
  /** Not compressed: the first file of an EPUB must be so, and pictures gain nothing. */
  readonly isStored?: boolean;
}

interface FormatNames {
  /** Of the file that is handed over, without dot. */
  readonly extension: string;
  readonly mediaType: string;
}

/** A format of one file; its pieces are stored as they come, so that memory does not grow with the library. */
export interface SingleFileFormat extends FormatNames {
  readonly kind: 'file';
  write(holdings: AsyncIterable<Holding>, context: ExportContext): AsyncIterable<string | Uint8Array>;
}

/** A format of many files in one zip. */
export interface FolderFormat extends FormatNames {
  readonly kind: 'folder';
  write(holdings: AsyncIterable<Holding>, context: ExportContext): AsyncIterable<ExportedFile>;
}

/** `core/formats/<format>.ts` exports one as `markdownFormat`, `csvFormat` … */
export type OtherFormat = SingleFileFormat | FolderFormat;
