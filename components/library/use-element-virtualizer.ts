import { elementScroll, observeElementOffset, observeElementRect, type Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { rangeWith, useVirtualizer } from './use-virtualizer.ts';

export interface ElementListOptions {
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** Height of an item that was not measured yet, in CSS pixels. */
  readonly estimate: number;
  /** An item that stays in the page wherever it was scrolled to, because it has the focus; -1 for none. */
  readonly kept: number;
}

export type ElementVirtualizer = Virtualizer<HTMLElement, HTMLElement>;

/** Items drawn beyond either end of the box: the next one must be there for the Tab key. */
const OVERSCAN = 4;

/** A virtual list that scrolls in a box of its own. */
export function useElementVirtualizer(
  box: RefObject<HTMLElement | null>,
  { count, keyOf, estimate, kept }: ElementListOptions,
): ElementVirtualizer {
  return useVirtualizer({
    count,
    getItemKey: keyOf,
    estimateSize: () => estimate,
    overscan: OVERSCAN,
    rangeExtractor: rangeWith(kept, count),
    initialRect: { width: 0, height: estimate * 12 },
    getScrollElement: () => box.current,
    scrollToFn: elementScroll,
    // Drawing within the observer's own call would make it report a loop.
    useAnimationFrameWithResizeObserver: true,
    observeElementRect,
    observeElementOffset,
  });
}
