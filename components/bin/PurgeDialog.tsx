import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useNumber } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';
import type { BinActions } from './bin-actions.ts';
import type { BinContents } from './bin-contents.ts';

export interface PurgeDialogProps {
  readonly contents: BinContents;
  readonly actions: BinActions;
}

/** Asks whether articles are to be deleted for good. What changes nothing has the focus. */
export function PurgeDialog({ contents, actions }: PurgeDialogProps): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = actions.asking.value;
  useLayoutEffect(() => {
    if (asked === null) dialog.current?.close();
    else dialog.current?.showModal();
  }, [asked]);
  const close = () => {
    actions.asking.value = null;
  };
  const headline = asked?.length === 1 ? contents.rows.value.get(asked[0] ?? '')?.headline : undefined;
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} aria-describedby={`${id}-what`} onClose={close}>
      {asked !== null && (
        <>
          <h2 id={id}>
            {headline === undefined
              ? t('bin.askMany', asked.length, [number(asked.length)])
              : t('bin.askOne', [headline])}
          </h2>
          <p id={`${id}-what`}>{t('bin.forGood')}</p>
          <div class="bin-buttons">
            <button type="button" class="button" autofocus onClick={close}>
              {t('bin.cancel')}
            </button>
            <button
              type="button"
              class="button button-primary"
              onClick={() => {
                close();
                void actions.purge(asked);
              }}
            >
              {t('bin.purge')}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
