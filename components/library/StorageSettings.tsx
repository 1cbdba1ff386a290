import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StorageState } from '../../services/storage-state.ts';
import { useTranslate } from '../translation.ts';
import { useLocale, useNumber, usePageModel } from './page-context.ts';

/** What the library takes on this device. */
export function StorageSettings(): JSX.Element {
  const t = useTranslate();
  const locale = useLocale();
  const number = useNumber();
  const { services, articles } = usePageModel();
  const [state, setState] = useState<StorageState | null>(null);
  const bytes = state?.bytes ?? null;
  const total = articles.total.value;
  useEffect(() => {
    void services.storageState().then(setState);
  }, [services, total]);
  return (
    <section aria-labelledby="settings-storage">
      <h2 id="settings-storage">{t('library.settings.storage')}</h2>
      <p>{t('library.count', total, [number(total)])}</p>
      {bytes !== null && <p>{t('library.settings.used', [megabytes(bytes, locale)])}</p>}
      {state !== null && (
        <p>{state.isPersistent ? t('library.settings.persistent') : t('library.settings.notPersistent')}</p>
      )}
      <p>{t('library.settings.storageWhat')}</p>
    </section>
  );
}

/** `bytes` in megabytes (a million bytes), to a tenth. */
function megabytes(bytes: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return format.format(bytes / 1_000_000);
}
