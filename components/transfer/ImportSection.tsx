import type { JSX } from 'preact';
import { lastBackup } from '../../core/backup/backup-name.ts';
import { JobProgress } from '../jobs/JobProgress.tsx';
import { useKeptFocus } from '../jobs/use-kept-focus.ts';
import { useNumber, usePageModel } from '../library/page-context.ts';
import { problemMessage } from '../problem-message.ts';
import { useTranslate } from '../translation.ts';
import { ImportDecisions } from './ImportDecisions.tsx';
import { ImportPreviewCard } from './ImportPreviewCard.tsx';
import { importedMessage } from './import-messages.ts';

/** Choosing a file, what it would do, and doing it. */
export function ImportSection(): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { transfer } = usePageModel();
  const place = useKeptFocus<HTMLElement>();
  const { reading, importing } = transfer;
  const looked = reading.state.value;
  const brought = importing.state.value;
  return (
    <section ref={place} aria-labelledby="transfer-import">
      <h2 id="transfer-import">{t('transfer.import.title')}</h2>
      <p>{t('transfer.import.what')}</p>
      <FileChoice isDisabled={brought.kind === 'running'} look={(file, base) => void transfer.look(file, base)} />
      {looked.kind === 'running' && (
        <JobProgress
          label={t('transfer.import.reading')}
          job={looked}
          runner={reading}
          number={number}
          canPause={false}
        />
      )}
      {brought.kind === 'running' && (
        <JobProgress label={t('transfer.import.importing')} job={brought} runner={importing} number={number} />
      )}
      <Outcome />
      {looked.kind === 'done' && brought.kind !== 'running' && <ImportPreviewCard preview={looked.value} />}
      {brought.kind === 'done' && <ImportDecisions report={brought.value} isDone />}
    </section>
  );
}

interface FileChoiceProps {
  readonly isDisabled: boolean;
  readonly look: (file: File, base?: File) => void;
}

function FileChoice({ isDisabled, look }: FileChoiceProps): JSX.Element {
  const t = useTranslate();
  return (
    <div class="file-choice">
      <label for="transfer-file">{t('transfer.import.choose')}</label>
      <input
        id="transfer-file"
        type="file"
        multiple
        accept=".zip,.json,.jsonl,.ndjson"
        aria-describedby="transfer-drop"
        disabled={isDisabled}
        onChange={({ currentTarget }) => {
          const [file, base] = lastBackup([...(currentTarget.files ?? [])]);
          // The same file may be chosen again: it may have changed.
          currentTarget.value = '';
          if (file !== undefined) look(file, base);
        }}
      />
      <p id="transfer-drop">{t('transfer.import.drop')}</p>
    </div>
  );
}

/** What became of reading or importing. Always in the page, so that screen readers hear what is put into it. */
function Outcome(): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { fileName, reading, importing } = usePageModel().transfer;
  const looked = reading.state.value;
  const brought = importing.state.value;
  const [failed] = [brought, looked].filter((state) => state.kind === 'failed');
  const isStopped = failed?.problem.kind === 'cancelled';
  return (
    <>
      <p role="status" class="transfer-outcome" data-good={brought.kind === 'done' || undefined}>
        {brought.kind === 'done' && importedMessage(brought.value, number, t)}
        {looked.kind === 'done' && brought.kind === 'idle' && t('transfer.import.read', [fileName.value ?? ''])}
        {isStopped && problemMessage('cancelled', t)}
      </p>
      {failed !== undefined && !isStopped && (
        <p role="alert" class="transfer-problem">
          {fileName.value !== null && <bdi>{fileName.value}</bdi>} {problemMessage(failed.problem.kind, t)}
        </p>
      )}
    </>
  );
}
