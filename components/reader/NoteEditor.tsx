import type { JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_NOTE } from '../../core/library/own-change.ts';
import { useTranslate } from '../translation.ts';
import { createNoteDraft, type NoteDraft, type NoteKeeping } from './note-draft.ts';

/** What is left of a note's length is said when it is less than this. */
const FEW_CHARACTERS = 500;

interface NoteEditorProps {
  /** The note that is stored; empty for none. */
  readonly note: string;
  readonly keeping: NoteKeeping;
  readonly number: (value: number) => string;
}

/** The reader's note on the article, stored while it is written. Without one, a button that opens it. */
export function NoteEditor({ note, keeping, number }: NoteEditorProps): JSX.Element {
  const t = useTranslate();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useNoteDraft(note, keeping);
  const [isOpened, setOpened] = useState(false);
  const text = draft.text.value;
  const state = draft.state.value;
  const isOpen = isOpened || text !== '';
  const left = LONGEST_NOTE - text.length;

  useLayoutEffect(() => {
    if (isOpened) field.current?.focus();
  }, [isOpened]);
  return (
    <div class="reader-own-note">
      {isOpen ? (
        <>
          <label for="note-entry">{t('library.note.title')}</label>
          <textarea
            ref={field}
            id="note-entry"
            class="text-field"
            rows={4}
            maxLength={LONGEST_NOTE}
            dir="auto"
            value={text}
            aria-describedby={id}
            onFocus={draft.begin}
            onInput={(event) => {
              setOpened(true);
              draft.write(event.currentTarget.value);
            }}
            onBlur={draft.end}
          />
        </>
      ) : (
        <button type="button" id="note-entry" class="button" onClick={() => setOpened(true)}>
          {t('library.note.add')}
        </button>
      )}
      <p role="status" class="reader-note-state">
        {state !== 'resting' && t(`library.note.${state}`)}
      </p>
      <p id={id} class="reader-note-state">
        {left < FEW_CHARACTERS && t('library.note.left', left, [number(left)])}
      </p>
    </div>
  );
}

/** One draft for as long as the article is open; stored when the page is left in whatever way. */
function useNoteDraft(note: string, keeping: NoteKeeping): NoteDraft {
  const latest = useRef(keeping);
  latest.current = keeping;
  const [draft] = useState(() =>
    createNoteDraft(note, {
      keepNote: (text) => latest.current.keepNote(text),
      unsaved: { read: () => latest.current.unsaved.read(), write: (text) => latest.current.unsaved.write(text) },
      after: keeping.after,
    }),
  );
  useEffect(() => draft.hear(note), [draft, note]);
  useEffect(() => {
    const leave = () => draft.leave();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [draft]);
  return draft;
}
