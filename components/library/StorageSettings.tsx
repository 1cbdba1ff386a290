import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CopyState } from '../../services/safekeeping/safekeeping.ts';
import type { StorageState } from '../../services/storage-state.ts';
import { BackupSettings } from '../backup/BackupSettings.tsx';
import { useTranslate } from '../translation.ts';
import { writeBytes } from '../write-bytes.ts';
import { useLocale, useNumber, usePageModel } from './page-context.ts';

/** What the library takes on this device, and what keeps it from being lost. */
export function StorageSettings(): JSX.Element {
  const t = useTranslate();
  return (
    <section aria-labelledby="settings-storage">
      <h2 id="settings-storage">{t('library.settings.storage')}</h2>
      <LibraryFacts />
      <p>{t('library.settings.storageWhat')}</p>
      <BackupSettings />
    </section>
  );
}

function LibraryFacts(): JSX.Element {
  const t = useTranslate();
  const locale = useLocale();
  const number = useNumber();
  const { services, articles } = usePageModel();
  const total = articles.total.value;
  const state = useAnswer<StorageState>(services.storageState, total);
  const binned = useAnswer(services.bin.count, total) ?? 0;
  const bytes = state?.bytes ?? null;
  return (
    <ul class="settings-facts">
      <li>{t('library.count', total, [number(total)])}</li>
      {bytes !== null && <li>{t('library.settings.used', [writeBytes(bytes, locale)])}</li>}
      {state !== null && (
        <li>{state.isPersistent ? t('library.settings.persistent') : t('library.settings.notPersistent')}</li>
      )}
      <SecondCopy total={total} />
      <li>
        {t('bin.holds', binned, [number(binned)])} <a href="#/bin">{t('bin.open')}</a>
      </li>
    </ul>
  );
}

/** How many articles the second copy holds, and which databases were set aside because they could not be read. */
function SecondCopy({ total }: { readonly total: number }): JSX.Element | null {
  const t = useTranslate();
  const locale = useLocale();
  const number = useNumber();
  const { services } = usePageModel();
  const copy = useAnswer<CopyState>(services.safekeeping.copy, total);
  if (copy === null) return null;
  const { articles, setAside } = copy;
  return (
    <>
      <li>
        {articles === total
          ? t('safekeeping.copy.well', articles, [number(articles)])
          : t('safekeeping.copy.differs', total, [number(articles), number(total)])}
      </li>
      {setAside.length > 0 && (
        <li>{t('safekeeping.copy.aside', [new Intl.ListFormat(locale, { type: 'conjunction' }).format(setAside)])}</li>
      )}
    </>
  );
}

/** What `ask` answers, asked again whenever `version` changes; null until then and when it cannot be answered. */
function useAnswer<T>(ask: () => Promise<T>, version: number): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    let isShown = true;
    ask().then(
      (next) => isShown && setAnswer(next),
      (error: unknown) => console.error('A fact about the library could not be read', error),
    );
    return () => {
      isShown = false;
    };
  }, [ask, version]);
  return answer;
}
