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

/** For the heading of a view: arrives at it when it is first drawn, unless the address leads to a part of the view. */
export function useArrival(isWhole = true): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isWhole) arriveAt(heading.current);
  }, []);
  return heading;
}

/** For the heading of a part of a view: when the address leads to it, the page stands there and the focus is on it. */
export function usePartArrival(isAddressed: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!isAddressed || heading.current === null) return;
    heading.current.tabIndex = -1;
    heading.current.focus({ preventScroll: true });
    heading.current.scrollIntoView();
  }, [isAddressed]);
  return heading;
}
