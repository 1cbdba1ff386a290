import { nameFilter } from '../../core/catalogue/name-filter.ts';
import type { Answer, FacetPage } from '../../core/library/search.ts';
import type { LibrarySearch } from '../../services/search/library-search.ts';
import { type FacetView, latestFirst } from './facet-view.ts';

/** The values from `from` to `to` − 1 of those whose label has a word beginning with `words`. */
export type ValueSource = (words: string, from: number, to: number) => Promise<FacetPage>;

/** More values than a facet of languages or states can have. */
const MANY = 10_000;

/**
 * Where the values of a facet under `answer` come from: a page at a time from the engine. What only the page can name
 * in the reader's language (months, languages, states) is few, and looked through here.
 */
export function valueSource(search: LibrarySearch, answer: Answer, { facet, show }: FacetView): ValueSource {
  const ask = (words: string, from: number, to: number) => search.values(answer.id, { facet, words, from, to });
  switch (facet) {
    case 'months':
      return async (...wanted) => byLabel(latestFirst(answer.facets.months.values.filter(isFound)), ...wanted);
    case 'languages':
    case 'state':
      return async (...wanted) => byLabel((await ask('', 0, MANY)).values, ...wanted);
    default:
      return ask;
  }

  function byLabel(values: FacetPage['values'], words: string, from: number, to: number): FacetPage {
    const isNamed = nameFilter(facet, words);
    const fitting = isNamed === null ? values : values.filter((value) => isNamed(show(value).label));
    return { values: fitting.slice(from, to), total: fitting.length };
  }
}

function isFound({ count }: { readonly count: number }): boolean {
  return count > 0;
}
