import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useTranslate } from '../translation.ts';
import { optionId, SuggestionList } from './SuggestionList.tsx';
import { type Suggest, useSuggestions } from './use-suggestions.ts';

export interface QueryFieldProps {
  /** The query as the page has it. It takes the place of what is in the box unless it came from there. */
  readonly text: string;
  /** The id of what is said of a query that makes no sense; null when it makes sense. */
  readonly problemId: string | null;
  /** Takes what was typed, once a frame; `isStep` at the first letter since the box was entered or its text replaced. */
  readonly write: (text: string, isStep: boolean) => void;
  readonly suggest: Suggest;
  readonly number: (value: number) => string;
}

/**
 * The search box with its suggestions. It stays a searchbox, which `aria-expanded` is not for: that there are
 * suggestions is said by a polite word instead, and which one is active by `aria-activedescendant`.
 */
export function QueryField({ text, problemId, write, suggest, number }: QueryFieldProps): JSX.Element {
  const t = useTranslate();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef(0);
  const typing = useRef<string | null>(null);
  const { list, active, follow, close, pick, press } = useSuggestions(input, suggest, writeSoon);
  const isOpen = list.length > 0;

  useLayoutEffect(() => {
    if (text === typing.current || input.current === null) return;
    typing.current = null;
    input.current.value = text;
    close();
  }, [text, close]);

  function writeSoon() {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      if (input.current === null) return;
      const isStep = typing.current === null;
      typing.current = input.current.value;
      write(typing.current, isStep);
    });
  }
  return (
    <>
      <input
        ref={input}
        type="search"
        id="search"
        class="text-field"
        aria-label={t('library.search')}
        placeholder={t('library.searchExample')}
        aria-invalid={problemId !== null}
        aria-describedby={problemId ?? undefined}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={active >= 0 ? optionId(listId, active) : undefined}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        onInput={() => {
          writeSoon();
          follow();
        }}
        onKeyDown={press}
        onBlur={() => {
          typing.current = null;
          close();
        }}
      />
      {isOpen && <SuggestionList id={listId} suggestions={list} active={active} number={number} pick={pick} />}
      <p class="visually-hidden" aria-live="polite">
        {isOpen && t('library.complete.announced', list.length, [number(list.length)])}
      </p>
    </>
  );
}
