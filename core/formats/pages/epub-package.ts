import type { ExportContext } from '../export-format.ts';
import type { ContentsSection } from './contents.ts';
import { escaped } from './markup.ts';
import { languageOfWords, type Words } from './words.ts';

/** What the files about a book are made from. */
export interface Book {
  readonly words: Words;
  readonly context: ExportContext;
  readonly sections: readonly ContentsSection[];
}

/** The book's identifier: one for each export, the same in package and NCX. */
export function bookIdentifier({ at }: ExportContext): string {
  return `offprint-export-${new Date(at).toISOString()}`;
}

/** `package.opf`: every file, and the order of reading, which is that of the contents. */
export function* packageDocument({ words, context, sections }: Book): Generator<string> {
  const { at, locale, appVersion } = context;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${languageOfWords(locale)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book">${bookIdentifier(context)}</dc:identifier>
<dc:title>${escaped(words.library)}, ${escaped(new Date(at).toISOString().slice(0, 10))}</dc:title>
<dc:language>${languageOfWords(locale)}</dc:language>
<dc:creator>Offprint ${escaped(appVersion)}</dc:creator>
<dc:date>${new Date(at).toISOString()}</dc:date>
<meta property="dcterms:modified">${new Date(at).toISOString().slice(0, 19)}Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
`;
  for (const slug of slugsOf(sections)) {
    yield `<item id="article-${slug}" href="articles/${slug}.xhtml" media-type="application/xhtml+xml"/>\n`;
  }
  yield '</manifest>\n<spine toc="ncx">\n<itemref idref="nav"/>\n';
  for (const slug of slugsOf(sections)) yield `<itemref idref="article-${slug}"/>\n`;
  yield '</spine>\n</package>\n';
}

function* slugsOf(sections: readonly ContentsSection[]): Generator<string> {
  for (const { lines } of sections) for (const { slug } of lines) yield slug;
}
