import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ElementVirtualizer } from './use-element-virtualizer.ts';

/** The arrow keys, Home and End in a scrolling list of facet values: they move between its checkboxes, of `count` rows. */
export function useRowKeys(
  box: RefObject<HTMLElement | null>,
  virtualizer: ElementVirtualizer,
  count: number,
): { readonly onKeyDown: (event: KeyboardEvent) => void } {
  const wanted = useRef(-1);
  const focusWanted = () => {
    const input = box.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] input`);
    if (!input) return;
    wanted.current = -1;
    input.focus({ preventScroll: true });
  };
  useLayoutEffect(focusWanted);
  return {
    onKeyDown(event) {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
      const next = row === null ? null : indexAfter(event.key, Number(row.dataset['index']), count);
      if (next === null) return;
      event.preventDefault();
      wanted.current = Math.max(0, Math.min(count - 1, next));
      virtualizer.scrollToIndex(wanted.current, { align: 'auto' });
      focusWanted();
    },
  };
}

function indexAfter(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
