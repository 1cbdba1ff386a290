import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * How far the element is from the top of the document, in CSS pixels, as of the last drawing. Not observed: an observer
 * of what is around the list would be called by the list's own growing, in a loop.
 */
export function useDistanceFromTop(element: RefObject<HTMLElement | null>): number {
  const [distance, setDistance] = useState(0);
  useLayoutEffect(() => {
    const top = element.current?.getBoundingClientRect().top;
    if (top !== undefined) setDistance(Math.round(top + window.scrollY));
  });
  return distance;
}
