import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** The row of a facet that has the focus, and which of its two controls. */
interface FocusedRow {
  readonly value: string;
  /** Its place among the rows that are drawn. */
  readonly place: number;
  readonly control: 'input' | 'button';
}

export interface RowFocus {
  /** The value whose row has the focus; null when none has. */
  value(): string | null;
  readonly handlers: { readonly onFocusIn: (event: FocusEvent) => void; readonly onFocusOut: () => void };
}

/**
 * Keeps the focus in a list of facet values (`li[data-value]`) through a drawing: a value that moves keeps it, and one
 * that goes hands it to the row that now stands there. Before Chrome 133 an element loses the focus when it moves:
 * https://developer.mozilla.org/en-US/docs/Web/API/Element/moveBefore
 */
export function useRowFocus(list: RefObject<HTMLElement | null>): RowFocus {
  const focused = useRef<FocusedRow | null>(null);
  const isDrawing = useRef(false);
  isDrawing.current = true;
  useLayoutEffect(() => {
    isDrawing.current = false;
    if (focused.current === null || document.activeElement !== document.body) return;
    const { value, place, control } = focused.current;
    const rows = rowsOf(list.current);
    const row = rows.find(({ dataset }) => dataset['value'] === value) ?? rows[Math.min(place, rows.length - 1)];
    row?.querySelector<HTMLElement>(control)?.focus({ preventScroll: true });
  });
  return {
    value: () => focused.current?.value ?? null,
    handlers: {
      onFocusIn({ target }) {
        const row = target instanceof Element ? target.closest<HTMLElement>('li[data-value]') : null;
        if (row === null) return;
        const control = target instanceof HTMLInputElement ? 'input' : 'button';
        focused.current = {
          value: row.dataset['value'] ?? '',
          place: rowsOf(list.current).indexOf(row),
          control,
        };
      },
      onFocusOut() {
        // What the browser reports while elements are moved is no step of the reader.
        if (!isDrawing.current) focused.current = null;
      },
    },
  };
}

function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>('li[data-value]')];
}
