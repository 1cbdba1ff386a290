import { articleAddress } from '../article/identity.ts';
import type { ArticleRecord, Holding } from '../library/records.ts';
import type { ExportedFile, FolderFormat } from './export-format.ts';
import { type ArticleMarkup, articleMarkup, dayWriter, languageAttributes } from './pages/article-markup.ts';
import { Contents } from './pages/contents.ts';
import { navigationDocument, navigationForOldReaders } from './pages/epub-navigation.ts';
import { packageDocument } from './pages/epub-package.ts';
import { escaped } from './pages/markup.ts';
import { PAGE_STYLE } from './pages/page-style.ts';
import { wordsFor } from './pages/words.ts';

/**
 * EPUB 3.3 with an NCX for readers of EPUB 2: one XHTML page an article. The list of contents and the package come after
 * the articles, when all are known; only `mimetype` has its place, first and not compressed.
 */
export const epubFormat: FolderFormat = {
  kind: 'folder',
  extension: 'epub',
  mediaType: 'application/epub+zip',
  async *write(holdings, context) {
    const words = wordsFor(context.locale);
    const how = { words, lowered: 0, writeDay: dayWriter(context.locale) } as const;
    const contents = new Contents();
    yield { name: 'mimetype', content: 'application/epub+zip', isStored: true };
    yield { name: 'META-INF/container.xml', content: CONTAINER };
    yield { name: 'OEBPS/style.css', content: PAGE_STYLE };
    for await (const holding of holdings) {
      contents.add(holding.article);
      yield articlePage(holding, how);
    }
    const sections = contents.sections(words, context.locale);
    const book = { words, context, sections };
    yield { name: 'OEBPS/nav.xhtml', content: navigationDocument(book) };
    yield { name: 'OEBPS/toc.ncx', content: navigationForOldReaders(book) };
    yield { name: 'OEBPS/package.opf', content: packageDocument(book) };
  },
};

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function articlePage(holding: Holding, how: ArticleMarkup): ExportedFile {
  const { slug, headline, inLanguage } = holding.article;
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"${languageAttributes(inLanguage)}>
<head>
<meta charset="utf-8"/>
<title>${escaped(headline)}</title>
${dateMarkup(holding.article)}<link rel="canonical" href="${articleAddress(slug)}"/>
<link rel="stylesheet" type="text/css" href="../style.css"/>
</head>
<body>
${articleMarkup(holding, how)}
</body>
</html>
`;
  return { name: `OEBPS/articles/${slug}.xhtml`, content };
}

function dateMarkup({ datePublished }: ArticleRecord): string {
  return datePublished === null ? '' : `<meta name="dcterms.date" content="${escaped(datePublished)}"/>\n`;
}
