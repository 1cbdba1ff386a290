import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { type ChooseValue, FacetValueRow } from './FacetValueRow.tsx';
import type { FacetValueView } from './facet-view.ts';
import { useRowFocus } from './use-row-focus.ts';

export interface FacetValueListProps {
  readonly values: readonly FacetValueView[];
  readonly choose: ChooseValue;
}

/** The first values of a facet. */
export function FacetValueList({ values, choose }: FacetValueListProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const { handlers } = useRowFocus(list);
  return (
    <ul ref={list} class="facet-values" {...handlers}>
      {values.map((value) => (
        <li key={value.value} class="facet-value" data-value={value.value} data-choice={value.choice ?? undefined}>
          <FacetValueRow value={value} choose={choose} />
        </li>
      ))}
    </ul>
  );
}
