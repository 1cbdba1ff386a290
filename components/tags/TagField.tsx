import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { FacetValue } from '../../core/catalogue/facet.ts';
import { spelledAsKnown, tagOf } from '../../core/library/tags.ts';
import { optionId, SuggestionList } from '../library/SuggestionList.tsx';
import { useTagOffers } from './use-tag-offers.ts';
import './tags.css';

/** Tags of the library whose name has a word beginning so, most frequent first. */
export type CompleteTags = (words: string, limit: number) => Promise<readonly FacetValue[]>;

export interface TagFieldProps {
  readonly id?: string;
  readonly label: string;
  /** What the button beside the field says. */
  readonly button: string;
  readonly complete: CompleteTags;
  /** What to tell the reader instead of taking `tag`, which the library knows or not; null when it can be taken. */
  readonly refusal: (tag: string, isKnown: boolean) => string | null;
  readonly take: (tag: string) => void;
  readonly number: (value: number) => string;
}

/** Known tags looked through for the spelling the library has already. */
const MOST_KNOWN = 100;

/** A field for a tag that offers those the library has. A new word is taken as it is, a known one as it is spelt there. */
export function TagField({ id, label, button, complete, refusal, take, number }: TagFieldProps): JSX.Element {
  const ownId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { list, active, look, close, move } = useTagOffers(complete);
  const isOpen = list.length > 0;
  const listId = `${ownId}-offers`;
  const problemId = `${ownId}-problem`;

  async function submit(text: string) {
    close();
    const values = await complete(tagOf(text), MOST_KNOWN).catch(() => []);
    const known = values.map(({ value }) => value);
    const tag = spelledAsKnown(text, known);
    const message = refusal(tag, known.includes(tag));
    setProblem(message);
    input.current?.focus();
    if (message !== null) return;
    if (input.current !== null) input.current.value = '';
    take(tag);
  }
  const submitTyped = () => void submit(list[active]?.value ?? input.current?.value ?? '');
  function press(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && !isOpen) look(input.current?.value ?? '');
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp' && isOpen) move(-1);
    else if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Enter') submitTyped();
    else return;
    event.preventDefault();
  }
  return (
    <div class="tag-form">
      <div class="tag-field">
        <input
          ref={input}
          id={id ?? ownId}
          type="text"
          class="text-field"
          role="combobox"
          aria-label={label}
          placeholder={label}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={active >= 0 ? optionId(listId, active) : undefined}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          onInput={(event) => {
            setProblem(null);
            look(event.currentTarget.value);
          }}
          onKeyDown={press}
          onBlur={close}
        />
        {isOpen && (
          <SuggestionList
            id={listId}
            suggestions={list}
            active={active}
            number={number}
            pick={({ value }) => void submit(value)}
          />
        )}
      </div>
      <button type="button" class="button" onClick={submitTyped}>
        {button}
      </button>
      <p id={problemId} role="alert" class="tag-problem">
        {problem}
      </p>
    </div>
  );
}
