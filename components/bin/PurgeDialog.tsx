import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useNumber } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';
import type { BinActions } from './bin-actions.ts';

/** Asks whether articles are to be deleted for good. What changes nothing has the focus. */
export function PurgeDialog({ actions }: { readonly actions: BinActions }): JSX.Element {
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
  const [only] = asked ?? [];
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} aria-describedby={`${id}-what`} onClose={close}>
      {asked !== null && only !== undefined && (
        <>
          <h2 id={id}>
            {asked.length === 1
              ? t('bin.askOne', [only.headline])
              : t('bin.askMany', asked.length, [number(asked.length)])}
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
