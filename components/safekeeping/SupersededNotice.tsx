import type { JSX } from 'preact';
import { usePageModel } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';

/** A newer version of the product took over: what is on the page can still be read, and no more. */
export function SupersededNotice(): JSX.Element {
  const t = useTranslate();
  return (
    <div role="alert" class="page-notice">
      <p>
        <strong>{t('safekeeping.superseded')}</strong> {t('safekeeping.notesKept')}
      </p>
      <ReloadButton />
    </div>
  );
}

/** Loads the page again. */
export function ReloadButton(): JSX.Element {
  const t = useTranslate();
  const { reload } = usePageModel().services;
  return (
    <button type="button" class="button button-primary" onClick={reload}>
      {t('safekeeping.reload')}
    </button>
  );
}
