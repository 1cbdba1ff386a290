import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

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

/** The thin layer between `@tanstack/virtual-core` and Preact: a list that scrolls in a box of its own. */
export function useElementVirtualizer(
  box: RefObject<HTMLElement | null>,
  { count, keyOf, estimate, kept }: ElementListOptions,
): ElementVirtualizer {
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0);
  const settings = {
    count,
    getItemKey: keyOf,
    estimateSize: () => estimate,
    overscan: OVERSCAN,
    rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept, count),
    initialRect: { width: 0, height: estimate * 12 },
    getScrollElement: () => box.current,
    scrollToFn: elementScroll,
    // Drawing within the observer's own call would make it report a loop.
    useAnimationFrameWithResizeObserver: true,
    observeElementRect,
    observeElementOffset,
    onChange: () => draw(null),
  };
  const [virtualizer] = useState<ElementVirtualizer>(() => new Virtualizer(settings));
  virtualizer.setOptions(settings);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}

function withKept(indexes: number[], kept: number, count: number): number[] {
  if (kept < 0 || kept >= count || indexes.includes(kept)) return indexes;
  return [...indexes, kept].sort((one, other) => one - other);
}
