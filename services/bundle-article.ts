import type { ArticleDraft, Source } from '../core/article/article.ts';
import { assembleArticle } from '../core/article/assemble-article.ts';
import { parseInlinePage } from '../core/article/inline-page.ts';
import { parseMarkdownAlternate } from '../core/article/markdown-alternate.ts';
import { parseJsonText } from '../core/article/parse-structured.ts';
import { type Attempt, nextSource } from '../core/article/source-plan.ts';
import { parseTextAlternate } from '../core/article/text-alternate.ts';
import { isTransient, type Problem, problem } from '../core/problem.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import type { ArticleBundle } from '../storage/save-article.ts';
import { startDeadline } from './deadline.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { type FetchContext, type FetchedSource, fetchSource } from './fetch-source.ts';
import { finishBundle } from './finish-bundle.ts';
import type { BundleArticle } from './save-service.ts';

/** Everything the network told about one article, in the order asked. */
interface Told {
  readonly slug: string;
  readonly attempts: readonly Attempt[];
  readonly fetched: readonly FetchedSource[];
}

export interface BundlerParts {
  readonly fetch: typeof fetch;
  readonly limits: FetchLimits;
  /** Whether the person still grants the site's permission: without it nothing is asked. */
  readonly isSiteAllowed: () => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Makes the function that fetches an article's sources in their order, parses them, and puts one article together. */
export function createArticleBundler({ fetch, limits, isSiteAllowed, now }: BundlerParts): BundleArticle {
  return async (askedFor) => {
    if (!(await isSiteAllowed())) return fail(problem('no-site-access'));
    const deadline = startDeadline(limits.totalMs);
    try {
      const told = await askSources(askedFor, { fetch, limits, signal: deadline.signal });
      return told.ok ? await bundle(told.value, now()) : told;
    } finally {
      deadline.stop();
    }
  };
}

/** Asks source after source until enough is known. A network that is down or a server that wants us to wait ends it. */
async function askSources(askedFor: string, context: FetchContext): Promise<Result<Told>> {
  const attempts: Attempt[] = [];
  const fetched: FetchedSource[] = [];
  let slug = askedFor;
  for (let source = nextSource(attempts); source !== null; source = nextSource(attempts)) {
    const answer = await fetchSource(slug, source, context);
    if (!answer.ok && endsAsking(answer.problem, context.signal)) return answer;
    if (answer.ok && fetched.length === 0) slug = answer.value.slug;
    if (answer.ok) fetched.push(answer.value);
    attempts.push({ source, outcome: answer.ok ? parseSource(answer.value, slug, attempts) : answer });
  }
  return succeed({ slug, attempts, fetched });
}

function endsAsking({ kind }: Problem, saveDeadline: AbortSignal): boolean {
  return kind === 'offline' || kind === 'rate-limited' || saveDeadline.aborted;
}

function parseSource(fetched: FetchedSource, slug: string, before: readonly Attempt[]): Result<ArticleDraft> {
  if (fetched.slug !== slug) return fail(problem('identity-mismatch', `${fetched.source} led to another article`));
  switch (fetched.source) {
    case 'jsonld':
    case 'json':
      return parseJsonText(fetched.text, slug);
    case 'inline':
      return parseInlinePage(fetched.text, slug);
    case 'md':
      return parseMarkdownAlternate(fetched.text, slug);
    case 'txt':
      return parseTextAlternate(fetched.text, slug, knownBefore(before));
  }
}

/** What earlier sources told, the first to tell a field winning. */
function knownBefore(attempts: readonly Attempt[]): ArticleDraft {
  const drafts = attempts.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  return Object.assign({}, ...drafts.reverse());
}

async function bundle({ slug, attempts, fetched }: Told, fetchedAt: number): Promise<Result<ArticleBundle>> {
  const assembled = assembleArticle(slug, toldFields(attempts, fetched));
  if (!assembled.ok) return fail(tellingProblem(attempts, assembled.problem));
  const originals = fetched
    .filter(({ source }) => attempts.some((attempt) => attempt.source === source && attempt.outcome.ok))
    .map(({ source, bytes, contentType, etag }) => ({ slug, source, bytes, contentType, etag, fetchedAt }));
  return finishBundle(assembled.value, originals);
}

function toldFields(attempts: readonly Attempt[], fetched: readonly FetchedSource[]) {
  return attempts.flatMap(({ source, outcome }) => {
    if (!outcome.ok) return [];
    const told = { source, draft: outcome.value };
    return [hasCheckedLength(fetched, source) ? { ...told, completeness: 'content-length' as const } : told];
  });
}

function hasCheckedLength(fetched: readonly FetchedSource[], source: Source): boolean {
  return fetched.some((one) => one.source === source && one.lengthChecked);
}

/** Why there is no article: what may pass by itself comes first, since then it is worth trying again. */
function tellingProblem(attempts: readonly Attempt[], incomplete: Problem): Problem {
  const met = attempts.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.problem]));
  const decisive = met.find(isTransient) ?? met.find(({ kind }) => kind === 'identity-mismatch');
  return decisive ?? (met.length < attempts.length ? incomplete : (met[0] ?? incomplete));
}
