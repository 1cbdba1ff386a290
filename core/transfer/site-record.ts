import { claimedSlugs, ownAddresses } from '../article/addresses.ts';
import type { Article } from '../article/article.ts';
import { assembleArticle } from '../article/assemble-article.ts';
import { mainArticles } from '../article/find-article.ts';
import { slugOfAddress } from '../article/identity.ts';
import { parseStructured } from '../article/parse-structured.ts';
import { readGraph } from '../article/read-graph.ts';
import { type Problem, problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { RefusalReason } from './import-report.ts';

/**
 * A record of the site that came in a file instead of by a fetch. Which article it is, a fetched one is never asked: its
 * address says so. A file has no address but the one in the record, so that one must be an article's of the site, and the
 * record must not contradict itself. All else goes the way of what was fetched.
 */

/** The article that `value` (any JSON) is. Problems: as of a fetched source, and `misdirected` for an article of another site. */
export function readSiteRecord(value: unknown): Result<Article> {
  const slug = slugOfRecord(value);
  if (!slug.ok) return slug;
  const draft = parseStructured(value, slug.value);
  return draft.ok ? assembleArticle(slug.value, [{ source: 'json', draft: draft.value }]) : draft;
}

/** Why the report says that a record with this problem was not taken. */
export function refusalOf({ kind }: Problem): RefusalReason {
  switch (kind) {
    case 'misdirected':
      return 'other-host';
    case 'no-body':
    case 'too-large':
      return kind;
    case 'malformed':
    case 'not-utf8':
      return 'not-json';
    default:
      return 'not-an-article';
  }
}

/** Records have whole addresses; a relative one could only be the site's. */
const NO_SLUG = '';

/** The one article of the site that all of the record says it is, and that it gives the address of. */
function slugOfRecord(value: unknown): Result<string> {
  const graph = readGraph(value);
  const articles = mainArticles(graph);
  const addresses = articles.flatMap((article) => ownAddresses(graph, article, NO_SLUG));
  if (addresses.length === 0) return fail(problem('not-an-article', 'no address'));
  if (!addresses.some((address) => slugOfAddress(address) !== null)) return fail(problem('misdirected'));
  const slugs = new Set(articles.flatMap((article) => [...claimedSlugs(graph, article, NO_SLUG)]));
  const [slug] = slugs;
  return slug !== undefined && slugs.size === 1 ? succeed(slug) : fail(problem('identity-mismatch'));
}
