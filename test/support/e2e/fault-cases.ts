import { SOURCES, type Source } from '../../../core/article/article.ts';
import type { ProblemKind } from '../../../core/problem.ts';
import { SEED_SLUG } from '../../site/article.ts';
import type { Fault } from '../../site/fault.ts';

/**
 * Every fault of network and server that the demo site can play, and what must come of it when only `.jsonld` is struck
 * and when every alternate is. A fault of one alternate is made good by the next one, unless it says that the whole site
 * or network is in trouble: then the save waits.
 */

export type Outcome = 'saved' | ProblemKind | `queued: ${ProblemKind}`;

interface FaultRow {
  readonly fault: Fault;
  readonly alone: Outcome;
  readonly everywhere: Outcome;
}

const made = (fault: Fault, everywhere: Outcome): FaultRow => ({ fault, alone: 'saved', everywhere });
const ends = (fault: Fault, outcome: Outcome): FaultRow => ({ fault, alone: outcome, everywhere: outcome });
const harmless = (fault: Fault): FaultRow => ({ fault, alone: 'saved', everywhere: 'saved' });
const led = (to: Extract<Fault, { kind: 'redirect' }>['to']) => made({ kind: 'redirect', to }, 'misdirected');
const typed = (contentType: string | null) => made({ kind: 'type', contentType }, 'wrong-type');
const encoded = (encoding: Extract<Fault, { kind: 'encoding' }>['encoding']): Fault => ({ kind: 'encoding', encoding });

/** Faults that are over at once, by the name that also becomes part of a slug. */
export const FAST_FAULTS = {
  'not-found': made({ kind: 'status', status: 404 }, 'not-found'),
  gone: made({ kind: 'status', status: 410 }, 'gone'),
  forbidden: made({ kind: 'status', status: 403 }, 'refused'),
  'no-content': made({ kind: 'status', status: 204 }, 'refused'),
  busy: ends({ kind: 'status', status: 429, retryAfter: '600' }, 'queued: rate-limited'),
  broken: made({ kind: 'status', status: 500 }, 'queued: server-error'),
  closed: made({ kind: 'status', status: 503, retryAfter: '600' }, 'queued: server-error'),
  reset: ends({ kind: 'reset' }, 'queued: offline'),
  'cut-by-length': made({ kind: 'cut', framing: 'length' }, 'queued: truncated'),
  'cut-in-chunks': made({ kind: 'cut', framing: 'chunked' }, 'queued: truncated'),
  'cut-on-closing': made({ kind: 'cut', framing: 'close' }, 'malformed'),
  oversized: made({ kind: 'oversized' }, 'too-large'),
  endless: made({ kind: 'endless' }, 'too-large'),
  'gzip-bomb': made({ kind: 'gzip-bomb' }, 'too-large'),
  'no-type': typed(null),
  'octet-stream': typed('application/octet-stream'),
  'other-charset': typed('text/plain; charset=iso-8859-1'),
  'html-type': made({ kind: 'type', contentType: 'text/html' }, 'no-body'),
  'sign-in-page': made({ kind: 'html' }, 'wrong-type'),
  'invalid-utf8': made(encoded('invalid-utf8'), 'not-utf8'),
  'utf16-little': made(encoded('utf16le'), 'not-utf8'),
  'utf16-big': made(encoded('utf16be'), 'not-utf8'),
  'byte-order-mark': harmless(encoded('utf8-bom')),
  'not-json': made({ kind: 'body', body: '{"@type": "NewsArticle", "headline": ' }, 'malformed'),
  empty: made({ kind: 'body', body: '' }, 'malformed'),
  'other-host': led('other-host'),
  'plain-http': led('http'),
  loopback: led('loopback'),
  'out-and-back': led('out-and-back'),
  loop: led('loop'),
  listing: led('listing'),
  'other-spelling': harmless({ kind: 'redirect', to: 'other-spelling' }),
  lie: ends({ kind: 'lie', slug: SEED_SLUG }, 'identity-mismatch'),
  cookie: harmless({ kind: 'set-cookie' }),
} as const satisfies Record<string, FaultRow>;

/** One fault played on one article. */
export interface FaultPlay {
  readonly name: string;
  readonly slug: string;
  readonly fault: Fault;
  /** The alternates it strikes. */
  readonly struck: readonly Source[];
  /** Whether the article is saved before, and asked for again. */
  readonly kept: boolean;
  readonly expected: Outcome | 'updated';
}

function playsOf([name, { fault, alone, everywhere }]: [string, FaultRow]): FaultPlay[] {
  return [
    { name, slug: `${name}-alone`, fault, struck: ['jsonld'], kept: false, expected: alone },
    { name, slug: `${name}-everywhere`, fault, struck: SOURCES, kept: false, expected: everywhere },
    {
      name,
      slug: `${name}-kept`,
      fault,
      struck: SOURCES,
      kept: true,
      expected: everywhere === 'saved' ? 'updated' : everywhere,
    },
  ];
}

/** All fast faults on `.jsonld` alone, on every alternate, and on every alternate of an article that is saved already. */
export const FAST_PLAYS: readonly FaultPlay[] = Object.entries(FAST_FAULTS).flatMap(playsOf);

/** How long each slow fault must take to be given up, milliseconds. */
export interface SlowPlay extends FaultPlay {
  readonly givenUpAfterMs: number;
}

const slow = (
  name: string,
  fault: Fault,
  givenUpAfterMs: number,
  where: 'alone' | 'everywhere' | 'kept',
): SlowPlay => ({
  name,
  slug: `${name}-${where}`,
  fault,
  struck: where === 'alone' ? ['jsonld'] : SOURCES,
  kept: where === 'kept',
  expected: 'queued: timeout',
  givenUpAfterMs,
});

/** Faults that only a deadline ends. They are played at once: five, since a browser opens six connections to one host. */
export const SLOW_PLAYS: readonly SlowPlay[] = [
  slow('no-answer', { kind: 'no-answer' }, 10_000, 'alone'),
  slow('no-answer', { kind: 'no-answer' }, 10_000, 'kept'),
  slow('silence', { kind: 'silence-after-headers' }, 5_000, 'everywhere'),
  slow('slow-drip', { kind: 'drip', everyMs: 6_000 }, 5_000, 'everywhere'),
  slow('steady-drip', { kind: 'drip', everyMs: 100 }, 30_000, 'kept'),
];
