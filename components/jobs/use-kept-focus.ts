import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const CAN_HAVE_FOCUS = 'button:not(:disabled), input:not(:disabled), a[href], [tabindex]';

/**
 * For a place whose buttons come and go with what is being done: when the one with the focus goes, what now stands
 * first in the place has it, or else what `leave` gives it to, so that the keyboard is not sent back to the top of the
 * page. To be called by the component whose drawing takes the buttons away.
 */
export function useKeptFocus<Place extends HTMLElement>(leave: () => void = () => {}): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const hadFocus = place.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (!hadFocus || document.activeElement !== document.body) return;
    const next = place.current?.querySelector<HTMLElement>(CAN_HAVE_FOCUS);
    if (next) next.focus({ preventScroll: true });
    else leave();
  });
  return place;
}
