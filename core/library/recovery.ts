/** A library that the browser damaged, and that was brought back from its second copy by itself as far as that goes. */
export interface Recovery {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Articles that were brought back, and how many there should be. */
  readonly restored: number;
  readonly expected: number;
  /** Articles that were there and are not now. */
  readonly missing: number;
  /** Whether the last changes before the damage are surely gone, whatever they were. */
  readonly areChangesLost: boolean;
  /**
   * `empty`: the database had lost everything; `behind`: it had lost the latest; `unreadable`: it could not be opened and
   * lies aside; `both`: it and the second copy had lost the same, and nothing could be brought back.
   */
  readonly reason: 'empty' | 'behind' | 'unreadable' | 'both';
}
