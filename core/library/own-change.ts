import { MARKED_AT, type Mark, type OwnData } from './records.ts';
import { withoutTag, withTag } from './tags.ts';

/** A change of what the reader keeps with an article. */
export type OwnChange =
  | { readonly kind: 'mark'; readonly mark: Mark; readonly on: boolean }
  /** Put, the tag is one of few words that no other is the same as; taken away, it is the one that is spelt so. */
  | { readonly kind: 'tag'; readonly tag: string; readonly on: boolean }
  /** An empty text takes the note away. */
  | { readonly kind: 'note'; readonly text: string };

/** The most characters (UTF-16 code units) of a note; what is beyond them is not kept. */
export const LONGEST_NOTE = 20_000;

/** Whether the reader marked the article so. */
export function isMarked(own: OwnData, mark: Mark): boolean {
  return own[MARKED_AT[mark]] !== null;
}

/** `own` after `change`, made at `at` (milliseconds since 1970); the very same object when it is so already. */
export function changedOwn(own: OwnData, change: OwnChange, at: number): OwnData {
  switch (change.kind) {
    case 'mark': {
      if (isMarked(own, change.mark) === change.on) return own;
      return { ...own, [MARKED_AT[change.mark]]: change.on ? at : null };
    }
    case 'tag':
      return changedTags(own, change.tag, change.on);
    case 'note':
      return changedNote(own, noteOf(change.text));
  }
}

/** The change that takes `change` back, of articles that it changed; null for a note, whose old text it does not know. */
export function reversed(change: OwnChange): OwnChange | null {
  return change.kind === 'note' ? null : { ...change, on: !change.on };
}

/** The note that is kept of `text`. */
export function noteOf(text: string): string {
  return text.trim().slice(0, LONGEST_NOTE).toWellFormed();
}

function changedTags(own: OwnData, tag: string, on: boolean): OwnData {
  const tags = on ? withTag(own.tags, tag) : withoutTag(own.tags, tag);
  return tags === own.tags ? own : { ...own, tags };
}

function changedNote(own: OwnData, text: string): OwnData {
  if (text === (own.note ?? '')) return own;
  const { note: _, ...rest } = own;
  return text === '' ? rest : { ...rest, note: text };
}
