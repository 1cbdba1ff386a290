import type { FacetValue } from '../../core/catalogue/facet.ts';
import { FACET_OF } from '../../core/catalogue/facet-field.ts';
import { type Completion, knownCompletions } from '../../core/query/complete-query.ts';
import type { Attachment, FieldName, State, ValueField } from '../../core/query/query.ts';
import type { Translate } from '../translation.ts';
import type { LabelOf } from './facet-view.ts';

/** One thing the search box offers to go on with. */
export interface Suggestion {
  /** What a pick puts into the query. */
  readonly value: string;
  /** What it is called. */
  readonly label: string;
  /** What it means, where the label alone does not say it. */
  readonly meaning: string | null;
  /** How many articles have it; null for what is no value of the library. */
  readonly count: number | null;
}

/** Values of a field whose name has a word beginning so, most frequent first. */
export type CompleteValues = (field: ValueField, words: string, limit: number) => Promise<readonly FacetValue[]>;

/** Suggestions shown at a time: as many as an eye takes in. */
const MOST = 8;

/** What can go on at `completion`, from the language or from the library. */
export async function suggestionsFor(
  completion: Completion,
  completeValues: CompleteValues,
  labelOf: LabelOf,
  t: Translate,
): Promise<readonly Suggestion[]> {
  if (completion.kind !== 'value') return knownSuggestions(completion, t);
  const { field, typed } = completion;
  const values = await completeValues(field, typed, MOST);
  return values.map(({ value, count }) => ({ value, label: labelOf(FACET_OF[field], value), meaning: null, count }));
}

function knownSuggestions(completion: Completion, t: Translate): readonly Suggestion[] {
  const meanings = meaningsOf(completion.kind, t);
  return knownCompletions(completion).map((value) => ({
    value,
    label: completion.kind === 'name' ? `${value}:` : value,
    meaning: meanings[value] ?? null,
    count: null,
  }));
}

function meaningsOf(kind: Completion['kind'], t: Translate): Readonly<Record<string, string>> {
  if (kind === 'name') return nameMeanings(t);
  return kind === 'state' ? stateMeanings(t) : attachmentMeanings(t);
}

function nameMeanings(t: Translate): { readonly [Name in FieldName]: string } {
  return {
    topic: t('library.complete.field.topic'),
    entity: t('library.complete.field.entity'),
    source: t('library.complete.field.source'),
    lang: t('library.complete.field.lang'),
    tag: t('library.complete.field.tag'),
    is: t('library.complete.field.is'),
    has: t('library.complete.field.has'),
    published: t('library.complete.field.published'),
    saved: t('library.complete.field.saved'),
    updated: t('library.complete.field.updated'),
  };
}

function stateMeanings(t: Translate): { readonly [Name in State]: string } {
  return {
    unread: t('library.complete.state.unread'),
    read: t('library.complete.state.read'),
    starred: t('library.complete.state.starred'),
    archived: t('library.complete.state.archived'),
  };
}

function attachmentMeanings(t: Translate): { readonly [Name in Attachment]: string } {
  return {
    note: t('library.complete.attachment.note'),
    highlight: t('library.complete.attachment.highlight'),
    revision: t('library.complete.attachment.revision'),
  };
}
