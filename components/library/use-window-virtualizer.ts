import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export interface WindowListOptions {
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** Height of an item that was not measured yet, in CSS pixels. */
  readonly estimate: number;
  /** Distance of the list from the top of the document, in CSS pixels. */
  readonly margin: number;
  /** An item that stays in the page wherever it was scrolled to, because it has the focus; -1 for none. */
  readonly kept: number;
  readonly initialOffset: number;
}

export type WindowVirtualizer = Virtualizer<Window, HTMLElement>;

/** The thin layer between `@tanstack/virtual-core` and Preact: a list that scrolls with the window. */
export function useWindowVirtualizer(options: WindowListOptions): WindowVirtualizer {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const settings = { ...virtualizerOptions(options), onChange: () => draw(null) };
  const [virtualizer] = useState<WindowVirtualizer>(() => new Virtualizer(settings));
  virtualizer.setOptions(settings);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}

function virtualizerOptions(options: WindowListOptions): VirtualizerOptions<Window, HTMLElement> {
  const { count, keyOf, estimate, margin, kept, initialOffset } = options;
  return {
    count,
    getItemKey: keyOf,
    estimateSize: () => estimate,
    scrollMargin: margin,
    initialOffset,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan: 6,
    // A list that was scrolled keeps its place when something is saved above it; at the top the new item shows.
    anchorTo: window.scrollY > margin ? 'end' : 'start',
    rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept, count),
    getScrollElement: () => window,
    scrollToFn: windowScroll,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
  };
}

function withKept(indexes: number[], kept: number, count: number): number[] {
  if (kept < 0 || kept >= count || indexes.includes(kept)) return indexes;
  return [...indexes, kept].sort((one, other) => one - other);
}
