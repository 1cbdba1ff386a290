import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Closes an open `<details>` panel on Escape, which gives the focus back to its button, and on a press or focus elsewhere. */
export function useDismissal(panel: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const details = panel.current;
    if (details === null) return;
    const closeFromOutside = ({ target }: Event) => {
      if (target instanceof Node && !details.contains(target)) details.open = false;
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.open) return;
      event.stopPropagation();
      details.open = false;
      details.querySelector('summary')?.focus();
    };
    const page = details.ownerDocument;
    page.addEventListener('pointerdown', closeFromOutside);
    page.addEventListener('focusin', closeFromOutside);
    details.addEventListener('keydown', closeByKey);
    return () => {
      page.removeEventListener('pointerdown', closeFromOutside);
      page.removeEventListener('focusin', closeFromOutside);
      details.removeEventListener('keydown', closeByKey);
    };
  }, [panel]);
}
