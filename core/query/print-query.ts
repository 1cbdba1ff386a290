import { printDateTerm } from './dates.ts';
import { conjuncts, type Expression, normalise, type Query, type Term, type Word } from './query.ts';
import { looksLikeField } from './tokens.ts';

/** The one canonical text of `query`: `parseQuery` reads it back as the same query in normal form. */
export function printQuery(query: Query): string {
  const normal = normalise(query);
  if (normal.kind === 'all') return '';
  const text = printExpression(normal);
  // A whole word at the very end needs white space after it, or it would be read as a word still being typed.
  return lastWord(normal)?.prefix === false ? `${text} ` : text;
}

function printExpression(part: Expression): string {
  switch (part.kind) {
    case 'or':
      return part.of.map(printFactor).join(' OR ');
    case 'and':
      return part.of.map(printFactor).join(' ');
    case 'not':
      return `-${printFactor(part.of)}`;
    default:
      return printTerm(part);
  }
}

function printFactor(part: Expression): string {
  return part.kind === 'or' || part.kind === 'and' ? `(${printExpression(part)})` : printExpression(part);
}

function printTerm(term: Term): string {
  switch (term.kind) {
    case 'word':
      return printWord(term);
    case 'phrase':
      return printQuoted(term.text);
    case 'field':
      return `${term.field}:${printValue(term.value)}`;
    case 'is':
      return `is:${term.state}`;
    case 'has':
      return `has:${term.what}`;
    default:
      return `${term.field}:${printDateTerm(term)}`;
  }
}

/** A prefix ends in `*`; what would be read as something else than a letter of a word is escaped. */
function printWord({ text, prefix }: Word): string {
  const word = text.replace(/[\s"()\\]/g, '\\$&').replace(/\*$/, '\\*') + (prefix ? '*' : '');
  const isSyntax = text === 'OR' || text.startsWith('-') || looksLikeField(word);
  return isSyntax ? word.replace(/^[a-z]+(?=:)|^/i, '$&\\') : word;
}

function printValue(value: string): string {
  return value === '' || /[\s"()\\]/.test(value) ? printQuoted(value) : value;
}

function printQuoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** The word the text of `query` ends in, if it ends in one. */
function lastWord(query: Query): Word | null {
  const parts = query.kind === 'or' ? query.of : conjuncts(query);
  const last = parts.at(-1);
  const term = last?.kind === 'not' ? last.of : last;
  return term?.kind === 'word' ? term : null;
}
