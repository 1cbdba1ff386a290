import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { isSelected } from '../../core/library/selection.ts';
import { useTranslate } from '../translation.ts';
import { indexNear } from './cursor.ts';
import { usePageModel } from './page-context.ts';
import { ResultItem } from './ResultItem.tsx';
import { SelectBox } from './SelectBox.tsx';
import { useDistanceFromTop } from './use-distance-from-top.ts';
import { type ListPlace, OVERSCAN, placeOf, useWindowVirtualizer } from './use-window-virtualizer.ts';
import './articles.css';

/** The height of an article with a headline, two lines of description and topics: what most have. */
const USUAL_HEIGHT = 150;

/** A toast with the room around it, and at most the bar of the selected articles, in CSS pixels. */
const TOAST_HEIGHT = 96;
const BAR_HEIGHT = 150;

export interface ResultListProps {
  /** What `aria-setsize` says: while the library is still being read, more than can be drawn. */
  readonly total: number;
  readonly place: ListPlace;
  /** Told where the list was when it goes. */
  readonly leave: (place: ListPlace) => void;
}

/** The articles found, of which only those near the window are in the page; the one with the focus always is. */
export function ResultList({ total, place, leave }: ResultListProps): JSX.Element {
  const t = useTranslate();
  const { results, articles, cursor, selection } = usePageModel();
  const list = useRef<HTMLUListElement>(null);
  const margin = useDistanceFromTop(list);
  const found = results.value;
  const selected = selection.selected.value;
  const current = cursor.value;
  const index = current === null ? -1 : indexNear(found, current);
  // The same function for the same rows: another one has the places of all rows worked out again, 100,000 of them.
  const keyOf = useCallback((position: number) => found.at(position)?.record.slug ?? position, [found]);
  const virtualizer = useWindowVirtualizer({
    count: found.total,
    keyOf,
    estimate: USUAL_HEIGHT,
    margin,
    kept: index,
    place,
    covered: selection.count.value > 0 ? TOAST_HEIGHT + BAR_HEIGHT : TOAST_HEIGHT,
  });
  useLayoutEffect(() => () => leave(placeOf(virtualizer)), []);
  const hadFocus = list.current?.contains(document.activeElement) ?? false;

  useLayoutEffect(() => {
    if (index < 0 || current === null) return;
    const there = found.at(index)?.record.slug ?? null;
    const isWanted = current.focus && (current.slug === null || there === current.slug);
    const isLost = hadFocus && !list.current?.contains(document.activeElement);
    if (!isWanted && !isLost) return;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
    if (!link) return;
    link.focus({ preventScroll: true });
    cursor.value = { slug: there, index, focus: false };
  });
  const items = virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useLayoutEffect(() => {
    articles.need(Math.max(0, startIndex - OVERSCAN), endIndex + 1 + OVERSCAN);
  }, [articles, found, startIndex, endIndex]);
  return (
    <ul
      ref={list}
      // biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from a list without bullets.
      role="list"
      aria-label={t('library.articles')}
      class="articles"
      data-selecting={selection.count.value > 0 || undefined}
      style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
    >
      {items.map(({ key, index: position, start }) => {
        const row = found.at(position);
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={position}
            data-waiting={row === undefined || undefined}
            data-read={row === undefined || row.record.own.readAt === null ? undefined : true}
            data-selected={(row !== undefined && isSelected(selected, row.record.slug)) || undefined}
            class="article-item"
            aria-setsize={total}
            aria-posinset={position + 1}
            style={{ transform: `translateY(${start - margin}px)` }}
            onFocusIn={() => {
              cursor.value = { slug: row?.record.slug ?? null, index: position, focus: false };
            }}
          >
            {row !== undefined && (
              <>
                <SelectBox slug={row.record.slug} headline={row.record.headline} index={position} />
                <ResultItem article={row} />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
