import type { Source } from '../article/article.ts';

/** Where files of an article stand in an archive. Slugs are lower-case ASCII, so names are safe but for the few below. */

/** Names that Windows gives to devices, whatever follows a dot. A slug has no `_`, so no two slugs become one name. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** What the original of each source is called behind the dot. */
export const ORIGINAL_EXTENSIONS: { readonly [Name in Source]: string } = {
  jsonld: 'jsonld',
  json: 'json',
  inline: 'html',
  md: 'md',
  txt: 'txt',
};

/** The name of a file about the article `slug`, without extension. */
export function fileStem(slug: string): string {
  return DEVICE.test(slug) ? `${slug}_` : slug;
}

/** `articles/<slug>.md`. */
export function markdownName(slug: string): string {
  return `articles/${fileStem(slug)}.md`;
}

/** `originals/<slug>.<extension>`; of a binned article in `bin/`, since a slug may be in both. */
export function originalName(slug: string, source: Source, isBinned: boolean): string {
  return `${isBinned ? 'bin' : 'originals'}/${fileStem(slug)}.${ORIGINAL_EXTENSIONS[source]}`;
}
