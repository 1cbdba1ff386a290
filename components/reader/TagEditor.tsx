import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { TagField } from '../tags/TagField.tsx';
import { refusalMessage } from '../tags/tag-refusal.ts';
import { useTranslate } from '../translation.ts';
import type { OwnWordsKeeping } from './OwnWords.tsx';

interface TagEditorProps {
  readonly tags: readonly string[];
  readonly keeping: OwnWordsKeeping;
  readonly number: (value: number) => string;
}

/** The article's tags, each with a way to its list and a way to take it off, and a field for one more. */
export function TagEditor({ tags, keeping, number }: TagEditorProps): JSX.Element {
  const t = useTranslate();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const noteGap = useFocusInGap(place, tags);
  return (
    <div ref={place} class="reader-facet reader-tags">
      <p id={id}>{t('library.tags.title')}</p>
      {tags.length > 0 && (
        <ul aria-labelledby={id}>
          {tags.map((tag, index) => (
            <li key={tag} class="reader-tag">
              <a class="chip tag-chip" dir="auto" href={keeping.tagHref(tag)}>
                {tag}
              </a>
              <button
                type="button"
                class="tag-remove"
                aria-label={t('library.tags.remove', [tag])}
                title={t('library.tags.remove', [tag])}
                onClick={() => {
                  noteGap(index);
                  keeping.setTag(tag, false);
                }}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <TagField
        id="tag-entry"
        label={t('library.tags.add')}
        button={t('library.tags.addButton')}
        complete={keeping.completeTags}
        refusal={(tag) => refusalMessage(tags, tag, t)}
        take={(tag) => keeping.setTag(tag, true)}
        number={number}
      />
    </div>
  );
}

/** When a tag goes and takes the focus with it, the tag in its place gets it, or else the field. */
function useFocusInGap(place: { readonly current: HTMLElement | null }, tags: readonly string[]) {
  const gap = useRef<number | null>(null);
  useLayoutEffect(() => {
    const index = gap.current;
    gap.current = null;
    if (index === null || document.activeElement !== document.body) return;
    const buttons = place.current?.querySelectorAll<HTMLElement>('.tag-remove') ?? [];
    const next = buttons[Math.min(index, buttons.length - 1)] ?? place.current?.querySelector('input');
    next?.focus();
  }, [place, tags]);
  return (index: number) => {
    gap.current = index;
  };
}
