import { defaultRangeExtractor, type Range, Virtualizer, type VirtualizerOptions } from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** The thin layer between `@tanstack/virtual-core` and Preact: draws again whenever the list that is virtual moves. */
export function useVirtualizer<Box extends Element | Window>(
  options: VirtualizerOptions<Box, HTMLElement>,
): Virtualizer<Box, HTMLElement> {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const settings = { ...options, onChange: () => draw(null) };
  const [virtualizer] = useState(() => new Virtualizer(settings));
  virtualizer.setOptions(settings);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}

/** Draws what is in range, and the item at `kept`, which has the focus, wherever it was scrolled to; -1 for none. */
export function rangeWith(kept: number, count: number): (range: Range) => number[] {
  return (range) => {
    const indexes = defaultRangeExtractor(range);
    if (kept < 0 || kept >= count || indexes.includes(kept)) return indexes;
    return [...indexes, kept].sort((one, other) => one - other);
  };
}
