/** Removed articles stay in the bin this long. */
export const BIN_DAYS = 30;

const DAY_MS = 86_400_000;

/** One article in the bin, as a list shows it. */
export interface BinnedArticle {
  readonly slug: string;
  readonly headline: string;
  readonly inLanguage: string | null;
  /** Milliseconds since 1970. */
  readonly removedAt: number;
}

/** When an article that was removed at `removedAt` may be deleted for good; both in milliseconds since 1970. */
export function binnedUntil(removedAt: number): number {
  return removedAt + BIN_DAYS * DAY_MS;
}
