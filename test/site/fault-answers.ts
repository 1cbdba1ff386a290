import type { Fault } from './fault.ts';
import { locationOf } from './fault-redirects.ts';
import type { LoggedRequest } from './request-log.ts';
import { type Answer, answerWith, redirectTo } from './response.ts';

/** Faults that are ordinary answers with the wrong content. */

const SIGN_IN = '<!doctype html><html lang="en"><title>Sign in to Wi-Fi</title><h1>Welcome to Hotel Wi-Fi</h1></html>';

function encode(body: Buffer, encoding: Extract<Fault, { kind: 'encoding' }>['encoding']): Buffer {
  const text = body.toString('utf8');
  switch (encoding) {
    case 'utf8-bom':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'invalid-utf8': {
      const middle = Math.floor(body.length / 2);
      return Buffer.concat([body.subarray(0, middle), Buffer.from([0xc3, 0x28, 0xff]), body.subarray(middle)]);
    }
  }
}

function oversized(contentType: string, bytes: number): Answer {
  const node = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Too large', articleBody: '' };
  const text = JSON.stringify(node).replace(/""}$/, `"${'word '.repeat(bytes / 5)}"}`);
  return answerWith(contentType, text);
}

/** The answer a fault makes of the right one, or null when the fault lies in how it is sent. */
export function faultyAnswer(
  fault: Fault,
  request: LoggedRequest,
  right: Answer,
  site: { readonly port: number; readonly answerFor: (slug: string) => Answer },
): Answer | null {
  switch (fault.kind) {
    case 'status': {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      return { ...answerWith('text/html; charset=utf-8', `<h1>${fault.status}</h1>`), status: fault.status, headers };
    }
    case 'oversized':
      return oversized(right.contentType, fault.bytes ?? 20_000_000);
    case 'type':
      return { ...right, contentType: fault.contentType ?? '' };
    case 'html':
      return answerWith('text/html; charset=utf-8', SIGN_IN);
    case 'encoding':
      return { ...right, body: encode(right.body, fault.encoding) };
    case 'redirect':
      return redirectTo(locationOf(fault.to, request.path, site.port), fault.status);
    case 'lie':
      return site.answerFor(fault.slug);
    case 'set-cookie':
      return { ...right, headers: { ...right.headers, 'set-cookie': 'visitor=42; Secure; SameSite=None; Path=/' } };
    case 'body':
      return { ...right, body: Buffer.from(fault.body), contentType: fault.contentType ?? right.contentType };
    default:
      return null;
  }
}
