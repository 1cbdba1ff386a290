import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Facet } from '../../core/catalogue/facet.ts';
import type { Answer } from '../../core/library/search.ts';
import type { FacetChoice, FacetMode } from '../../core/query/refine-query.ts';
import { useTranslate } from '../translation.ts';
import { FacetModeChoice } from './FacetModeChoice.tsx';
import { FacetTail } from './FacetTail.tsx';
import { FacetValueList } from './FacetValueList.tsx';
import { type FacetView, firstValues } from './facet-view.ts';
import { useNumber } from './page-context.ts';

export interface FacetGroupProps {
  readonly view: FacetView;
  readonly answer: Answer;
  readonly choose: (value: string, choice: FacetChoice, mode: FacetMode) => void;
  readonly chooseMode: (mode: FacetMode) => void;
  /** What stands above the values. */
  readonly children?: ComponentChildren;
}

/** The facets of which one article can have several values: only there do "any" and "all" differ to some purpose. */
const MULTIPLE: ReadonlySet<Facet> = new Set<Facet>(['topics', 'entities', 'tags', 'state']);

/** One facet: a group of values to narrow by, the most frequent first; the rest are one button or a few letters away. */
export function FacetGroup({ view, answer, choose, chooseMode, children }: FacetGroupProps): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { mode, setMode } = useStandingMode(view);
  const more = useRef<HTMLButtonElement>(null);
  const first = firstValues(view);
  const chooseValue = (value: string, choice: FacetChoice) => choose(value, choice, mode);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the name of a fieldset is no heading, and headings are how people jump.
    <div role="group" aria-labelledby={id} class="facet">
      <h3 id={id} class="facet-name">
        {t(`library.facet.${view.facet}`)}
      </h3>
      {children}
      {MULTIPLE.has(view.facet) && view.values.some(({ choice }) => choice === 'include') && (
        <FacetModeChoice
          facet={view.facet}
          mode={mode}
          choose={(next) => {
            setMode(next);
            chooseMode(next);
          }}
        />
      )}
      {open ? (
        <FacetTail
          view={view}
          answer={answer}
          choose={chooseValue}
          close={() => {
            setOpen(false);
            more.current?.focus();
          }}
        />
      ) : (
        <FacetValueList values={first} choose={chooseValue} />
      )}
      {(open || view.total > first.length) && (
        <button ref={more} type="button" class="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('library.fewerValues') : t('library.allValues', [number(view.total)])}
        </button>
      )}
    </div>
  );
}

/** The mode that the query has, or, while it holds too few values to have one, the one that was chosen last. */
function useStandingMode({ values, mode }: FacetView): { readonly mode: FacetMode; setMode(mode: FacetMode): void } {
  const [chosen, setMode] = useState<FacetMode | null>(null);
  const included = values.filter(({ choice }) => choice === 'include').length;
  useLayoutEffect(() => {
    if (included > 1) setMode(mode);
  }, [included, mode]);
  return { mode: included > 1 ? mode : (chosen ?? mode), setMode };
}
