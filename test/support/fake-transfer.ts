import type { ExportRequest } from '../../core/transfer/export-request.ts';
import type { ImportReport } from '../../core/transfer/import-report.ts';
import type { ExportReceipt, ImportPreview, Transfer } from '../../services/transfer/transfer.ts';
import { FakeJobs } from './fake-job.ts';

/** A transfer whose jobs a test moves on and ends, and that keeps what was asked of it. */
export interface FakeTransfer extends Transfer {
  readonly previews: FakeJobs<ImportPreview>;
  readonly imports: FakeJobs<ImportReport>;
  readonly exports: FakeJobs<ExportReceipt>;
  readonly files: File[];
  readonly requests: ExportRequest[];
}

export function fakeTransfer(): FakeTransfer {
  const previews = new FakeJobs<ImportPreview>();
  const imports = new FakeJobs<ImportReport>();
  const exports = new FakeJobs<ExportReceipt>();
  const files: File[] = [];
  const requests: ExportRequest[] = [];
  return {
    previews,
    imports,
    exports,
    files,
    requests,
    count: () => Promise.resolve(0),
    export(request, onProgress) {
      requests.push(request);
      return exports.begin(onProgress);
    },
    preview(file, onProgress) {
      files.push(file);
      return previews.begin(onProgress);
    },
    import: (_, onProgress) => imports.begin(onProgress),
  };
}

/** A report that changes nothing but what `change` says. */
export function aReport(change: Partial<ImportReport> = {}): ImportReport {
  const counts = { added: 0, updated: 0, united: 0, same: 0, refused: 0 };
  return { kind: 'archive', counts, conflicts: [], refusals: [], searches: 0, binned: 0, ...change };
}
