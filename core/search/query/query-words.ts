import { type Expression, normalise, type Query, type Word } from '../../query/query.ts';
import { someTerm, wantedTerms } from '../../query/terms.ts';

/** Whether a query has words or phrases, excluded ones too: without them the catalogue alone can answer it. */
export function hasText(query: Query): boolean {
  return someTerm(query, ({ kind }) => kind === 'word' || kind === 'phrase');
}

/** The single words that a query asks for, in its order. */
export function wantedWords(query: Query): readonly Word[] {
  return wantedTerms(query).filter((term) => term.kind === 'word');
}

/** `query` with `text` in the place of `word`, which is one of its own. */
export function withWord(query: Query, word: Word, text: string): Query {
  return query.kind === 'all' ? query : normalise(replaced(query, word, text));
}

function replaced(part: Expression, word: Word, text: string): Expression {
  if (part === word) return { ...word, text, prefix: false };
  if (part.kind !== 'and' && part.kind !== 'or') return part;
  const [first, second, ...others] = part.of;
  const replace = (own: Expression) => replaced(own, word, text);
  return { ...part, of: [replace(first), replace(second), ...others.map(replace)] };
}
