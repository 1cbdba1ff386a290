import type { JSX } from 'preact';
import { useCallback, useEffect, useId, useRef } from 'preact/hooks';
import { type CompleteTags, TagField } from '../tags/TagField.tsx';
import { refusalMessage } from '../tags/tag-refusal.ts';
import { useTranslate } from '../translation.ts';
import type { BulkActions } from './bulk-actions.ts';
import { useNumber, usePageModel } from './page-context.ts';

/** Asks which tag to give to the selected articles, or to take from them. */
export function TagDialog({ selected }: { readonly selected: BulkActions }): JSX.Element {
  const t = useTranslate();
  const id = useId();
  const number = useNumber();
  const { services } = usePageModel();
  const dialog = useRef<HTMLDialogElement>(null);
  const { search } = services.library;
  const complete: CompleteTags = useCallback((words, limit) => search.complete('tag', words, limit), [search]);
  const asked = selected.asking.value;
  useEffect(() => {
    if (asked === null) dialog.current?.close();
    else dialog.current?.showModal();
  }, [asked]);
  const close = () => {
    selected.asking.value = null;
  };
  const isAdding = asked === 'add';
  return (
    <dialog ref={dialog} class="dialog tag-dialog" aria-labelledby={id} onClose={close}>
      {asked !== null && (
        <>
          <h2 id={id}>{isAdding ? t('library.tags.addToSelected') : t('library.tags.removeFromSelected')}</h2>
          <TagField
            label={t('library.tags.tag')}
            button={isAdding ? t('library.tags.addButton') : t('library.tags.removeButton')}
            complete={complete}
            refusal={(tag, isKnown) =>
              refusalMessage([], tag, t) ?? (isAdding || isKnown ? null : t('library.tags.refused.unknown', [tag]))
            }
            take={(tag) => {
              close();
              void selected.change({ kind: 'tag', tag, on: isAdding });
            }}
            number={number}
          />
          <button type="button" class="button" onClick={close}>
            {t('library.tags.cancel')}
          </button>
        </>
      )}
    </dialog>
  );
}
