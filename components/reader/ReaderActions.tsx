import type { JSX } from 'preact';
import type { Mark, OwnData } from '../../core/library/records.ts';
import { useTranslate } from '../translation.ts';

export interface ReaderActionsProps {
  readonly own: OwnData;
  /** Whether the site is being asked just now. */
  readonly isRefreshing: boolean;
  readonly onMark: (mark: Mark, on: boolean) => void;
  readonly onRefresh: () => void;
  readonly onCite: () => void;
  readonly onRemove: () => void;
}

/** What can be done with the article: marks as toggles, asking the site again, citing, removing the copy. */
export function ReaderActions(props: ReaderActionsProps): JSX.Element {
  const { own, isRefreshing, onMark, onRefresh, onCite, onRemove } = props;
  const t = useTranslate();
  const toggle = (mark: Mark, at: number | null, label: string) => (
    <button type="button" class="button" aria-pressed={at !== null} onClick={() => onMark(mark, at === null)}>
      {label}
    </button>
  );
  return (
    <fieldset class="reader-actions" aria-label={t('reader.actions')}>
      {toggle('read', own.readAt, t('reader.markRead'))}
      {toggle('starred', own.starredAt, t('reader.star'))}
      {toggle('archived', own.archivedAt, t('reader.archive'))}
      <button type="button" class="button" aria-disabled={isRefreshing} onClick={() => isRefreshing || onRefresh()}>
        {isRefreshing ? t('reader.refreshing') : t('reader.refresh')}
      </button>
      <button type="button" class="button" aria-haspopup="dialog" onClick={onCite}>
        {t('cite.cite')}
      </button>
      <button type="button" class="button reader-remove" onClick={onRemove}>
        {t('reader.remove')}
      </button>
    </fieldset>
  );
}
