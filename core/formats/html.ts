import type { ExportContext, SingleFileFormat } from './export-format.ts';
import { articleMarkup, dayWriter, languageAttributes } from './pages/article-markup.ts';
import { Contents, type ContentsSection } from './pages/contents.ts';
import { escaped } from './pages/markup.ts';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './pages/page-style.ts';
import { languageOfWords, type Words, wordsFor } from './pages/words.ts';

/**
 * One page with everything in it: contents by topic, then the articles in the order of the export. It runs and loads
 * nothing, and its own policy says so to the browser: were an article to slip through the markup, it would still be text.
 */
export const htmlFormat: SingleFileFormat = {
  kind: 'file',
  extension: 'html',
  mediaType: 'text/html',
  async *write(holdings, context) {
    const words = wordsFor(context.locale);
    const how = { words, lowered: 1, writeDay: dayWriter(context.locale) } as const;
    const contents = new Contents();
    for await (const record of context.records()) contents.add(record);
    yield headOf(context, words);
    yield* contentsOf(contents.sections(words, context.locale), words);
    yield '<main>\n';
    for await (const holding of holdings) {
      const { slug, inLanguage } = holding.article;
      const inner = articleMarkup(holding, how);
      const back = `<p class="back"><a href="#contents">${escaped(words.backToContents)}</a></p>`;
      yield `<article id="article-${slug}"${languageAttributes(inLanguage)}>\n${inner}\n${back}\n</article>\n`;
    }
    yield '</main>\n</body>\n</html>\n';
  },
};

const POLICY = `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

function headOf({ at, total, queryText, locale }: ExportContext, words: Words): string {
  const day = dayWriter(locale)(new Date(at).toISOString());
  const found = queryText === null ? '' : `\n<p dir="auto">${escaped(words.found(queryText))}</p>`;
  return `<!doctype html>
<html lang="${languageOfWords(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.library)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(words.library)}</h1>
<p>${escaped(words.articles(total, locale))} · ${escaped(words.exported(day))}</p>${found}
</header>
`;
}

/** A section at a time, a line for each article. */
function* contentsOf(sections: readonly ContentsSection[], words: Words): Generator<string> {
  yield `<nav id="contents" aria-labelledby="contents-title">\n<h2 id="contents-title">${escaped(words.contents)}</h2>\n`;
  for (const { title, lines } of sections) {
    const items = lines.map(
      ({ slug, headline }) => `<li><a href="#article-${slug}" dir="auto">${escaped(headline)}</a></li>\n`,
    );
    yield `<h3 dir="auto">${escaped(title)}</h3>\n<ol>\n${items.join('')}</ol>\n`;
  }
  yield '</nav>\n';
}
