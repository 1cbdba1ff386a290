import { fold } from '../query/fold.ts';

/** The rules of the reader's own tags, in one place: for the field that takes them and for the change that keeps them. */

/** The most characters (code points) of a tag: what fits on a chip. */
export const LONGEST_TAG = 60;

/** Why a text does not become a tag. */
export type TagRefusal = 'empty' | 'too-long' | 'there-already';

/** The tag that `text` means: without space around it, and one space between its words. */
export function tagOf(text: string): string {
  return text.toWellFormed().trim().replace(/\s+/g, ' ');
}

/** Whether two tags are one to the eye: `Café` and `cafe` are. */
export function isSameTag(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/** Why `text` is no tag to add to `tags`; null when it is one. */
export function tagRefusal(tags: readonly string[], text: string): TagRefusal | null {
  const tag = tagOf(text);
  if (fold(tag) === '') return 'empty';
  if ([...tag].length > LONGEST_TAG) return 'too-long';
  return tags.some((known) => isSameTag(known, tag)) ? 'there-already' : null;
}

/** `tags` with the tag that `text` means; the very same array when it is refused. */
export function withTag(tags: readonly string[], text: string): readonly string[] {
  return tagRefusal(tags, text) === null ? [...tags, tagOf(text)] : tags;
}

/** `tags` without the tag that is spelt just so; the very same array when it is not there. */
export function withoutTag(tags: readonly string[], text: string): readonly string[] {
  const tag = tagOf(text);
  return tags.includes(tag) ? tags.filter((known) => known !== tag) : tags;
}

/** The tag that `text` means, spelt as the one of `known` that is the same to the eye, if there is one. */
export function spelledAsKnown(text: string, known: readonly string[]): string {
  const tag = tagOf(text);
  return known.find((other) => other === tag) ?? known.find((other) => isSameTag(other, tag)) ?? tag;
}
