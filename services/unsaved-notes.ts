/** Where a note waits that was written and not stored yet: it takes the text at once, even while the page is closed. */
export interface UnsavedNotes {
  read(slug: string): string | null;
  /** Null takes away what waits. */
  write(slug: string, text: string | null): void;
}

/** Notes that wait in `area` (a page's `localStorage`), which may be full. */
export function createUnsavedNotes(area: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): UnsavedNotes {
  const keyOf = (slug: string) => `unsaved-note:${slug}`;
  return {
    read: (slug) => area.getItem(keyOf(slug)),
    write(slug, text) {
      try {
        if (text === null) area.removeItem(keyOf(slug));
        else area.setItem(keyOf(slug), text);
      } catch (error) {
        console.error('An unsaved note could not be put aside', error);
      }
    },
  };
}
