import type { ProblemKind } from '../core/problem.ts';
import type { Translate } from './translation.ts';

/** A kind as it is spelled in message keys, which allow no hyphen: `rate-limited` is `rateLimited`. */
type CamelCase<Kind extends string> = Kind extends `${infer Word}-${infer Rest}`
  ? `${Word}${Capitalize<CamelCase<Rest>>}`
  : Kind;

/** The key in `locales/` of the sentence for one kind of problem. */
export type ProblemMessageKey = { [Kind in ProblemKind]: `problem.${CamelCase<Kind>}` }[ProblemKind];

/** Where `locales/` keep the sentence that says what happened and what the person can do. */
export function problemMessageKey(kind: ProblemKind): ProblemMessageKey {
  const camelCase = kind.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `problem.${camelCase}` as ProblemMessageKey;
}

/** The sentence for `kind` in the reader's language. */
export function problemMessage(kind: ProblemKind, translate: Translate): string {
  return translate(problemMessageKey(kind));
}
