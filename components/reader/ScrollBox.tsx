import type { ComponentChildren, JSX } from 'preact';

interface ScrollBoxProps {
  readonly label: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** A box that scrolls by itself when its content is wider than the page, by keyboard too (WCAG 2.1.1). */
export function ScrollBox({ label, class: className, children }: ScrollBoxProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable box must take focus, or the keyboard cannot scroll it
    // biome-ignore lint/a11y/useSemanticElements: no element means a labelled box
    <div role="group" aria-label={label} tabIndex={0} class={className}>
      {children}
    </div>
  );
}
