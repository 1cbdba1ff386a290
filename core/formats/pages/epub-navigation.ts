import type { ContentsLine } from './contents.ts';
import { type Book, bookIdentifier } from './epub-package.ts';
import { escaped } from './markup.ts';
import { languageOfWords } from './words.ts';

/** The two lists of contents of an EPUB, by topic: the page people see, and the older NCX. */

/** `nav.xhtml`. */
export function* navigationDocument({ words, context, sections }: Book): Generator<string> {
  const language = languageOfWords(context.locale);
  const title = escaped(words.contents);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head>
<meta charset="utf-8"/>
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
<nav epub:type="toc" id="toc">
<h1>${title}</h1>
<ol>
`;
  // A list without items is not valid, and a book without articles still has its contents.
  if (sections.length === 0) yield `<li><a href="nav.xhtml">${title}</a></li>\n`;
  for (const section of sections) {
    yield `<li><span dir="auto">${escaped(section.title)}</span>\n<ol>\n`;
    for (const { slug, headline } of section.lines) {
      yield `<li><a href="articles/${slug}.xhtml" dir="auto">${escaped(headline)}</a></li>\n`;
    }
    yield '</ol>\n</li>\n';
  }
  yield '</ol>\n</nav>\n</body>\n</html>\n';
}

/** `toc.ncx`. */
export function* navigationForOldReaders({ words, context, sections }: Book): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${languageOfWords(context.locale)}">
<head>
<meta name="dtb:uid" content="${bookIdentifier(context)}"/>
<meta name="dtb:depth" content="2"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>${escaped(words.library)}</text></docTitle>
<navMap>
`;
  if (sections.length === 0) yield `${openPoint('contents', words.contents, 'nav.xhtml')}</navPoint>\n`;
  for (const [number, { title, lines }] of sections.entries()) {
    yield openPoint(`topic-${number}`, title, pageOf(lines[0]));
    for (const line of lines) yield `${openPoint(`article-${line.slug}`, line.headline, pageOf(line))}</navPoint>\n`;
    yield '</navPoint>\n';
  }
  yield '</navMap>\n</ncx>\n';
}

function openPoint(id: string, title: string, page: string): string {
  return `<navPoint id="${id}"><navLabel><text>${escaped(title)}</text></navLabel><content src="${page}"/>`;
}

function pageOf(line: ContentsLine | undefined): string {
  return line === undefined ? 'nav.xhtml' : `articles/${line.slug}.xhtml`;
}
