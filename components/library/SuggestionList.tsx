import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTranslate } from '../translation.ts';
import type { Suggestion } from './suggestions.ts';

export interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  /** The place of the active one; −1 when none is. */
  readonly active: number;
  readonly number: (value: number) => string;
  readonly pick: (suggestion: Suggestion) => void;
}

/** The id of the option at `place` of the list `id`: what `aria-activedescendant` names. */
export function optionId(id: string, place: number): string {
  return `${id}-${place}`;
}

/** The list under the search box. The focus stays in the box; the box says which option is active. */
export function SuggestionList({ id, suggestions, active, number, pick }: SuggestionListProps): JSX.Element {
  const t = useTranslate();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div class="suggestions">
      <div ref={list} id={id} role="listbox" aria-label={t('library.complete.title')} class="suggestion-list">
        {suggestions.map((suggestion, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the box has the focus and hears the keys.
          <div
            key={suggestion.value}
            id={optionId(id, place)}
            role="option"
            aria-selected={place === active}
            class="suggestion"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(suggestion)}
          >
            <bdi class="suggestion-label">{suggestion.label}</bdi>{' '}
            {suggestion.meaning !== null && <span class="suggestion-meaning">{suggestion.meaning}</span>}
            {suggestion.count !== null && (
              <span class="suggestion-count">{t('library.count', suggestion.count, [number(suggestion.count)])}</span>
            )}
          </div>
        ))}
      </div>
      <p class="suggestion-keys" aria-hidden="true">
        {t('library.complete.keys')}
      </p>
    </div>
  );
}
