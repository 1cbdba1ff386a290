import type { OwnData } from '../library/records.ts';
import type { Attachment, State } from '../query/query.ts';

/** The yes-or-no facts of an article, one bit each. */

const READ = 1;
const STARRED = 2;
const ARCHIVED = 4;
const ATTACHMENT_BITS: { readonly [What in Attachment]: number } = { note: 8, highlight: 16, revision: 32 };

/** How many different sets of flags there are: flags are below it. */
export const FLAG_SETS = 64;

/** The bits of an article. Whether it has a note, its own data say; what else hangs on it, `attachments`. */
export function flagsOf(own: OwnData, attachments: readonly Attachment[]): number {
  const facts =
    (own.readAt === null ? 0 : READ) |
    (own.starredAt === null ? 0 : STARRED) |
    (own.archivedAt === null ? 0 : ARCHIVED) |
    (own.note === undefined ? 0 : ATTACHMENT_BITS.note);
  return attachments.reduce((flags, what) => (what === 'note' ? flags : flags | ATTACHMENT_BITS[what]), facts);
}

/** Whether an article with these bits is in `state`; what is not read is unread. */
export function isInState(flags: number, state: State): boolean {
  switch (state) {
    case 'unread':
      return (flags & READ) === 0;
    case 'read':
      return (flags & READ) !== 0;
    case 'starred':
      return (flags & STARRED) !== 0;
    case 'archived':
      return (flags & ARCHIVED) !== 0;
  }
}

/** Whether an article with these bits has such an attachment. */
export function hasAttachment(flags: number, what: Attachment): boolean {
  return (flags & ATTACHMENT_BITS[what]) !== 0;
}
