import { SOURCES, type Source } from '../../../core/article/article.ts';
import type { ProblemKind } from '../../../core/problem.ts';
import { SEED_SLUG } from '../../site/article.ts';
import type { Fault } from '../../site/fault.ts';
import type { VariantName } from '../../site/variants.ts';
import type { BrowserName } from '../browser/executables.ts';

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
  'cut-on-closing': made({ kind: 'cut', framing: 'close' }, 'saved'),
  oversized: made({ kind: 'oversized', bytes: 6_000_000 }, 'too-large'),
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
  'not-json': made({ kind: 'body', body: '{"@type": "NewsArticle", "headline": ' }, 'not-an-article'),
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
  readonly slug: string;
  readonly fault: Fault;
  /** The alternates it strikes. */
  readonly struck: readonly Source[];
  /** How `.jsonld` is written, where not plainly: with less in it, a save asks further alternates. */
  readonly dress?: VariantName;
  /** Whether the article is saved before, and asked for again. */
  readonly kept: boolean;
  readonly expected: Outcome | 'updated';
  /** When a slow fault must be given up, so that the next alternate is asked or the save waits; milliseconds. */
  readonly givenUpAfterMs?: Readonly<Record<BrowserName, number>>;
}

function playsOf([name, { fault, alone, everywhere }]: [string, FaultRow]): FaultPlay[] {
  const again = everywhere === 'saved' ? 'updated' : everywhere;
  return [
    { slug: `${name}-alone`, fault, struck: ['jsonld'], kept: false, expected: alone },
    { slug: `${name}-everywhere`, fault, struck: SOURCES, kept: false, expected: everywhere },
    { slug: `${name}-kept`, fault, struck: SOURCES, kept: true, expected: again },
  ];
}

const status = (status: number, struck: readonly Source[], expected: Outcome, dress?: VariantName): FaultPlay => ({
  slug: [`status-${status}`, ...struck, ...(dress === undefined ? [] : ['dressed', dress])].join('-'),
  fault: { kind: 'status', status },
  struck,
  ...(dress === undefined ? {} : { dress }),
  kept: false,
  expected,
});

/** Statuses on every alternate in turn, each where a save comes to ask for it. */
const STATUS_PLAYS: readonly FaultPlay[] = [
  ...[403, 404, 410, 500].flatMap((code) => [
    status(code, ['json'], 'saved', 'thin'),
    status(code, ['jsonld', 'json'], 'saved'),
    status(code, ['md'], 'saved', 'no-body'),
  ]),
  status(403, ['jsonld', 'json', 'inline'], 'saved'),
  status(404, ['jsonld', 'json', 'inline'], 'not-found'),
  status(410, ['jsonld', 'json', 'inline'], 'gone'),
  status(500, ['jsonld', 'json', 'inline', 'md'], 'saved'),
  status(404, ['md', 'txt'], 'no-body', 'no-body'),
  status(500, ['md', 'txt'], 'queued: server-error', 'no-body'),
  status(429, ['json'], 'queued: rate-limited', 'thin'),
  status(429, ['md'], 'queued: rate-limited', 'no-body'),
];

/** All fast faults on `.jsonld` alone, on every alternate, and on every alternate of an article that is saved already. */
export const FAST_PLAYS: readonly FaultPlay[] = [...Object.entries(FAST_FAULTS).flatMap(playsOf), ...STATUS_PLAYS];

type Deadline = number | Readonly<Record<BrowserName, number>>;

const slow = (slug: string, fault: Fault, expected: Outcome, deadline: Deadline): FaultPlay => ({
  slug,
  fault,
  struck: slug.endsWith('-alone') ? ['jsonld'] : SOURCES,
  kept: slug.endsWith('-kept'),
  expected,
  givenUpAfterMs: typeof deadline === 'number' ? { chromium: deadline, firefox: deadline } : deadline,
});

/**
 * Faults that only a deadline ends. They are played at once: five, since a browser opens six connections to one host.
 * Firefox holds back the headers until the first byte of the body, so there the wait for that byte is the longer one.
 */
export const SLOW_PLAYS: readonly FaultPlay[] = [
  slow('no-answer-alone', { kind: 'no-answer' }, 'saved', 10_000),
  slow('silence-alone', { kind: 'silence-after-headers' }, 'saved', { chromium: 5_000, firefox: 10_000 }),
  slow('slow-drip-alone', { kind: 'drip', everyMs: 6_000 }, 'saved', { chromium: 5_000, firefox: 11_000 }),
  slow('no-answer-kept', { kind: 'no-answer' }, 'queued: timeout', 30_000),
  slow('steady-drip-everywhere', { kind: 'drip', everyMs: 100 }, 'queued: timeout', 30_000),
];
