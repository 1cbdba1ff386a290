import type { LoggedRequest } from './request-log.ts';

/** Where a redirect leads: a renamed slug, or one of the known bad or harmless places. */
export type RedirectTarget =
  | 'other-host'
  | 'http'
  | 'loopback'
  | 'out-and-back'
  | 'loop'
  | 'other-spelling'
  | 'listing'
  | { readonly slug: string };

/** What can go wrong between a reader and the site; everything else about the answer stays as it was. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'silence-after-headers' }
  /** One byte at a time, every `everyMs` (default 100). */
  | { readonly kind: 'drip'; readonly everyMs?: number }
  /** Keeps only a share of the body (default one half), under each way of marking its end. */
  | { readonly kind: 'cut'; readonly framing: 'length' | 'chunked' | 'close'; readonly keep?: number }
  /** A well-formed document with a body of `bytes` (default 20 MB). */
  | { readonly kind: 'oversized'; readonly bytes?: number }
  | { readonly kind: 'endless' }
  /** `bytes` (default 100 MB) that are some kilobytes on the wire. */
  | { readonly kind: 'gzip-bomb'; readonly bytes?: number }
  | { readonly kind: 'type'; readonly contentType: string | null }
  /** A sign-in page with status 200, whatever was asked. */
  | { readonly kind: 'html' }
  | { readonly kind: 'encoding'; readonly encoding: 'invalid-utf8' | 'utf8-bom' | 'utf16le' | 'utf16be' }
  | { readonly kind: 'redirect'; readonly to: RedirectTarget; readonly status?: number }
  /** The same alternate of another article. */
  | { readonly kind: 'lie'; readonly slug: string }
  | { readonly kind: 'set-cookie' }
  | { readonly kind: 'body'; readonly body: string | Uint8Array; readonly contentType?: string };

/** An exact path without its query, or a question asked of each request. */
export type FaultMatch = string | ((request: LoggedRequest) => boolean);

export interface FaultList {
  add(match: FaultMatch, fault: Fault, times: number): void;
  clear(): void;
  /** The newest fault that applies, counted as used. */
  take(request: LoggedRequest): Fault | null;
}

/** Keeps the faults in force; one added later wins over earlier ones. */
export function createFaultList(): FaultList {
  let entries: { match: FaultMatch; fault: Fault; left: number }[] = [];
  const applies = (match: FaultMatch, request: LoggedRequest) =>
    typeof match === 'string' ? request.path.split('?')[0] === match : match(request);
  return {
    add(match, fault, times) {
      entries.unshift({ match, fault, left: times });
    },
    clear() {
      entries = [];
    },
    take(request) {
      const entry = entries.find(({ match, left }) => left > 0 && applies(match, request));
      if (entry === undefined) return null;
      entry.left -= 1;
      return entry.fault;
    },
  };
}
