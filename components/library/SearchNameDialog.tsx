import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTranslate } from '../translation.ts';

export interface SearchNameDialogProps {
  readonly title: string;
  /** The name to begin with. */
  readonly name: string;
  /** Takes the name; answers with what is wrong with it, or null when all is done. */
  readonly give: (name: string) => Promise<string | null>;
  readonly close: () => void;
}

const LONGEST_NAME = 80;

/** The dialog that asks for the name of a search. */
export function SearchNameDialog({ title, name, give, close }: SearchNameDialogProps): JSX.Element {
  const t = useTranslate();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    input.current?.select();
  }, []);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const given = input.current?.value.trim() ?? '';
    if (given === '') return;
    const problem = await give(given);
    setWrong(problem);
    if (problem === null) dialog.current?.close();
    else input.current?.focus();
  }
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      <form class="search-name" onSubmit={submit}>
        <label for={`${id}-name`}>{t('library.searches.name')}</label>
        <input
          ref={input}
          id={`${id}-name`}
          type="text"
          class="text-field"
          dir="auto"
          required
          maxLength={LONGEST_NAME}
          defaultValue={name.slice(0, LONGEST_NAME)}
          autocomplete="off"
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        />
        {wrong !== null && (
          <p id={`${id}-wrong`} role="alert" class="search-name-wrong">
            {wrong}
          </p>
        )}
        <div class="search-name-buttons">
          <button type="submit" class="button button-primary">
            {t('library.searches.keep')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {t('library.searches.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
