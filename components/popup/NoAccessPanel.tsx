import { useTranslate } from '../translation.ts';

interface Props {
  /** Asks the browser for the permission; called in the click's own handler, which the browser requires. */
  readonly onAllow: () => Promise<boolean>;
  readonly onAllowed: () => void;
}

/** Says that the site's permission is missing and asks for it back with one button. */
export function NoAccessPanel({ onAllow, onAllowed }: Props) {
  const t = useTranslate();
  const ask = async (): Promise<void> => {
    if (await onAllow()) onAllowed();
  };
  return (
    <section class="popup-panel">
      <h1 class="visually-hidden">Offprint</h1>
      <p role="alert">{t('popup.siteAccess')}</p>
      <button type="button" class="button button-primary" onClick={ask}>
        {t('popup.allow')}
      </button>
    </section>
  );
}
