import { LONGEST_TAG, tagRefusal } from '../../core/library/tags.ts';
import type { Translate } from '../translation.ts';

const KEYS = {
  empty: 'library.tags.refused.empty',
  'too-long': 'library.tags.refused.tooLong',
  'there-already': 'library.tags.refused.thereAlready',
} as const;

/** What to tell the reader of a tag that cannot be added to `tags`; null when it can. */
export function refusalMessage(tags: readonly string[], tag: string, t: Translate): string | null {
  const refusal = tagRefusal(tags, tag);
  return refusal === null ? null : t(KEYS[refusal], [LONGEST_TAG]);
}
