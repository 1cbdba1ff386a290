import type { JSX } from 'preact';
import type { OwnData } from '../../core/library/records.ts';
import type { CompleteTags } from '../tags/TagField.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import type { NoteKeeping } from './note-draft.ts';
import { TagEditor } from './TagEditor.tsx';
import './own-words.css';

/** How the reader's own words are kept. */
export interface OwnWordsKeeping extends NoteKeeping {
  /** The address of the list narrowed to one tag. */
  readonly tagHref: (tag: string) => string;
  readonly completeTags: CompleteTags;
  readonly setTag: (tag: string, on: boolean) => void;
}

export interface OwnWordsProps {
  readonly own: OwnData;
  readonly keeping: OwnWordsKeeping;
  readonly locale: string;
}

/** What the reader adds to an article: tags and a note. */
export function OwnWords({ own, keeping, locale }: OwnWordsProps): JSX.Element {
  const number = (value: number) => value.toLocaleString(locale);
  return (
    <>
      <TagEditor tags={own.tags} keeping={keeping} number={number} />
      <NoteEditor note={own.note ?? ''} keeping={keeping} number={number} />
    </>
  );
}
