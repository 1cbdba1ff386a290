import type { JSX } from 'preact';
import { printRoute } from '../../core/library/route.ts';
import { useLocale, usePageModel } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';
import './backup-line.css';

const SETTINGS = printRoute({ page: 'settings', at: 'backups' });

/**
 * One quiet line above the list: that the library goes with the extension, until backups are set up or it is put away;
 * or that the last good backup is old.
 */
export function BackupLine(): JSX.Element | null {
  const t = useTranslate();
  const locale = useLocale();
  const { backup, preferences, services } = usePageModel();
  const state = backup.state.value;
  if (state === null || preferences.value === null) return null;
  const { place, last, isOld } = state;
  if (place.kind === 'none' && last === null) {
    if (!preferences.value.offersBackup) return null;
    return (
      <p class="backup-line">
        {t('backup.offer.what')} <a href={SETTINGS}>{t('backup.offer.setUp')}</a>{' '}
        <button
          type="button"
          class="link-button"
          onClick={() => void services.preferences.change({ offersBackup: false })}
        >
          {t('backup.offer.away')}
        </button>
      </p>
    );
  }
  if (!isOld) return null;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return (
    <p class="backup-line">
      {last === null ? t('backup.old.never') : t('backup.old.last', [day.format(last.at)])}{' '}
      <a href={SETTINGS}>{t('backup.old.look')}</a>
    </p>
  );
}
