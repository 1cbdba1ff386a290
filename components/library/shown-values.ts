import { fold } from '../../core/query/fold.ts';
import { type FacetValueView, isChosen } from './facet-view.ts';

/** A facet may have twenty thousand values: which of them are drawn. */

/** Values shown before someone asks for more. */
const FIRST = 12;
/** "Show all" for two more values would be a button that takes the room of the values. */
const SPARE = 2;
/** Values drawn at most: beyond these, a few letters find a value sooner than the eye. */
const MOST = 200;

export interface ShownValues {
  readonly values: readonly FacetValueView[];
  /** How many fit the words, shown or not. */
  readonly found: number;
}

export interface Showing {
  readonly open: boolean;
  readonly words: string;
  /** Values a person chose or dropped stay in sight, so that the focus has where to stay. */
  readonly touched: ReadonlySet<string>;
}

/** The values to draw: the first ones that fit, and always the chosen and the touched ones. */
export function shownValues(all: readonly FacetValueView[], { open, words, touched }: Showing): ShownValues {
  const wanted = open ? fold(words) : '';
  const fitting = wanted === '' ? all : all.filter(({ label }) => fold(label).includes(wanted));
  const limit = open ? MOST : all.length <= FIRST + SPARE ? all.length : FIRST;
  const values = fitting.filter((value, place) => place < limit || isChosen(value) || touched.has(value.value));
  return { values, found: fitting.length };
}
