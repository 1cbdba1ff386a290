import type { Problem } from './problem.ts';

/** What anything that can fail in an expected way answers; thrown errors mean bugs. Survives structured cloning and JSON. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A success that carries `value`. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failure that carries `problem`. */
export function fail(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}
