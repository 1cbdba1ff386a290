import type { ProblemKind } from '../problem.ts';
import type { Result } from '../result.ts';
import type { ArticleDraft, Source } from './article.ts';
import { hasAnnouncedLength } from './completeness.ts';
import { hasSubjects } from './draft.ts';

/**
 * Which alternate to ask next. A save asks as little as it can: most articles need one request. A second is made only for
 * what the first left open, and none after an answer that would be the same everywhere.
 */

/** A source that was asked, and what came of it. */
export interface Attempt {
  readonly source: Source;
  readonly outcome: Result<ArticleDraft>;
}

/**
 * Problems of the article, the network or the whole site, which asking another alternate cannot mend. A source that is silent
 * is no such problem: the save's own deadline bounds the asking.
 */
const ENDS_THE_SEARCH: readonly ProblemKind[] = ['identity-mismatch', 'offline', 'rate-limited', 'no-site-access'];

/** The source to ask next, or null when there is enough, nothing left to ask, or no use in asking. */
export function nextSource(tried: readonly Attempt[]): Source | null {
  if (tried.some(({ outcome }) => !outcome.ok && ENDS_THE_SEARCH.includes(outcome.problem.kind))) return null;
  if (isPageMissing(tried)) return null;
  const drafts = tried.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  const missesCore = !drafts.some(({ headline }) => headline !== undefined) || !drafts.some(hasSubjects);
  const wanted: readonly Source[] = missesCore ? ['jsonld', 'json', 'inline'] : [];
  const forBody: readonly Source[] = drafts.some(hasWholeBody) ? [] : ['md', 'txt'];
  const isTried = (source: Source) => tried.some((attempt) => attempt.source === source);
  return [...wanted, ...forBody].find((source) => !isTried(source)) ?? null;
}

/** Nothing answered so far, not even the page itself: there is no such article. */
function isPageMissing(tried: readonly Attempt[]): boolean {
  const isMissing = ({ source, outcome }: Attempt) =>
    source === 'inline' && !outcome.ok && (outcome.problem.kind === 'not-found' || outcome.problem.kind === 'gone');
  return tried.every(({ outcome }) => !outcome.ok) && tried.some(isMissing);
}

/** A body with fewer words than its own source announces is an excerpt. */
function hasWholeBody({ articleBody, wordCount, inLanguage }: ArticleDraft): boolean {
  return articleBody !== undefined && hasAnnouncedLength(articleBody, wordCount, inLanguage ?? null);
}
