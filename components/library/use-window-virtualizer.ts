import {
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  type Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import { rangeWith, useVirtualizer } from './use-virtualizer.ts';

export interface WindowListOptions {
  readonly count: number;
  /** Must stay the same function while the rows are the same. */
  readonly keyOf: (index: number) => string | number;
  /** Height of an item that was not measured yet, in CSS pixels. */
  readonly estimate: number;
  /** Distance of the list from the top of the document, in CSS pixels. */
  readonly margin: number;
  /** An item that stays in the page wherever it was scrolled to, because it has the focus; -1 for none. */
  readonly kept: number;
  readonly place: ListPlace;
  /** What is laid over the lower edge of the window, in CSS pixels: an item that is moved to stays clear of it. */
  readonly covered: number;
}

/** Where a list was left: what brings the same articles to the same spot again. */
export interface ListPlace {
  /** How far the window was scrolled, in CSS pixels. */
  readonly offset: number;
  /** The heights that were measured so far. */
  readonly measured: readonly VirtualItem[];
}

/** Items drawn beyond either end of the window. */
export const OVERSCAN = 6;

export type WindowVirtualizer = Virtualizer<Window, HTMLElement>;

/** A virtual list that scrolls with the window. */
export function useWindowVirtualizer(options: WindowListOptions): WindowVirtualizer {
  return useVirtualizer(virtualizerOptions(options));
}

/** Where the list is now. */
export function placeOf(virtualizer: WindowVirtualizer): ListPlace {
  return { offset: window.scrollY, measured: virtualizer.takeSnapshot() };
}

function virtualizerOptions(options: WindowListOptions): VirtualizerOptions<Window, HTMLElement> {
  const { count, keyOf, estimate, margin, kept, place, covered } = options;
  return {
    count,
    getItemKey: keyOf,
    estimateSize: () => estimate,
    scrollMargin: margin,
    initialOffset: place.offset,
    initialMeasurementsCache: [...place.measured],
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan: OVERSCAN,
    scrollPaddingEnd: covered,
    // A list that was scrolled keeps its place when something is saved above it; at the top the new item shows.
    anchorTo: window.scrollY > margin ? 'end' : 'start',
    rangeExtractor: rangeWith(kept, count),
    getScrollElement: () => window,
    scrollToFn: windowScroll,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
  };
}
