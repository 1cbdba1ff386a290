import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type BinnedArticle, binnedUntil } from '../../core/library/bin.ts';
import { useLocale } from '../library/page-context.ts';
import { useDistanceFromTop } from '../library/use-distance-from-top.ts';
import { useWindowVirtualizer } from '../library/use-window-virtualizer.ts';
import { useTranslate } from '../translation.ts';
import type { BinActions } from './bin-actions.ts';
import type { BinContents } from './bin-contents.ts';

export interface BinListProps {
  readonly contents: BinContents;
  readonly actions: BinActions;
  /** Takes the focus when the last article is gone. */
  readonly leave: () => void;
}

/** The height of a row with a headline of one line, and of a toast with the room around it, in CSS pixels. */
const USUAL_HEIGHT = 116;
const TOAST_HEIGHT = 96;
const AT_TOP = { offset: 0, measured: [] };
const NOTHING: readonly string[] = [];

/** The articles in the bin, of which only those near the window are in the page; the one with the focus always is. */
export function BinList({ contents, actions, leave }: BinListProps): JSX.Element {
  const t = useTranslate();
  const slugs = contents.slugs.value ?? NOTHING;
  const rows = contents.rows.value;
  const list = useRef<HTMLUListElement>(null);
  const margin = useDistanceFromTop(list);
  const [focused, setFocused] = useState<{ readonly index: number; readonly button: string } | null>(null);
  const keyOf = useCallback((index: number) => slugs[index] ?? index, [slugs]);
  const kept = focused === null ? -1 : Math.min(focused.index, slugs.length - 1);
  const virtualizer = useWindowVirtualizer({
    count: slugs.length,
    keyOf,
    estimate: USUAL_HEIGHT,
    margin,
    kept,
    place: AT_TOP,
    covered: TOAST_HEIGHT,
  });
  // What was at the focus is gone: the next row has it, at the same button.
  useLayoutEffect(() => {
    if (focused === null || document.activeElement !== document.body) return;
    const row = list.current?.querySelector(`[data-index="${kept}"]`);
    const button = row?.querySelector<HTMLElement>(`[data-do="${focused.button}"]`);
    if (button) button.focus({ preventScroll: true });
    else if (slugs.length === 0) {
      setFocused(null);
      leave();
    }
  });
  const items = virtualizer.getVirtualItems();
  const [first = 0, last = -1] = [items.at(0)?.index, items.at(-1)?.index];
  useLayoutEffect(() => {
    contents.need(items.map(({ index }) => slugs[index]).filter((slug) => slug !== undefined));
  }, [contents, slugs, first, last]);
  return (
    <ul
      ref={list}
      // biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from a list without bullets.
      role="list"
      aria-label={t('bin.articles')}
      hidden={slugs.length === 0}
      class="bin-list"
      style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
    >
      {items.map(({ key, index, start }) => {
        const article = rows.get(slugs[index] ?? '');
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            data-waiting={article === undefined || undefined}
            aria-setsize={slugs.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - margin}px)` }}
            onFocusIn={({ target }) => setFocused({ index, button: (target as HTMLElement).dataset['do'] ?? '' })}
          >
            {article !== undefined && <BinRow article={article} actions={actions} />}
          </li>
        );
      })}
    </ul>
  );
}

function BinRow({ article, actions }: { readonly article: BinnedArticle; readonly actions: BinActions }): JSX.Element {
  const t = useTranslate();
  const locale = useLocale();
  const day = useMemo(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }), [locale]);
  const { slug, headline, inLanguage, removedAt } = article;
  const id = `bin-${slug}`;
  return (
    <>
      <h2 id={id} dir="auto" lang={inLanguage ?? undefined}>
        {headline}
      </h2>
      <p>{t('bin.days', [day.format(removedAt), day.format(binnedUntil(removedAt))])}</p>
      <div class="bin-buttons">
        <button
          type="button"
          class="button"
          data-do="restore"
          aria-describedby={id}
          onClick={() => void actions.restore(article)}
        >
          {t('bin.restore')}
        </button>
        <button
          type="button"
          class="button"
          data-do="purge"
          aria-describedby={id}
          onClick={() => {
            actions.asking.value = [slug];
          }}
        >
          {t('bin.purge')}
        </button>
      </div>
    </>
  );
}
