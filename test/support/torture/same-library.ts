import type { KeptLibrary } from './bench/raw-library.ts';

/** What of `before` is another in `now`, as sentences that begin with `when`. */
export function differences(before: KeptLibrary, now: KeptLibrary, when: string): string[] {
  return Object.entries(before.articles).flatMap(([slug, article]) =>
    JSON.stringify(now.articles[slug]) === JSON.stringify(article) ? [] : [`${when}: ${slug} is not as it was`],
  );
}
