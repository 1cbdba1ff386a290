import type { JSX } from 'preact';
import type { QueryError } from '../../core/query/query-error.ts';
import { useTranslate } from '../translation.ts';
import { useLocale } from './page-context.ts';
import { expectedList } from './query-expectations.ts';

export interface QueryProblemProps {
  readonly id: string;
  /** What was typed. */
  readonly text: string;
  readonly error: QueryError;
}

/** Where a query stopped making sense, and what would have; told politely, since it comes and goes while typing. */
export function QueryProblem({ id, text, error }: QueryProblemProps): JSX.Element {
  const t = useTranslate();
  const locale = useLocale();
  const { position, length } = error;
  const end = position + length;
  return (
    <div id={id} aria-live="polite" class="search-problem">
      {t('library.queryProblem', [expectedList(error.expected, locale, t)])}
      <code dir="auto">
        {text.slice(0, position)}
        <mark>{text.slice(position, end) || '…'}</mark>
        {text.slice(end)}
      </code>
    </div>
  );
}
