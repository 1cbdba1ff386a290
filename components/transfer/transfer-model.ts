import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ExportRequest } from '../../core/transfer/export-request.ts';
import type { ImportReport } from '../../core/transfer/import-report.ts';
import type { ExportReceipt, ImportPreview, Transfer } from '../../services/transfer/transfer.ts';
import { createJobRunner, type JobRunner } from '../jobs/job-runner.ts';

/** Which articles the export dialog begins with. */
export type ScopeKind = 'all' | 'query' | 'selection';

/** Taking articles away and bringing them back: the work goes on whatever the page shows meanwhile. */
export interface TransferModel {
  /** The file that was chosen last; null when none was. */
  readonly fileName: ReadonlySignal<string | null>;
  readonly reading: JobRunner<ImportPreview>;
  readonly importing: JobRunner<ImportReport>;
  readonly exporting: JobRunner<ExportReceipt>;
  /** The articles that the export dialog asks about; null while it is closed. */
  readonly asking: Signal<ScopeKind | null>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** Reads `file` (and the full copy that it adds to) to say what importing it would do, in the place of any before. */
  look(file: File, base?: File): Promise<void>;
  /** Imports what was looked at. */
  import(): Promise<void>;
  /** Answers with what was made; null when it was stopped or failed. */
  export(request: ExportRequest): Promise<ExportReceipt | null>;
}

export function createTransferModel(transfer: Transfer): TransferModel {
  const fileName = signal<string | null>(null);
  const reading = createJobRunner<ImportPreview>();
  const importing = createJobRunner<ImportReport>();
  const exporting = createJobRunner<ExportReceipt>();
  const runners = [reading, importing, exporting];
  return {
    fileName,
    reading,
    importing,
    exporting,
    asking: signal(null),
    isRunning: computed(() => runners.some(({ state }) => state.value.kind === 'running')),
    async look(file, base) {
      if (importing.state.peek().kind === 'running') return;
      reading.forget();
      importing.forget();
      fileName.value = file.name;
      await reading.run((onProgress) => transfer.preview(file, onProgress, base));
    },
    async import() {
      const looked = reading.state.peek();
      if (looked.kind !== 'done') return;
      const report = await importing.run((onProgress) => transfer.import(looked.value, onProgress));
      if (report !== null) reading.forget();
    },
    export: (request) => exporting.run((onProgress) => transfer.export(request, onProgress)),
  };
}
