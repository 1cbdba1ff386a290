import { problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { claimedSlugs } from './addresses.ts';
import { type Graph, property, typesOf, wholeNode } from './graph.ts';
import type { Node } from './json-ld-values.ts';

/** schema.org's `Article` and the types below it. */
const ARTICLE_TYPES: ReadonlySet<string> = new Set([
  'Article',
  'NewsArticle',
  'AdvertiserContentArticle',
  'AnalysisNewsArticle',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
  'Report',
  'SatiricalArticle',
  'ScholarlyArticle',
  'MedicalScholarlyArticle',
  'SocialMediaPosting',
  'BlogPosting',
  'LiveBlogPosting',
  'DiscussionForumPosting',
  'TechArticle',
  'APIReference',
]);

/** Keys that only an article has, in the site's native record or in JSON-LD without a type. */
const TELLTALE_KEYS: readonly string[] = ['headline', 'articleBody', 'body_md', 'canonical_source'];

/**
 * The node that is the article of `slug`: a main node that says so, else the first main article that does not say it is
 * another one, else, when no main node is an article, one inside a list that says it is ours. Only others of the site:
 * `identity-mismatch`.
 */
export function findArticle(graph: Graph, slug: string): Result<Node> {
  const claims = new Map<Node, ReadonlySet<string>>();
  const main = mainArticles(graph);
  for (const node of main) claims.set(node, claimedSlugs(graph, node, slug));
  const found =
    main.find((node) => isOurs(claims.get(node), slug)) ??
    main.find((node) => claims.get(node)?.size === 0) ??
    (main.length === 0 ? findInside(graph, slug) : undefined);
  if (found !== undefined) return succeed(wholeNode(graph, found));
  return fail(problem(main.length > 0 ? 'identity-mismatch' : 'not-an-article'));
}

/** The nodes a document is about that are articles, of whatever site. */
export function mainArticles(graph: Graph): readonly Node[] {
  return graph.mainNodes.filter((node) => isArticle(graph, node));
}

function findInside(graph: Graph, slug: string): Node | undefined {
  const typed = graph.nodes.filter((node) => hasArticleType(graph, node));
  return typed.find((node) => isOurs(claimedSlugs(graph, node, slug), slug));
}

function isOurs(claimed: ReadonlySet<string> | undefined, slug: string): boolean {
  return claimed?.size === 1 && claimed.has(slug);
}

function isArticle(graph: Graph, node: Node): boolean {
  return hasArticleType(graph, node) || isNativeRecord(graph, node);
}

function hasArticleType(graph: Graph, node: Node): boolean {
  return typesOf(graph, node).some((type) => ARTICLE_TYPES.has(type));
}

function isNativeRecord(graph: Graph, node: Node): boolean {
  if (Object.hasOwn(node, '@type')) return false;
  if (TELLTALE_KEYS.some((key) => property(graph, node, key) !== undefined)) return true;
  return property(graph, node, 'slug') !== undefined && property(graph, node, 'title') !== undefined;
}
