import type { ArticleDraft } from './article.ts';

/** A draft of the fields that are not null. */
export function told(fields: { readonly [Field in keyof ArticleDraft]: ArticleDraft[Field] | null }): ArticleDraft {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** Whether the draft names topics or entities. */
export function hasSubjects(draft: ArticleDraft): boolean {
  return (draft.topics?.length ?? 0) > 0 || (draft.entities?.length ?? 0) > 0;
}
