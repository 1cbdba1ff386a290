import type { ComponentChildren, JSX } from 'preact';
import type { WebAddress } from '../../core/reading/link.ts';

interface OutsideLinkProps {
  readonly address: WebAddress;
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
}

/** A link out of the extension: a new tab that knows neither where it was opened from nor by whom. */
export function OutsideLink({ address, children, class: className }: OutsideLinkProps): JSX.Element {
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" class={className}>
      {children}
    </a>
  );
}
