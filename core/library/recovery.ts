/** A library that was brought back from its second copy by itself. */
export interface Recovery {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Articles that were brought back, and how many the sentinel said there should be. */
  readonly restored: number;
  readonly expected: number;
  /** `empty`: the database had lost everything; `behind`: it had lost the latest; `unreadable`: it could not be opened and lies aside. */
  readonly reason: 'empty' | 'behind' | 'unreadable';
}
