import type { Result } from '../../core/result.ts';
import type { ExportRequest, ExportScope } from '../../core/transfer/export-request.ts';
import type { ImportReport } from '../../core/transfer/import-report.ts';

/** Long work that can be watched, paused and stopped. Stopped, its outcome is the problem `cancelled`. */
export interface Job<T> {
  readonly outcome: Promise<Result<T>>;
  pause(): void;
  resume(): void;
  cancel(): void;
}

/** Hears how far a job is: articles done, of how many. */
export type OnProgress = (done: number, total: number) => void;

/** A file that was made and handed to the browser to be stored in the downloads folder. */
export interface ExportReceipt {
  readonly name: string;
  readonly bytes: number;
  readonly articles: number;
}

/** A file that was looked through, and what importing it would do; nothing was changed yet. */
export interface ImportPreview {
  readonly file: File;
  readonly base?: File | undefined;
  readonly report: ImportReport;
}

/** Taking articles away and bringing them back, as a page uses it. */
export interface Transfer {
  /** How many articles an export of `scope` holds. */
  count(scope: ExportScope): Promise<number>;
  export(request: ExportRequest, onProgress: OnProgress): Job<ExportReceipt>;
  /**
   * Reads a whole file and compares it with the library; changes nothing. `base`: of a backup in two files, the full
   * copy that `file` adds to.
   */
  preview(file: File, onProgress: OnProgress, base?: File): Job<ImportPreview>;
  /** Brings in what the preview showed. What was imported before it was stopped stays, and importing again goes on. */
  import(preview: ImportPreview, onProgress: OnProgress): Job<ImportReport>;
}
