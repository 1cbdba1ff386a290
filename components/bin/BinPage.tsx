import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { BIN_DAYS } from '../../core/library/bin.ts';
import { JobProgress } from '../jobs/JobProgress.tsx';
import { useKeptFocus } from '../jobs/use-kept-focus.ts';
import { useNumber, usePageModel } from '../library/page-context.ts';
import { useArrival } from '../library/use-arrival.ts';
import { usePageTitle } from '../library/use-page-title.ts';
import { problemMessage } from '../problem-message.ts';
import { useTranslate } from '../translation.ts';
import { BinList } from './BinList.tsx';
import { type BinActions, createBinActions } from './bin-actions.ts';
import { type BinContents, createBinContents } from './bin-contents.ts';
import { PurgeDialog } from './PurgeDialog.tsx';
import '../library/sheet.css';
import './bin.css';

/** What was removed and can still be taken back. */
export function BinPage(): JSX.Element {
  const t = useTranslate();
  const model = usePageModel();
  const heading = useArrival();
  const [contents] = useState(() => createBinContents(model.services.bin, model.services.library));
  const [actions] = useState(() => createBinActions(model, t));
  useLayoutEffect(() => contents.start(), [contents]);
  usePageTitle(t('bin.title'));
  const leave = () => heading.current?.focus({ preventScroll: true });
  return (
    <div class="sheet bin" aria-busy={contents.slugs.value === null}>
      <h1 ref={heading}>{t('bin.title')}</h1>
      <p class="bin-what">{t('bin.what', [BIN_DAYS])}</p>
      <BinHead contents={contents} actions={actions} leave={leave} />
      <BinList contents={contents} actions={actions} leave={leave} />
      <PurgeDialog contents={contents} actions={actions} />
    </div>
  );
}

interface BinHeadProps {
  readonly contents: BinContents;
  readonly actions: BinActions;
  /** Takes the focus when there is nothing left to delete. */
  readonly leave: () => void;
}

/** How many there are, and the button that deletes them all. */
function BinHead({ contents, actions, leave }: BinHeadProps): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const place = useKeptFocus<HTMLDivElement>(leave);
  const count = contents.slugs.value?.length ?? null;
  const problem = contents.problem.value;
  const purging = actions.purging.state.value;
  return (
    <div ref={place} class="bin-head">
      <p role="status">{count !== null && (count === 0 ? t('bin.empty') : t('bin.count', count, [number(count)]))}</p>
      {problem !== null && (
        <p role="alert" class="bin-problem">
          {problemMessage(problem.kind, t)}
        </p>
      )}
      {purging.kind === 'running' && purging.total > 1 ? (
        <JobProgress label={t('bin.purging')} job={purging} runner={actions.purging} number={number} canPause={false} />
      ) : (
        count !== null &&
        count > 0 && (
          <button
            type="button"
            class="button"
            onClick={() => {
              actions.asking.value = contents.slugs.value;
            }}
          >
            {t('bin.purgeAll')}
          </button>
        )
      )}
    </div>
  );
}
