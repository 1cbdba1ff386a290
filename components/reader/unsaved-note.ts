import type { UnsavedNote } from './note-draft.ts';

/** The note on the article `slug` that waits in `storage` (the page's `localStorage`), which may refuse to keep it. */
export function unsavedNote(storage: Storage, slug: string): UnsavedNote {
  const key = `unsaved-note:${slug}`;
  return {
    read: () => storage.getItem(key),
    write(text) {
      try {
        if (text === null) storage.removeItem(key);
        else storage.setItem(key, text);
      } catch (error) {
        console.error('An unsaved note could not be put aside', error);
      }
    },
  };
}
