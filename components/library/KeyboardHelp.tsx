import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useTranslate } from '../translation.ts';
import { usePageModel } from './page-context.ts';
import { SHORTCUTS } from './shortcuts.ts';
import './keys.css';

/** The dialog that lists the keys. */
export function KeyboardHelp(): JSX.Element {
  const t = useTranslate();
  const id = useId();
  const { helpOpen } = usePageModel();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = helpOpen.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const close = () => {
    helpOpen.value = false;
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={close}>
      {open && (
        <>
          <h2 id={id}>{t('library.help.title')}</h2>
          <dl class="key-list">
            {SHORTCUTS.map(({ command, keys }) => (
              <div key={command} class="key-row">
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{isCapital(key) ? t('library.help.shift', [key]) : key}</kbd>
                  ))}
                </dt>
                <dd>{t(`library.help.${command}`)}</dd>
              </div>
            ))}
          </dl>
          <button type="button" class="button" onClick={close}>
            {t('library.help.close')}
          </button>
        </>
      )}
    </dialog>
  );
}

/** Capitals are told by the key that makes them: `J` alone reads like the key `j`. */
function isCapital(key: string): boolean {
  return /^[A-Z]$/.test(key);
}
