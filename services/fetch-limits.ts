/**
 * The limits of every request. The platform gives none of them: a worker's `fetch` waits minutes for a silent server,
 * takes a drip of single bytes for a success and any number of megabytes without complaint.
 */
export interface FetchLimits {
  /** To the response's headers, milliseconds. */
  readonly headersMs: number;
  /** Without a single byte of the body, milliseconds. */
  readonly silenceMs: number;
  /** For a whole save with all its requests, milliseconds. */
  readonly totalMs: number;
  /** Of a decoded body, bytes. */
  readonly bodyBytes: number;
}

export const FETCH_LIMITS: FetchLimits = {
  headersMs: 10_000,
  silenceMs: 5_000,
  totalMs: 30_000,
  bodyBytes: 5_000_000,
};
