import type { JSX } from 'preact';
import type { BackupState } from '../../services/backup/backup.ts';
import { useKeptFocus } from '../jobs/use-kept-focus.ts';
import { useLocale, useNumber, usePageModel } from '../library/page-context.ts';
import { usePartArrival } from '../library/use-arrival.ts';
import { problemMessage } from '../problem-message.ts';
import { type Translate, useTranslate } from '../translation.ts';
import { writeBytes } from '../write-bytes.ts';
import { BackupPlaceButtons } from './BackupPlaceButtons.tsx';
import { BackupWork } from './BackupWork.tsx';
import './backup.css';

/** Where backups go, when the last good one was, and what can be done about them. */
export function BackupSettings(): JSX.Element {
  const t = useTranslate();
  const { backup, route } = usePageModel();
  const { value: shown } = route;
  const heading = usePartArrival(shown.page === 'settings' && shown.at === 'backups');
  const place = useKeptFocus<HTMLElement>();
  const state = backup.state.value;
  const problem = backup.problem.value;
  return (
    <section ref={place} class="backup" aria-labelledby="settings-backups">
      <h3 ref={heading} id="settings-backups">
        {t('backup.title')}
      </h3>
      {state !== null && (
        <>
          <Facts state={state} />
          {state.place.kind !== 'none' && !isShutOut(state) && <BackupWork state={state} />}
          <BackupPlaceButtons state={state} />
        </>
      )}
      {problem !== null && (
        <p role="alert" class="backup-problem">
          {problemMessage(problem.kind, t)}
        </p>
      )}
    </section>
  );
}

function Facts({ state }: { readonly state: BackupState }): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const locale = useLocale();
  const { place, copies, last, isOld } = state;
  return (
    <>
      <p>{placeSentence(state, number, t)}</p>
      {place.kind !== 'none' && <p>{t('backup.copies', copies, [number(copies)])}</p>}
      <p class={isOld ? 'backup-old' : undefined}>
        {last === null
          ? t('backup.never')
          : t('backup.last', last.articles, [
              new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(last.at),
              number(last.articles),
              writeBytes(last.bytes, locale),
            ])}
      </p>
      {isShutOut(state) && <p class="backup-problem">{t('backup.shutOut')}</p>}
    </>
  );
}

/** Whether the folder must be allowed again before anything can be done with it. */
function isShutOut({ place }: BackupState): boolean {
  return place.kind === 'folder' && !place.isAllowed;
}

function placeSentence({ place, everyDays }: BackupState, number: (value: number) => string, t: Translate): string {
  switch (place.kind) {
    case 'folder':
      return t('backup.folder', everyDays, [number(everyDays), place.name]);
    case 'downloads':
      return t('backup.downloads', everyDays, [number(everyDays)]);
    default:
      return t('backup.none');
  }
}
