import type { OwnData } from './records.ts';
import { isSameTag } from './tags.ts';

/**
 * What a reader did with one article in two places, as one: all tags, both notes, and of each mark the earlier one.
 * Uniting with the same again changes nothing.
 */
export function uniteOwnData(one: OwnData, other: OwnData): OwnData {
  const note = uniteNotes(one.note, other.note);
  return {
    ...(note === undefined ? {} : { note }),
    tags: [...one.tags, ...other.tags.filter((tag) => !one.tags.some((known) => isSameTag(known, tag)))],
    readAt: earlier(one.readAt, other.readAt),
    starredAt: earlier(one.starredAt, other.starredAt),
    archivedAt: earlier(one.archivedAt, other.archivedAt),
  };
}

/** Whether both notes say something that the other does not: united, they are joined. */
export function haveTwoNotes(one: OwnData, other: OwnData): boolean {
  if (one.note === undefined || other.note === undefined) return false;
  return !holds(one.note, other.note) && !holds(other.note, one.note);
}

/** Whether two own data are equal in everything. */
export function isSameOwnData(one: OwnData, other: OwnData): boolean {
  return (
    one.note === other.note &&
    one.readAt === other.readAt &&
    one.starredAt === other.starredAt &&
    one.archivedAt === other.archivedAt &&
    one.tags.length === other.tags.length &&
    one.tags.every((tag, index) => tag === other.tags[index])
  );
}

const BETWEEN_NOTES = '\n\n';

/** Both notes, whatever their length together; of a note that the other holds already, nothing twice. */
function uniteNotes(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (holds(one, other)) return one;
  return holds(other, one) ? other : one + BETWEEN_NOTES + other;
}

/** Whether `part` is `whole`, or stands in it as paragraphs of its own. */
function holds(whole: string, part: string): boolean {
  return (BETWEEN_NOTES + whole + BETWEEN_NOTES).includes(BETWEEN_NOTES + part + BETWEEN_NOTES);
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
