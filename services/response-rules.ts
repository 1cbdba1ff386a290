import type { Source } from '../core/article/article.ts';
import { LONGEST_WAIT_MS } from '../core/library/retry.ts';
import { type Problem, problem } from '../core/problem.ts';

/** What a source may be served as. Nothing is sniffed; a charset other than UTF-8 is refused. */
const ACCEPTED_TYPES: Record<Source, readonly string[]> = {
  jsonld: ['application/ld+json', 'application/json', 'text/plain'],
  json: ['application/json', 'application/ld+json', 'text/plain'],
  inline: ['text/html', 'application/xhtml+xml'],
  md: ['text/markdown', 'text/x-markdown', 'text/plain'],
  txt: ['text/plain'],
};

/** Whether a `Content-Type` header is on the list for `source`. */
export function acceptsContentType(source: Source, header: string): boolean {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  return ACCEPTED_TYPES[source].includes(type.trim()) && (charset === undefined || /^utf-?8$/.test(charset));
}

/** What a status that is not a success means; null for 2xx with a body. */
export function problemOfStatus(status: number, headers: Headers): Problem | null {
  if (status === 200 || status === 203) return null;
  const detail = `status ${status}`;
  if (status === 404) return problem('not-found', detail);
  if (status === 410) return problem('gone', detail);
  if (status === 429) return withWait(problem('rate-limited', detail), headers);
  if (status >= 500) return withWait(problem('server-error', detail), headers);
  return problem('refused', detail);
}

function withWait(met: Problem, headers: Headers): Problem {
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), headers.get('date'));
  return retryAfterMs === null ? met : { ...met, retryAfterMs };
}

/**
 * Milliseconds a `Retry-After` header asks for (RFC 9110 §10.2.3: seconds or an HTTP date, read against the server's
 * own `Date`), at most an hour; null when it is absent or says nothing.
 */
export function parseRetryAfter(header: string | null, serverDate: string | null): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - (serverDate === null ? Number.NaN : Date.parse(serverDate));
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}
