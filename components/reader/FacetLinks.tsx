import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface FacetLink {
  readonly label: string;
  readonly href: string;
  /** Said beside the link, or null. */
  readonly note: string | null;
}

/** A named list of links to facet values; nothing when there are none. */
export function FacetLinks({
  name,
  links,
}: {
  readonly name: string;
  readonly links: readonly FacetLink[];
}): JSX.Element | null {
  const id = useId();
  if (links.length === 0) return null;
  return (
    <div class="reader-facet">
      <p id={id}>{name}</p>
      <ul aria-labelledby={id}>
        {links.map(({ label, href, note }) => (
          <li key={href}>
            <a class="chip" dir="auto" href={href}>
              {label}
            </a>
            {note !== null && <span class="reader-note">{note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
