import { useEffect, useState } from 'preact/hooks';
import { allOf, conjuncts, type Expression, type Query } from '../../core/query/query.ts';
import { usePageModel } from './page-context.ts';

/** A part of a query that could be dropped, and how many articles the rest finds. */
export interface WayOut {
  readonly part: Expression;
  readonly without: Query;
  readonly total: number;
}

/** What dropping one part of the query would bring: only the parts without which there is something. */
export function useWaysOut(): readonly WayOut[] {
  const { query, services } = usePageModel();
  const [ways, setWays] = useState<readonly WayOut[]>([]);
  const asked = query.value;
  useEffect(() => {
    let current = true;
    const parts = conjuncts(asked);
    const counting = parts.map(async (part) => {
      const without = allOf(parts.filter((other) => other !== part));
      const total = await services.library.search.count(without, services.now(), Number.NEGATIVE_INFINITY);
      return { part, without, total };
    });
    Promise.all(counting).then(
      (counted) => current && setWays(counted.filter(({ total }) => total > 0)),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [asked, services]);
  return ways;
}
