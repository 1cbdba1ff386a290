import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * What happens when one view takes the place of another: it begins at the top, and the focus is on its heading, so that
 * a screen reader says where one is.
 */
export function arriveAt(heading: HTMLElement | null): void {
  window.scrollTo(0, 0);
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** For the heading of a view: arrives at it when it is first drawn. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => arriveAt(heading.current), []);
  return heading;
}
