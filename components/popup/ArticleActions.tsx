import { useEffect, useRef } from 'preact/hooks';
import type { PageState } from '../../core/library/page-state.ts';
import { printRoute } from '../../core/library/route.ts';
import { useTranslate } from '../translation.ts';
import type { PanelActions } from './use-article-panel.ts';

interface Props {
  readonly state: PageState;
  /** The saved article's slug, or null when there is none. */
  readonly slug: string | null;
  readonly canUndo: boolean;
  readonly actions: PanelActions;
}

const MAIN_LABEL = {
  unsaved: 'popup.save',
  saving: 'popup.saving',
  newer: 'popup.update',
  failed: 'popup.tryAgain',
  queued: 'popup.tryNow',
} as const;

/** The buttons that fit the state; the main one has the focus, and keeps it when the state changes. */
export function ArticleActions({ state, slug, canUndo, actions }: Props) {
  const t = useTranslate();
  const main = useRef<HTMLElement | null>(null);
  const { kind } = state;
  const focusMain = kind !== 'saving';
  useEffect(() => {
    if (focusMain) main.current?.focus();
  }, [kind, focusMain]);

  const setMain = (element: HTMLElement | null): void => {
    main.current = element;
  };
  return (
    <div class="popup-actions">
      {kind !== 'saved' && (
        <button
          ref={setMain}
          type="button"
          class="button button-primary"
          disabled={kind === 'saving'}
          onClick={actions.save}
        >
          {t(MAIN_LABEL[kind])}
        </button>
      )}
      {slug !== null && kind !== 'saving' && (
        <>
          <a
            ref={kind === 'saved' ? setMain : null}
            class={kind === 'saved' ? 'button button-primary' : 'button'}
            href={`/library.html${printRoute({ page: 'article', slug })}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('popup.readOffline')}
          </a>
          <button type="button" class="button" onClick={actions.remove}>
            {t('popup.remove')}
          </button>
        </>
      )}
      {canUndo && slug === null && (
        <button type="button" class="button" onClick={actions.undo}>
          {t('popup.undo')}
        </button>
      )}
    </div>
  );
}
