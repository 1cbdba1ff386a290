import { isSlug } from '../article/identity.ts';
import type { RedirectRecord, SavedSearchRecord } from '../library/records.ts';
import { SORTS } from '../library/search.ts';
import type { FileLine } from './archive-lines.ts';
import { isCount, isSha256 } from './manifest.ts';
import { choiceOf, fieldsOf, textOf, timeOf } from './parse-values.ts';

/** What else an archive lists, `unknown` until it passes here; null is what is refused. */

const LONGEST_NAME = 200;
const LONGEST_QUERY = 10_000;

/** An item of `searches.json`. */
export function parseSearch(value: unknown): SavedSearchRecord | null {
  const { name: told, query, sort: sorted, createdAt, seenThrough } = fieldsOf(value);
  const name = textOf(told).toWellFormed().trim();
  const sort = choiceOf(sorted, SORTS);
  const at = timeOf(createdAt);
  if (name === '' || name.length > LONGEST_NAME || textOf(query).length > LONGEST_QUERY) return null;
  if (sort === null || at === null) return null;
  return { name, query: textOf(query), sort, createdAt: at, seenThrough: isCount(seenThrough) ? seenThrough : 0 };
}

/** An item of `redirects.json`. */
export function parseRedirect(value: unknown): RedirectRecord | null {
  const { from, to } = fieldsOf(value);
  return isSlug(from) && isSlug(to) && from !== to ? { from, to } : null;
}

/** A line of `files.jsonl`. */
export function parseFileLine(value: unknown): FileLine | null {
  const { path, bytes, sha256 } = fieldsOf(value);
  return typeof path === 'string' && isCount(bytes) && isSha256(sha256) ? { path, bytes, sha256 } : null;
}
