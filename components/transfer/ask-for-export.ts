import { printRoute } from '../../core/library/route.ts';
import type { PageModel } from '../library/page-model.ts';
import type { ScopeKind } from './transfer-model.ts';

/** Opens the export dialog with the articles of `kind`; while an export runs, shows how far that one is. */
export function askForExport({ transfer, services }: PageModel, kind: ScopeKind): void {
  if (transfer.exporting.state.peek().kind === 'running') services.location.go(printRoute({ page: 'transfer' }));
  else transfer.asking.value = kind;
}
