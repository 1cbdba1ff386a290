import { type ReadonlySignal, signal } from '@preact/signals';
import { noteOf } from '../../core/library/own-change.ts';
import type { After } from '../shell/toasts.ts';

/** How a note is kept. */
export interface NoteKeeping {
  /** Stores the note; whether it is stored. */
  readonly keepNote: (text: string) => Promise<boolean>;
  readonly unsaved: UnsavedNote;
  readonly after: After;
}

/** A place that takes a text at once: what the database has no time for when the page is closed. */
export interface UnsavedNote {
  read(): string | null;
  /** Null takes away what is there. */
  write(text: string | null): void;
}

/**
 * The note as it is being written. What the reader wrote is never replaced by what is stored: a stored note shows only
 * while nothing here waits to be stored and nobody is writing.
 */
export interface NoteDraft {
  readonly text: ReadonlySignal<string>;
  readonly state: ReadonlySignal<'resting' | 'saving' | 'saved' | 'failed'>;
  /** Takes what was written, to be stored after a pause. */
  write(text: string): void;
  begin(): void;
  /** Takes a note that was stored, here or elsewhere. */
  hear(note: string): void;
  /** The writing is over: stores now. */
  end(): void;
  /** The page may be gone after this call: also puts the text where it is safe at once. */
  leave(): void;
}

/** Without a new letter for so long, the note is stored. */
export const PAUSE_MILLISECONDS = 800;

/** The draft of a note that is stored as `stored`. */
export function createNoteDraft(stored: string, { keepNote, unsaved, after }: NoteKeeping): NoteDraft {
  const text = signal(unsaved.read() ?? stored);
  const state = signal<'resting' | 'saving' | 'saved' | 'failed'>('resting');
  let kept = stored;
  let isWriting = false;
  let isSaving = false;
  let cancel = () => {};

  const isKept = () => noteOf(text.peek()) === kept;
  async function keep(): Promise<void> {
    cancel();
    if (isSaving || isKept()) return;
    const note = noteOf(text.peek());
    isSaving = true;
    state.value = 'saving';
    const isDone = await keepNote(note).catch(() => false);
    isSaving = false;
    state.value = isDone ? 'saved' : 'failed';
    if (!isDone) return;
    kept = note;
    if (isKept()) unsaved.write(null);
    else await keep();
  }
  if (!isKept()) void keep();
  return {
    text,
    state,
    write(next) {
      text.value = next;
      if (state.peek() !== 'saving') state.value = 'resting';
      cancel();
      cancel = after(PAUSE_MILLISECONDS, () => void keep());
    },
    begin() {
      isWriting = true;
    },
    hear(note) {
      if (note === kept || isWriting || isSaving || !isKept()) return;
      kept = note;
      text.value = note;
    },
    end() {
      isWriting = false;
      void keep();
    },
    leave() {
      if (!isKept()) unsaved.write(text.peek());
      void keep();
    },
  };
}
