import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Mark } from '../../core/library/records.ts';
import { askForExport } from '../transfer/ask-for-export.ts';
import { useTranslate } from '../translation.ts';
import type { ArticleActions } from './article-actions.ts';
import type { BulkActions } from './bulk-actions.ts';
import { useNumber, usePageModel } from './page-context.ts';
import { SelectionProgress } from './SelectionProgress.tsx';
import { TagDialog } from './TagDialog.tsx';
import './selection.css';

/** Work on more articles than this takes long enough to be shown and stopped. */
const LONG = 300;

/** What can be done to the selected articles. Always in the page, so that screen readers hear how many are selected. */
export function SelectionBar({ actions: { selected } }: { readonly actions: ArticleActions }): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { selection } = usePageModel();
  const place = useFocusThatStays();
  const count = selection.count.value;
  const work = selected.work.value;
  const isLong = work !== null && work.total > LONG;
  return (
    <div ref={place} class="selection-place">
      {isLong && <SelectionProgress work={work} cancel={selected.cancel} />}
      {!isLong && count > 0 && <Actions selected={selected} />}
      <p role="status" class={count > 0 && !isLong ? 'selection-count' : 'visually-hidden'}>
        {count > 0 && t('library.selection.count', count, [number(count)])}
      </p>
      <TagDialog selected={selected} />
    </div>
  );
}

function Actions({ selected }: { readonly selected: BulkActions }): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const model = usePageModel();
  const { selection, results } = model;
  const { total } = results.value;
  const mark = (mark: Mark, on: boolean, label: string) =>
    action(label, () => void selected.change({ kind: 'mark', mark, on }));
  return (
    <section class="selection-bar" aria-label={t('library.selection.title')}>
      <div class="selection-scope">
        {selection.count.value < total &&
          action(t('library.selection.all', total, [number(total)]), () => selection.selectAll())}
        {action(t('library.selection.clear'), () => selection.clear())}
        {action(t('transfer.export.ask'), () => askForExport(model, 'selection'))}
      </div>
      <div class="selection-actions">
        {action(t('library.selection.addTag'), () => ask(selected, 'add'))}
        {action(t('library.selection.removeTag'), () => ask(selected, 'remove'))}
        {mark('read', true, t('library.selection.read'))}
        {mark('read', false, t('library.selection.unread'))}
        {mark('starred', true, t('library.selection.star'))}
        {mark('starred', false, t('library.selection.unstar'))}
        {mark('archived', true, t('library.selection.archive'))}
        {mark('archived', false, t('library.selection.unarchive'))}
        {action(t('library.selection.remove'), () => void selected.remove())}
      </div>
    </section>
  );
}

function action(label: string, run: () => void): JSX.Element {
  return (
    <button type="button" class="button" onClick={run}>
      {label}
    </button>
  );
}

function ask({ asking }: BulkActions, what: 'add' | 'remove') {
  asking.value = what;
}

/** When what has the focus in the bar goes, what is left of the bar gets it, or else the list. */
function useFocusThatStays() {
  const { cursor } = usePageModel();
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = place.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (!hadFocus || place.current?.contains(document.activeElement)) return;
    const next = place.current?.querySelector('button');
    if (next) next.focus({ preventScroll: true });
    else cursor.value = { ...(cursor.peek() ?? { slug: null, index: 0 }), focus: true };
  });
  return place;
}
