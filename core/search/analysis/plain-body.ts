/**
 * A Markdown body without the parts nobody reads as words: addresses of links, images and reference definitions,
 * addresses in angle brackets, HTML tags and character references. Other markup holds no letters and parts words as
 * it is. Each pattern begins with a rare character and never looks back, so the cost is one pass each.
 */
const LINK_TARGET = /\]\((?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)(?=[\s)])/g;
const REFERENCE = /^ {0,3}\[[^\]\n]{1,200}\]: *\S+/gm;
const TAG_OR_ADDRESS = /<(?:[a-z][a-z0-9+.-]{0,31}:[^\s<>]*|\/?[a-z][^<>]{0,1000})>/gi;
const CHARACTER_REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** What of `markdown` is searched. Words keep their order; the length may change. */
export function plainBody(markdown: string): string {
  let text = markdown;
  if (text.includes('](')) text = text.replace(LINK_TARGET, '] ');
  if (text.includes(']:')) text = text.replace(REFERENCE, ' ');
  if (text.includes('<')) text = text.replace(TAG_OR_ADDRESS, ' ');
  return text.includes('&') ? text.replace(CHARACTER_REFERENCE, ' ') : text;
}
