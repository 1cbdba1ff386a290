import type { JSX } from 'preact';
import type { BackupState } from '../../services/backup/backup.ts';
import { usePageModel } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';

/** The ways to say where backups go. */
export function BackupPlaceButtons({ state }: { readonly state: BackupState }): JSX.Element {
  const t = useTranslate();
  const { backup } = usePageModel();
  const { place, canChooseFolder } = state;
  const isRunning = backup.isRunning.value;
  const button = (label: string, act: () => Promise<void>, isMain = false) => (
    <button
      type="button"
      class={isMain ? 'button button-primary' : 'button'}
      disabled={isRunning}
      onClick={() => void act()}
    >
      {label}
    </button>
  );
  return (
    <div class="backup-buttons">
      {place.kind === 'folder' && !place.isAllowed && button(t('backup.allow'), backup.allowFolder, true)}
      {canChooseFolder &&
        button(
          place.kind === 'folder' ? t('backup.chooseOther') : t('backup.choose'),
          backup.chooseFolder,
          place.kind === 'none',
        )}
      {place.kind !== 'downloads' &&
        button(t('backup.useDownloads'), backup.useDownloads, place.kind === 'none' && !canChooseFolder)}
      {place.kind !== 'none' && button(t('backup.turnOff'), backup.turnOff)}
    </div>
  );
}
