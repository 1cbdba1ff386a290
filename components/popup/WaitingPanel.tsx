import type { UnreadyState } from '../../services/popup.ts';
import { problemMessage } from '../problem-message.ts';
import { type Translate, useTranslate } from '../translation.ts';

interface Props {
  readonly state: UnreadyState;
}

/** What the popup says while the library is not ready: neither that an article is saved nor that it is not. */
export function WaitingPanel({ state }: Props) {
  const t = useTranslate();
  return (
    <section class="popup-panel">
      <p class="popup-note" role="status">
        {waitingSentence(state, t)}
      </p>
    </section>
  );
}

function waitingSentence(state: UnreadyState, t: Translate): string {
  switch (state.kind) {
    case 'restoring': {
      const number = new Intl.NumberFormat(t('language'));
      const { done, total } = state;
      return t('safekeeping.restoring.progress', total, [number.format(done), number.format(total)]);
    }
    case 'blocked':
      return problemMessage('database-blocked', t);
    case 'superseded':
      return t('safekeeping.superseded');
  }
}
