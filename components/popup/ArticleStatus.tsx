import type { PageState } from '../../core/library/page-state.ts';
import { problemMessage } from '../problem-message.ts';
import { useTranslate } from '../translation.ts';

interface Props {
  readonly state: PageState;
  /** Milliseconds since 1970, or null when the article is not saved. */
  readonly savedAt: number | null;
  /** Whether the article was just removed here. */
  readonly removed: boolean;
}

/** Says the state in words: politely as a status, or as an alert when something failed. */
export function ArticleStatus({ state, savedAt, removed }: Props) {
  const t = useTranslate();
  if (state.kind === 'failed') {
    return (
      <p class="popup-problem" role="alert">
        {problemMessage(state.problem.kind, t)}
      </p>
    );
  }
  return (
    <div class={`popup-status popup-status-${state.kind}`} role="status">
      {state.kind === 'unsaved' && removed && <p>{t('popup.removed')}</p>}
      {state.kind === 'saving' && <p>{t('popup.saving')}</p>}
      {(state.kind === 'saved' || state.kind === 'newer') && (
        <p>
          <strong>{t('popup.saved')}</strong>
          {savedAt !== null && <span class="popup-quiet"> {new Date(savedAt).toLocaleDateString(t('language'))}</span>}
        </p>
      )}
      {state.kind === 'newer' && <p>{t('popup.newer')}</p>}
      {state.kind === 'queued' && (
        <>
          <p>
            <strong>{t('popup.queued')}</strong>
          </p>
          <p>
            {problemMessage(state.problem.kind, t)} {t('popup.queuedWhat')}
          </p>
        </>
      )}
    </div>
  );
}
