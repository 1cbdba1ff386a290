import type { Source } from '../../core/article/article.ts';

/** What the fake site answers for one source of an article. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  /** The address the answer finally came from, after redirects. */
  readonly url?: string;
}

const TYPES: Record<Source, string> = {
  jsonld: 'application/ld+json',
  json: 'application/json',
  inline: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
};

/** The source an address asks for. */
export function sourceOf(address: string): Source {
  return (/\.(jsonld|json|md|txt)$/.exec(address)?.[1] as Source | undefined) ?? 'inline';
}

/**
 * A `fetch` that answers from a table by source, 404 for what is not in it, and keeps what was asked. A redirected
 * answer shows itself as the platform shows one: opaque when asked with `redirect: 'manual'`.
 */
export function fakeSite(answers: Partial<Record<Source, Answer | (() => Promise<Response>)>>) {
  const asked: { readonly source: Source; readonly address: string; readonly request: RequestInit }[] = [];
  const fetch = async (address: string | URL | Request, request: RequestInit = {}): Promise<Response> => {
    const source = sourceOf(String(address));
    asked.push({ source, address: String(address), request });
    const answer = answers[source] ?? { status: 404 };
    if (typeof answer === 'function') return answer();
    const isRedirected = answer.url !== undefined;
    if (isRedirected && request.redirect === 'manual') return opaqueRedirect();
    return respond(answer, answer.url ?? String(address), TYPES[source]);
  };
  return { fetch: fetch as typeof globalThis.fetch, asked };
}

function respond(answer: Answer, url: string, type: string): Response {
  const headers = { 'content-type': answer.type ?? type, ...answer.headers };
  return withFields(new Response(answer.body ?? '', { status: answer.status ?? 200, headers }), { url });
}

function opaqueRedirect(): Response {
  return withFields(new Response(null), { type: 'opaqueredirect', status: 0, url: '' });
}

function withFields(response: Response, fields: Partial<Record<'url' | 'type' | 'status', unknown>>): Response {
  for (const [name, value] of Object.entries(fields)) Object.defineProperty(response, name, { value });
  return response;
}
