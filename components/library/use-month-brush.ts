import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { clampTo, lengthOf, type MonthSpan } from './month-scale.ts';

export interface MonthBrush {
  /** What a drag or a held key would choose when it ended now; null when none goes on. */
  readonly draft: MonthSpan | null;
  /** The month under the mouse; null when it is elsewhere. */
  readonly hovered: number | null;
  setDraft(draft: MonthSpan | null): void;
  /** Begins a drag from the month under the pointer, or from the other end of what is chosen. */
  begin(event: PointerEvent, other?: number): void;
  readonly handlers: { readonly [Name in Handled]: (event: PointerEvent) => void };
}

type Handled = 'onPointerMove' | 'onPointerUp' | 'onPointerCancel' | 'onPointerLeave';

/** Choosing months of `scale` by dragging over `plot`; `commit` hears what was chosen, once a drag. */
export function useMonthBrush(
  plot: RefObject<Element | null>,
  scale: MonthSpan,
  commit: (span: MonthSpan) => void,
): MonthBrush {
  const [draft, setDraft] = useState<MonthSpan | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const anchor = useRef<number | null>(null);

  function monthAt({ clientX }: PointerEvent): number {
    const element = plot.current;
    if (element === null) return scale.from;
    const { left, right, width } = element.getBoundingClientRect();
    const isMirrored = getComputedStyle(element).direction === 'rtl';
    const distance = isMirrored ? right - clientX : clientX - left;
    return clampTo(scale, scale.from + Math.floor((distance / width) * lengthOf(scale)));
  }
  function spanTo(event: PointerEvent): MonthSpan | null {
    if (anchor.current === null) return null;
    const month = monthAt(event);
    return { from: Math.min(anchor.current, month), to: Math.max(anchor.current, month) };
  }
  function end() {
    anchor.current = null;
    setDraft(null);
  }
  return {
    draft,
    hovered,
    setDraft,
    begin(event, other) {
      if (event.button !== 0 || !(event.currentTarget instanceof Element)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      anchor.current = other ?? monthAt(event);
      setDraft(spanTo(event));
    },
    handlers: {
      onPointerMove(event) {
        if (anchor.current !== null) setDraft(spanTo(event));
        else if (event.pointerType === 'mouse') setHovered(monthAt(event));
      },
      onPointerUp(event) {
        const span = spanTo(event);
        end();
        if (span !== null) commit(span);
      },
      onPointerCancel: end,
      onPointerLeave: () => setHovered(null),
    },
  };
}
