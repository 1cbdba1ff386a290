import { printQuery } from '../../core/query/print-query.ts';
import type { ExportRequest, ExportScope } from '../../core/transfer/export-request.ts';
import type { ExportReceipt } from '../../services/transfer/transfer.ts';
import type { PageModel } from '../library/page-model.ts';
import { problemMessage } from '../problem-message.ts';
import type { Translate } from '../translation.ts';
import { writeBytes } from '../write-bytes.ts';
import type { ScopeKind } from './transfer-model.ts';

/** How many articles are meant by `kind`, as the list and its selection stand now. */
export function countOf(kind: ScopeKind, { articles, results, selection }: PageModel): number {
  if (kind === 'all') return articles.total.value;
  return kind === 'query' ? results.value.total : selection.count.value;
}

/** The scopes there are something of: everything always. */
export function scopesOf({ query, selection }: PageModel): readonly ScopeKind[] {
  return [
    'all' as const,
    ...(query.value.kind === 'all' ? [] : ['query' as const]),
    ...(selection.count.value > 0 ? ['selection' as const] : []),
  ];
}

/** Exports the articles of `kind`. Elsewhere than on the transfer page, a toast says what became of it. */
export async function exportArticles(
  model: PageModel,
  kind: ScopeKind,
  how: Pick<ExportRequest, 'format' | 'linkNames'>,
  t: Translate,
): Promise<void> {
  const { transfer, toasts, route, services } = model;
  const say = (message: string) => {
    if (route.peek().page !== 'transfer') toasts.show(message);
  };
  const scope = await scopeOf(kind, model).catch((error: unknown) => {
    toasts.show(problemMessage(services.library.problemOf(error).kind, t));
    return null;
  });
  if (scope === null) return;
  const receipt = await transfer.export({ scope, ...how });
  const state = transfer.exporting.state.peek();
  if (receipt !== null) say(exportedMessage(receipt, services.locale, t));
  else if (state.kind === 'failed') say(problemMessage(state.problem.kind, t));
}

async function scopeOf(kind: ScopeKind, { query, selection }: PageModel): Promise<ExportScope> {
  if (kind === 'all') return { kind };
  if (kind === 'selection') return { kind: 'articles', slugs: await selection.slugs() };
  return { kind, query: query.peek(), queryText: printQuery(query.peek()) };
}

/** `Exported 412 articles to offprint-2026-06-30.zip (12.3 MB)`. */
export function exportedMessage({ name, bytes, articles }: ExportReceipt, locale: string, t: Translate): string {
  const number = new Intl.NumberFormat(locale).format(articles);
  return t('transfer.export.done', articles, [number, name, writeBytes(bytes, locale)]);
}
