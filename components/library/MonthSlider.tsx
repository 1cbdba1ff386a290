import type { JSX } from 'preact';
import { clampTo, lengthOf, type MonthSpan } from './month-scale.ts';
import type { MonthBrush } from './use-month-brush.ts';

export interface MonthSliderProps {
  readonly name: string;
  /** The whole line, of which the slider may go through `within`. */
  readonly scale: MonthSpan;
  readonly within: MonthSpan;
  readonly month: number;
  /** The month in words. */
  readonly text: string;
  /** Whether it stands before its month or after it. */
  readonly end: 'from' | 'to';
  readonly move: (month: number) => void;
  /** Told when the keys are let go. */
  readonly settle: () => void;
  readonly grab: (event: PointerEvent) => void;
  readonly handlers: MonthBrush['handlers'];
}

/** One end of a range of months, moved by keys: https://www.w3.org/WAI/ARIA/apg/patterns/slider-multithumb/ */
export function MonthSlider(props: MonthSliderProps): JSX.Element {
  const { name, scale, within, month, text, end, move, settle, grab, handlers } = props;
  const edge = month - scale.from + (end === 'to' ? 1 : 0);
  return (
    <div
      role="slider"
      tabIndex={0}
      class="months-thumb"
      data-end={end}
      aria-label={name}
      aria-valuemin={within.from}
      aria-valuemax={within.to}
      aria-valuenow={month}
      aria-valuetext={text}
      style={{ insetInlineStart: `${(100 * edge) / lengthOf(scale)}%` }}
      {...handlers}
      onPointerDown={grab}
      onKeyDown={(event) => {
        const step = stepOf(event.key, getComputedStyle(event.currentTarget).direction === 'rtl');
        if (step === null || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        move(clampTo(within, month + step));
      }}
      onKeyUp={settle}
      onBlur={settle}
    />
  );
}

function stepOf(key: string, isMirrored: boolean): number | null {
  switch (key) {
    case 'ArrowUp':
      return 1;
    case 'ArrowDown':
      return -1;
    case 'ArrowRight':
      return isMirrored ? -1 : 1;
    case 'ArrowLeft':
      return isMirrored ? 1 : -1;
    case 'PageUp':
      return 12;
    case 'PageDown':
      return -12;
    case 'Home':
      return Number.NEGATIVE_INFINITY;
    case 'End':
      return Number.POSITIVE_INFINITY;
    default:
      return null;
  }
}
