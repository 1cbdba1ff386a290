import type { RefObject } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { type Completion, completed, completionAt } from '../../core/query/complete-query.ts';
import type { Suggestion } from './suggestions.ts';

/** What can go on at a place in the query. */
export type Suggest = (completion: Completion) => Promise<readonly Suggestion[]>;

/** Field names are offered by themselves from this many letters on; the arrow down offers them before. */
const LETTERS_OF_NAME = 2;

interface Offer {
  readonly completion: Completion;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
}

export interface Suggestions {
  readonly list: readonly Suggestion[];
  /** The place of the active one; −1 when none is. */
  readonly active: number;
  /** Looks what could go on where the caret is, after typing. */
  follow(): void;
  close(): void;
  pick(suggestion: Suggestion): void;
  /** Hears the keys of the box before it does. */
  press(event: KeyboardEvent): void;
}

/**
 * The suggestions of a text field with a query in it; `changed` hears of a text that a pick wrote. What is asked last
 * is shown, however late the answers come.
 */
export function useSuggestions(
  input: RefObject<HTMLInputElement | null>,
  suggest: Suggest,
  changed: () => void,
): Suggestions {
  const [offer, setOffer] = useState<Offer | null>(null);
  const asked = useRef(0);
  const list = offer?.suggestions ?? [];
  const active = offer?.active ?? -1;

  const close = useCallback(() => {
    asked.current += 1;
    setOffer(null);
  }, []);

  function look(isWanted: boolean) {
    const completion = completionOf(input.current);
    const isEarly = completion?.kind === 'name' && completion.typed.length < LETTERS_OF_NAME;
    if (completion === null || (isEarly && !isWanted)) {
      close();
      return;
    }
    asked.current += 1;
    const question = asked.current;
    const take = (suggestions: readonly Suggestion[]) => {
      if (question === asked.current) setOffer(suggestions.length > 0 ? { completion, suggestions, active: -1 } : null);
    };
    // A library that cannot be read is told of beside the list; here is only nothing to offer.
    suggest(completion).then(take, () => take([]));
  }
  function pick({ value }: Suggestion) {
    const field = input.current;
    const completion = completionOf(field);
    if (field === null || completion?.kind !== offer?.completion.kind || completion === null) return;
    const { text, caret } = completed(field.value, completion, value);
    field.value = text;
    field.setSelectionRange(caret, caret);
    changed();
    close();
    if (completion.kind === 'name') look(true);
  }
  /** Moves through the list and, past either end, out of it into the text. */
  function move(steps: 1 | -1) {
    const places = list.length + 1;
    if (offer !== null) setOffer({ ...offer, active: ((active + 1 + steps + places) % places) - 1 });
  }
  return {
    list,
    active,
    follow: () => look(false),
    close,
    pick,
    press(event) {
      if (event.isComposing) return;
      const chosen = list[active];
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (offer !== null) move(event.key === 'ArrowDown' ? 1 : -1);
        else if (event.key === 'ArrowDown') look(true);
        else return;
      } else if (event.key === 'Enter' && chosen !== undefined) pick(chosen);
      else if (event.key === 'Escape' && offer !== null) close();
      else {
        if (LEAVING.has(event.key)) close();
        return;
      }
      event.preventDefault();
    },
  };
}

/** Keys after which the caret is somewhere else, or the query is done. */
const LEAVING: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', 'Tab']);

function completionOf(field: HTMLInputElement | null): Completion | null {
  return field === null ? null : completionAt(field.value, field.selectionStart ?? field.value.length);
}
