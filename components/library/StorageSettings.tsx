import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useTranslate } from '../translation.ts';
import { useLocale, useNumber, usePageModel } from './page-context.ts';

/** What the library takes on this device. */
export function StorageSettings(): JSX.Element {
  const t = useTranslate();
  const locale = useLocale();
  const number = useNumber();
  const { services, articles } = usePageModel();
  const [bytes, setBytes] = useState<number | null>(null);
  const total = articles.total.value;
  useEffect(() => {
    void services.storageUsed().then(setBytes);
  }, [services, total]);
  return (
    <section aria-labelledby="settings-storage">
      <h2 id="settings-storage">{t('library.settings.storage')}</h2>
      <p>{t('library.count', total, [number(total)])}</p>
      {bytes !== null && <p>{t('library.settings.used', [megabytes(bytes, locale)])}</p>}
      <p>{t('library.settings.storageWhat')}</p>
    </section>
  );
}

/** `bytes` in megabytes (a million bytes), to a tenth. */
function megabytes(bytes: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return format.format(bytes / 1_000_000);
}
