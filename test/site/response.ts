import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { LoggedRequest } from './request-log.ts';

/** What the site means to answer, before any fault. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A successful answer of `text` in UTF-8. */
export function answerWith(contentType: string, text: string): Answer {
  return { status: 200, contentType, body: Buffer.from(text) };
}

/** A redirect to `location`. */
export function redirectTo(location: string, status = 302): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', body: Buffer.alloc(0), headers: { location } };
}

/** The strong entity tag of a body: its content hash, as the site's method page promises. */
export function entityTag(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
}

function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(tag);
}

/** Sends the answer whole: with its entity tag, as 304 where the caller has it already, without a body for `HEAD`. */
export function send(request: LoggedRequest, response: ServerResponse, answer: Answer): void {
  const headers: Record<string, string | number> = { ...answer.headers };
  if (answer.status === 200) {
    const etag = entityTag(answer.body);
    Object.assign(headers, { etag, 'cache-control': 'no-cache' });
    if (matches(request.headers['if-none-match'], etag)) {
      response.writeHead(304, headers).end();
      return;
    }
  }
  if (answer.contentType !== '') headers['content-type'] = answer.contentType;
  headers['content-length'] = answer.body.length;
  response.writeHead(answer.status, headers).end(request.method === 'HEAD' ? undefined : answer.body);
}
