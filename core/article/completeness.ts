import type { ArticleDraft, Completeness, Source } from './article.ts';
import { lettersOf } from './text.ts';
import { countWords } from './word-count.ts';

/** A body with fewer words than this part of those announced was cut; programs count words a little differently. */
const WHOLE_ENOUGH = 0.9;

/** Letters and digits at the end of two bodies that must agree for both to be whole. */
const END_LENGTH = 60;

/** Sources that carry the body inside JSON: had the document been cut, it would not have parsed. */
const STRUCTURED: readonly Source[] = ['jsonld', 'json', 'inline'];

/** What one source told; the fetcher adds `completeness` when the response had a length to check by. */
export interface Told {
  readonly source: Source;
  readonly draft: ArticleDraft;
  readonly completeness?: 'content-length';
}

/** Whether the body has about as many words as announced; true when nothing was announced. */
export function hasAnnouncedLength(
  articleBody: string,
  announced: number | undefined,
  language: string | null,
): boolean {
  return announced === undefined || countWords(articleBody, language) >= announced * WHOLE_ENOUGH;
}

/** How the body of `body` is known to be whole, given everything accepted; its length as announced has been checked before. */
export function completenessOf(body: Told, all: readonly Told[]): Completeness {
  if (all.some(({ draft }) => draft.wordCount !== undefined)) return 'word-count';
  if (STRUCTURED.includes(body.source)) return 'structure';
  if (body.completeness !== undefined) return body.completeness;
  return all.some((other) => other !== body && haveSameEnd(body.draft, other.draft)) ? 'agreement' : 'unchecked';
}

/** Whether two bodies end with the same letters and digits: two separate answers are not cut at the same place. */
export function haveSameEnd(one: ArticleDraft, other: ArticleDraft): boolean {
  const [oneEnd, otherEnd] = [endOf(one), endOf(other)];
  return oneEnd !== '' && oneEnd === otherEnd;
}

function endOf({ articleBody = '' }: ArticleDraft): string {
  // Marks between letters seldom outnumber them; ten times the length is enough to find so many letters.
  return lettersOf(articleBody.slice(-END_LENGTH * 10)).slice(-END_LENGTH);
}
