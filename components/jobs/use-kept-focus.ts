import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const CAN_HAVE_FOCUS = 'button:not(:disabled), input:not(:disabled), a[href], [tabindex]';

/**
 * For a place whose buttons come and go with what is being done: when the one with the focus goes, what now stands
 * first in the place has it, so that the keyboard is not sent back to the top of the page.
 */
export function useKeptFocus<Place extends HTMLElement>(): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const hadFocus = place.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (!hadFocus || document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>(CAN_HAVE_FOCUS)?.focus({ preventScroll: true });
  });
  return place;
}
