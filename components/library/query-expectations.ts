import type { ExpectedKind } from '../../core/query/query-error.ts';
import type { Translate } from '../translation.ts';

/** What the query language wanted, as one list in the reader's language: “a date or a word”. */
export function expectedList(expected: readonly ExpectedKind[], locale: string, t: Translate): string {
  const names = expected.map((kind) => expectedName(kind, t));
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
}

function expectedName(kind: ExpectedKind, t: Translate): string {
  const names: { readonly [Kind in ExpectedKind]: string } = {
    term: t('query.expected.term'),
    'closing-quote': t('query.expected.closingQuote'),
    'closing-parenthesis': t('query.expected.closingParenthesis'),
    'no-closing-parenthesis': t('query.expected.noClosingParenthesis'),
    'known-field': t('query.expected.knownField'),
    value: t('query.expected.value'),
    state: t('query.expected.state'),
    attachment: t('query.expected.attachment'),
    date: t('query.expected.date'),
    'less-nesting': t('query.expected.lessNesting'),
  };
  return names[kind];
}
