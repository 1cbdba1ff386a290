import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat } from '../../core/transfer/export-request.ts';
import { useNumber, usePageModel } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';
import { countOf, exportArticles, scopesOf } from './export-articles.ts';
import { FORMAT_NAMES, FORMAT_USES } from './format-messages.ts';
import { RadioRow } from './RadioRow.tsx';
import type { ScopeKind } from './transfer-model.ts';
import './transfer.css';

/** Asks what to export and as what. It is in the page while it is open. */
export function ExportDialog(): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const id = useId();
  const model = usePageModel();
  const dialog = useRef<HTMLDialogElement>(null);
  const scopes = scopesOf(model);
  const [asked, setScope] = useState(model.transfer.asking.peek() ?? 'all');
  const scope = scopes.includes(asked) ? asked : 'all';
  const [format, setFormat] = useState<ExportFormat>('archive');
  const [linkNames, setLinkNames] = useState(false);
  const count = countOf(scope, model);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void exportArticles(model, scope, { format, linkNames: format === 'markdown' && linkNames }, t);
    dialog.current?.close();
  }
  return (
    <dialog
      ref={dialog}
      class="dialog export-dialog"
      aria-labelledby={id}
      onClose={() => {
        model.transfer.asking.value = null;
      }}
    >
      <h2 id={id}>{t('transfer.export.dialog')}</h2>
      <form onSubmit={submit}>
        <fieldset class="export-scope">
          <legend>{t('transfer.export.scope')}</legend>
          {scopes.map((kind) => (
            <RadioRow
              key={kind}
              group={`${id}-scope`}
              name={scopeName(kind)}
              isChosen={kind === scope}
              isFirst={kind === scope}
              choose={() => setScope(kind)}
            />
          ))}
        </fieldset>
        <fieldset class="export-format">
          <legend>{t('transfer.export.format')}</legend>
          {EXPORT_FORMATS.map((each) => (
            <RadioRow
              key={each}
              group={`${id}-format`}
              name={t(FORMAT_NAMES[each])}
              what={t(FORMAT_USES[each])}
              isChosen={each === format}
              choose={() => setFormat(each)}
            />
          ))}
        </fieldset>
        <div class="export-foot">
          {format === 'markdown' && (
            <label class="export-option">
              <input
                type="checkbox"
                checked={linkNames}
                onChange={({ currentTarget }) => setLinkNames(currentTarget.checked)}
              />
              {t('transfer.export.linkNames')}
            </label>
          )}
          <button type="submit" class="button button-primary" disabled={count === 0}>
            {t('transfer.export.go', count, [number(count)])}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {t('transfer.export.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );

  function scopeName(kind: ScopeKind): string {
    const articles = countOf(kind, model);
    if (kind === 'all') return t('transfer.scope.all', articles, [number(articles)]);
    if (kind === 'query') return t('transfer.scope.query', articles, [number(articles)]);
    return t('transfer.scope.selection', articles, [number(articles)]);
  }
}
