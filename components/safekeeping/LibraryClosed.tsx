import type { JSX } from 'preact';
import type { LibraryState } from '../../services/safekeeping/safekeeping.ts';
import { useNumber } from '../library/page-context.ts';
import { problemMessage } from '../problem-message.ts';
import { useTranslate } from '../translation.ts';
import { ReloadButton } from './SupersededNotice.tsx';
import '../library/notices.css';

/** What stands in the place of the library while it cannot be shown. */
export function LibraryClosed({ state }: { readonly state: LibraryState }): JSX.Element {
  const t = useTranslate();
  switch (state.kind) {
    case 'restoring':
      return <Restoring done={state.done} total={state.total} />;
    case 'blocked':
      return (
        <div class="notice" role="alert">
          <h1>{t('safekeeping.blocked')}</h1>
          <p>{problemMessage('database-blocked', t)}</p>
        </div>
      );
    case 'superseded':
      return (
        <div class="notice" role="alert">
          <h1>{t('safekeeping.superseded')}</h1>
          <p>{t('safekeeping.notesKept')}</p>
          <ReloadButton />
        </div>
      );
    case 'failed':
      return (
        <div class="notice" role="alert">
          <h1>{t('library.failed.title')}</h1>
          <p>{problemMessage(state.problem.kind, t)}</p>
          <ReloadButton />
        </div>
      );
    default:
      return <Checking />;
  }
}

/** Mostly over before anyone could read it: the words come after a moment. */
function Checking(): JSX.Element {
  const t = useTranslate();
  return (
    <div class="notice">
      <h1 class="visually-hidden">{t('library.title')}</h1>
      <p class="checking">{t('library.loading')}</p>
    </div>
  );
}

function Restoring({ done, total }: { readonly done: number; readonly total: number }): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  return (
    <div class="notice restoring">
      <h1>{t('safekeeping.restoring.title')}</h1>
      <p id="restoring">{t('safekeeping.restoring.progress', total, [number(done), number(total)])}</p>
      <progress aria-labelledby="restoring" value={done} max={Math.max(total, 1)} />
      <p>{t('safekeeping.restoring.what')}</p>
    </div>
  );
}
