import type { JSX } from 'preact';
import { useTranslate } from '../translation.ts';
import type { Toasts } from './toasts.ts';

/** Where toasts appear. Always in the page, so that screen readers hear what is put into it. */
export function ToastRegion({ toasts }: { readonly toasts: Toasts }): JSX.Element {
  const t = useTranslate();
  const toast = toasts.current.value;
  return (
    <div
      role="status"
      class="toast-region"
      onPointerEnter={toasts.hold}
      onPointerLeave={toasts.release}
      onFocusIn={toasts.hold}
      onFocusOut={toasts.release}
    >
      {toast !== null && (
        <div class="toast">
          <span>{toast.message}</span>
          {toast.undo !== null && (
            <button type="button" class="toast-undo" onClick={() => toasts.undo()}>
              {t('library.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
