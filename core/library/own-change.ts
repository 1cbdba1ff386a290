import { MARKED_AT, type Mark, type OwnData } from './records.ts';

/** A change of what the reader keeps with an article. */
export type OwnChange =
  | { readonly kind: 'mark'; readonly mark: Mark; readonly on: boolean }
  | { readonly kind: 'tag'; readonly tag: string; readonly on: boolean }
  /** An empty text takes the note away. */
  | { readonly kind: 'note'; readonly text: string };

/** `own` after `change`, made at `at` (milliseconds since 1970); the very same object when it is so already. */
export function changedOwn(own: OwnData, change: OwnChange, at: number): OwnData {
  switch (change.kind) {
    case 'mark': {
      const name = MARKED_AT[change.mark];
      return (own[name] !== null) === change.on ? own : { ...own, [name]: change.on ? at : null };
    }
    case 'tag':
      return changedTags(own, change.tag.trim().replace(/\s+/g, ' '), change.on);
    case 'note':
      return changedNote(own, change.text.trim());
  }
}

/** The change that takes `change` back, of articles that it changed; null for a note, whose old text it does not know. */
export function reversed(change: OwnChange): OwnChange | null {
  return change.kind === 'note' ? null : { ...change, on: !change.on };
}

function changedTags(own: OwnData, tag: string, on: boolean): OwnData {
  if (tag === '' || own.tags.includes(tag) === on) return own;
  return { ...own, tags: on ? [...own.tags, tag] : own.tags.filter((known) => known !== tag) };
}

function changedNote(own: OwnData, text: string): OwnData {
  if (text === (own.note ?? '')) return own;
  const { note: _, ...rest } = own;
  return text === '' ? rest : { ...rest, note: text };
}
