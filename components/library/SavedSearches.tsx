import type { JSX, RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTranslate } from '../translation.ts';
import { SavedSearchRow } from './SavedSearchRow.tsx';
import { SearchNameDialog } from './SearchNameDialog.tsx';
import type { SearchShelf } from './search-shelf.ts';
import './facets.css';
import './searches.css';

export interface SavedSearchesProps {
  readonly shelf: SearchShelf;
  /** What a search is called to begin with: the text of the query. */
  readonly suggestedName: string;
  readonly number: (value: number) => string;
}

/** Whose name the dialog asks for: that of what is open (null), or of the search so called. */
interface Naming {
  readonly of: string | null;
}

/** The searches the reader keeps, each with what is new in it, and the way to keep the one that is open. */
export function SavedSearches({ shelf, suggestedName, number }: SavedSearchesProps): JSX.Element | null {
  const t = useTranslate();
  const id = useId();
  const nav = useRef<HTMLElement>(null);
  const [naming, setNaming] = useState<Naming | null>(null);
  const focusSoon = useFocusSoon(nav);
  useEffect(() => shelf.start(), [shelf]);
  const kept = shelf.kept.value ?? [];
  const canSave = shelf.canSave.value;
  if (kept.length === 0 && !canSave) return null;

  function remove(place: number) {
    const beside = kept[place + 1] ?? kept[place - 1];
    focusSoon(beside?.name ?? null);
    void shelf.remove(kept[place]?.name ?? '');
  }
  async function give(name: string): Promise<string | null> {
    const of = naming?.of ?? null;
    const wrong = await (of === null ? shelf.save(name) : shelf.rename(of, name));
    if (wrong === null) focusSoon(name);
    return wrong;
  }
  return (
    <nav ref={nav} class="searches" aria-labelledby={id}>
      <h2 id={id} class="facet-name" tabIndex={-1}>
        {t('library.searches.title')}
      </h2>
      {kept.length > 0 && (
        <ul class="facet-values">
          {kept.map((search, place) => (
            <SavedSearchRow
              key={search.name}
              search={search}
              isOpen={search.name === shelf.openName.value}
              fresh={shelf.counts.value.get(search.name) ?? 0}
              number={number}
              rename={() => setNaming({ of: search.name })}
              remove={() => remove(place)}
            />
          ))}
        </ul>
      )}
      {canSave && (
        <button type="button" class="link-button" onClick={() => setNaming({ of: null })}>
          {t('library.searches.save')}
        </button>
      )}
      {naming !== null && (
        <SearchNameDialog
          title={naming.of === null ? t('library.searches.save') : t('library.searches.rename', [naming.of])}
          name={naming.of ?? suggestedName}
          give={give}
          close={() => setNaming(null)}
        />
      )}
    </nav>
  );
}

/**
 * Gives the focus to the link of a search once it is drawn, or to the heading when there is no search (null): what had
 * it goes away, the row or the button.
 */
function useFocusSoon(nav: RefObject<HTMLElement | null>): (name: string | null) => void {
  const wanted = useRef<{ readonly name: string | null } | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null || document.activeElement !== document.body) return;
    const { name } = wanted.current;
    const links = [...(nav.current?.querySelectorAll('a') ?? [])];
    const target =
      name === null ? nav.current?.querySelector('h2') : links.find((link) => link.firstChild?.textContent === name);
    if (target === undefined || target === null) return;
    wanted.current = null;
    target.focus();
  });
  return (name) => {
    wanted.current = { name };
  };
}
