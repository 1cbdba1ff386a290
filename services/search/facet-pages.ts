import type { Selection } from '../../core/catalogue/catalogue.ts';
import { FACETS, type Facet } from '../../core/catalogue/facet.ts';
import { type FacetPage, type FacetPages, FIRST_VALUES } from '../../core/library/search.ts';
import type { Query } from '../../core/query/query.ts';
import { chosenValues, facetMode, withoutIncluded } from '../../core/query/refine-query.ts';

/**
 * The selections that facets count against where the query asks for any of several of their values: the query without
 * those values, so that the numbers say what choosing one more would add.
 */
export class AnyFacets {
  readonly #selections: ReadonlyMap<Facet, Selection>;

  private constructor(selections: ReadonlyMap<Facet, Selection>) {
    this.#selections = selections;
  }

  /** Null when `select` was cancelled. */
  static async of(query: Query, select: (query: Query) => Promise<Selection | null>): Promise<AnyFacets | null> {
    const selections = new Map<Facet, Selection>();
    for (const facet of FACETS.filter((name) => facetMode(query, name) === 'any')) {
      const rest = withoutIncluded(query, facet);
      if (rest === query) continue;
      const selection = await select(rest);
      if (selection === null) return null;
      selections.set(facet, selection);
    }
    return new AnyFacets(selections);
  }

  get(facet: Facet): Selection | null {
    return this.#selections.get(facet) ?? null;
  }
}

/** The first values of every facet, and all that the query chooses. */
export function firstPages(query: Query, selection: Selection, anyFacets: AnyFacets): FacetPages {
  const page = (facet: Facet) => firstPage(query, facet, anyFacets.get(facet) ?? selection);
  return {
    topics: page('topics'),
    entities: page('entities'),
    sources: page('sources'),
    languages: page('languages'),
    months: page('months'),
    tags: page('tags'),
    state: page('state'),
  };
}

function firstPage(query: Query, facet: Facet, selection: Selection): FacetPage {
  const to = facet === 'months' ? Number.POSITIVE_INFINITY : FIRST_VALUES;
  const { values, total } = selection.values({ facet, words: '', from: 0, to });
  const chosen = chosenValues(query, facet)
    .filter(({ value }) => !values.some((known) => known.value === value))
    .map(({ value }) => ({ value, count: selection.count(facet, value) }));
  return { values: [...values, ...chosen], total };
}
