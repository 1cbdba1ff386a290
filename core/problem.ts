/**
 * Everything that can go wrong in an expected way. Each kind has one sentence in `locales/` under `problem.<kind>`
 * that says what happened and what the person can do.
 */
export const PROBLEM_KINDS = [
  // The network and the server.
  'offline',
  'timeout',
  'rate-limited',
  'server-error',
  'refused',
  'not-found',
  'gone',
  'misdirected',
  // What arrived.
  'too-large',
  'wrong-type',
  'not-utf8',
  'malformed',
  'truncated',
  'not-an-article',
  'no-body',
  'identity-mismatch',
  // This machine.
  'not-an-article-page',
  'no-site-access',
  'disk-full',
  'copy-failed',
  'storage-failed',
  'database-newer',
  'database-blocked',
  'not-in-library',
  'interrupted',
  // Taking away and bringing back.
  'cancelled',
  'not-an-archive',
  'archive-newer',
  'archive-damaged',
  'no-folder-access',
] as const;

export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface Problem {
  readonly kind: ProblemKind;
  /** For logs and bug reports, in English; never shown as the message itself and never an address. */
  readonly detail?: string;
  /** Milliseconds the server asked us to wait, where it did. */
  readonly retryAfterMs?: number;
}

/** A problem of `kind`, with an optional English detail for the log. */
export function problem(kind: ProblemKind, detail?: string): Problem {
  return detail === undefined ? { kind } : { kind, detail };
}

const TRANSIENT: readonly ProblemKind[] = ['offline', 'timeout', 'rate-limited', 'server-error', 'truncated'];

/** Whether the problem may pass by itself: a save that met it waits in the queue and is tried again. */
export function isTransient({ kind }: Problem): boolean {
  return TRANSIENT.includes(kind);
}
