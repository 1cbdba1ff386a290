/** What reading a file would do to the library, and what it did. Counts are of articles. */
export interface ImportCounts {
  /** Not in the library (at most in its bin): they are added. */
  readonly added: number;
  /** In the library with other content: the newer content wins, the other becomes a revision. */
  readonly updated: number;
  /** In the library with the same content, where own data (tags, note, marks) or history is united. */
  readonly united: number;
  /** In the library exactly so already. */
  readonly same: number;
  /** Not readable, or not articles of this site. */
  readonly refused: number;
}

/** What an import decided between two versions, for a person to look over. */
export interface ImportConflict {
  readonly slug: string;
  readonly headline: string;
  /** `content`: both have content the other has not, and the newer was taken. `note`: both notes were joined. */
  readonly kind: 'content' | 'note';
  /** Whose content came out on top. */
  readonly kept: 'library' | 'file' | 'both';
}

/** Why one record or one file of an archive was not taken. */
export interface ImportRefusal {
  /** Where it stands: a file's name in the archive, `line 12` of a file of lines, or `#12` for the twelfth record of an array. */
  readonly where: string;
  readonly reason: RefusalReason;
}

/** Each has a sentence in `locales/` under `transfer.refusal.<reason>`. */
export const REFUSAL_REASONS = [
  'not-json',
  'not-an-article',
  'no-body',
  'other-host',
  'wrong-hash',
  'wrong-size',
  'too-large',
  'unsafe-name',
  'twice',
  'missing-file',
  'newer-format',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** The most conflicts and refusals that are listed one by one; the counts count all. */
export const MOST_LISTED = 200;

export interface ImportReport {
  readonly kind: 'archive' | 'site-records';
  readonly counts: ImportCounts;
  readonly conflicts: readonly ImportConflict[];
  readonly refusals: readonly ImportRefusal[];
  /** Saved searches that the library does not have yet. */
  readonly searches: number;
  /** Articles that come to lie in the bin; none of them stands in `counts`. */
  readonly binned: number;
}
