import type { Source } from '../core/article/article.ts';
import { slugOfFinalAddress, sourceAddress } from '../core/article/identity.ts';
import { type ProblemKind, problem } from '../core/problem.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { DEADLINE_PASSED, startDeadline } from './deadline.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { decodeUtf8, readBody } from './response-body.ts';
import { acceptsContentType, problemOfStatus } from './response-rules.ts';

/** One alternate of an article as the site sent it. */
export interface FetchedSource {
  readonly source: Source;
  /** The slug of the address the site finally answered from: another one when it renamed the article. */
  readonly slug: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly etag: string | null;
  /** Whether a `Content-Length` of the decoded body was given, and held. */
  readonly lengthChecked: boolean;
}

export interface FetchContext {
  readonly fetch: typeof fetch;
  readonly limits: FetchLimits;
  /** The deadline of the whole save. */
  readonly signal: AbortSignal;
}

/**
 * Fetches one source of an article under every rule of the house: deadlines, a cap, an allow-list of content types,
 * UTF-8 or nothing, no credentials, no other host. Every failure is a named problem; only bugs throw.
 */
export async function fetchSource(slug: string, source: Source, context: FetchContext): Promise<Result<FetchedSource>> {
  const deadline = startDeadline(context.limits.headersMs, context.signal);
  const heard = (): void => deadline.feed(context.limits.silenceMs);
  let stage: Stage = 'asking';
  try {
    const ask = (redirect: RequestRedirect): Promise<Response> =>
      context.fetch(sourceAddress(slug, source), requestOf(source, redirect, deadline.signal));
    let response = await ask('manual');
    if (response.type === 'opaqueredirect') {
      stage = 'redirected';
      response = await ask('follow');
    }
    stage = 'receiving';
    heard();
    return await receive(response, source, context.limits, heard);
  } catch (thrown) {
    return fail(deadlinePassed(deadline.signal) ? problem('timeout') : problem(BROKEN[stage], String(thrown)));
  } finally {
    deadline.stop();
  }
}

/**
 * How far a request got says what a broken connection means. A redirect that cannot be followed leads to another host
 * (which the extension's policy refuses) or in a circle.
 */
type Stage = 'asking' | 'redirected' | 'receiving';
const BROKEN: Record<Stage, ProblemKind> = { asking: 'offline', redirected: 'misdirected', receiving: 'truncated' };

function requestOf(source: Source, redirect: RequestRedirect, signal: AbortSignal): RequestInit {
  const headers = { accept: ACCEPT[source] };
  return { redirect, signal, headers, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' };
}

const ACCEPT: Record<Source, string> = {
  jsonld: 'application/ld+json, application/json;q=0.9',
  json: 'application/json',
  inline: 'text/html',
  md: 'text/markdown, text/plain;q=0.9',
  txt: 'text/plain',
};

function deadlinePassed(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason === DEADLINE_PASSED;
}

async function receive(
  response: Response,
  source: Source,
  limits: FetchLimits,
  heard: () => void,
): Promise<Result<FetchedSource>> {
  const landed = inspect(response, source);
  if (!landed.ok) {
    await response.body?.cancel();
    return landed;
  }
  const body = await readBody(response, limits.bodyBytes, heard);
  if (!body.ok) return body;
  const text = decodeUtf8(body.value.bytes);
  if (!text.ok) return text;
  const contentType = response.headers.get('content-type') ?? '';
  const etag = response.headers.get('etag');
  return succeed({ source, slug: landed.value, text: text.value, contentType, etag, ...body.value });
}

/** Decides by address, status and content type alone whether the body is worth reading; answers the article's slug. */
function inspect(response: Response, source: Source): Result<string> {
  const landed = slugOfFinalAddress(response.url);
  if (!landed.ok) return landed;
  const refusal = problemOfStatus(response.status, response.headers);
  if (refusal !== null) return fail(refusal);
  const contentType = response.headers.get('content-type') ?? '';
  return acceptsContentType(source, contentType) ? landed : fail(problem('wrong-type', contentType.slice(0, 100)));
}
