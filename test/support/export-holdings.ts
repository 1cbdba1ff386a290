import fc from 'fast-check';
import type {
  ExportContext,
  FileContent,
  FolderFormat,
  OtherFormat,
  SingleFileFormat,
} from '../../core/formats/export-format.ts';
import { type ArticleRecord, type Holding, NO_OWN_DATA, type OwnData } from '../../core/library/records.ts';
import { aRecord } from './article-builders.ts';

/** 2026-11-03, the day the sample articles were last looked at. */
export const CHECKED_AT = Date.UTC(2026, 10, 3, 12);

/** A holding of `aRecord(article)`; own data and body as given. */
export function aHolding(
  article: Partial<ArticleRecord> = {},
  articleBody = 'One paragraph.\n\nAnother.',
  own: Partial<OwnData> = {},
): Holding {
  const record = aRecord({ savedAt: CHECKED_AT, checkedAt: CHECKED_AT, ...article, own: { ...NO_OWN_DATA, ...own } });
  return {
    article: record,
    body: { slug: record.slug, articleBody, bodyFormat: 'markdown' },
    originals: [],
    revisions: [],
  };
}

/** An article whose every text tries to break out of where it is put. */
export function hostileHolding(): Holding {
  return aHolding(
    {
      slug: 'hostile',
      headline: '=HYPERLINK("https://evil.example","x"), {50%} of $5 & <script>alert(1)</script> ]]> “日本” 😀',
      description: 'He said: "no",\nשלום \\end{document} --- # % _ ~ ^',
      canonicalSource: 'https://www.source.example/a?q={1}&r=2#%7B',
      entities: [
        { name: '@SUM(1+1)*cmd|"/C calc"!A0', type: null },
        { name: 'CON', type: 'Organization' },
      ],
    },
    [
      '# <img src=x onerror=alert(1)>',
      'A [link](javascript:alert(1)) and [another](https://fine.example/?a=1&b="2").',
      '<script>alert(1)</script> ]]> <![CDATA[ &amp; &#0;',
      '| a | b |\n|---|:-:|\n| 1 | 2 |',
      '```html\n</pre></code><script>\u0007\u202e\n```',
      '![pixel](https://tracker.example/p.gif)',
    ].join('\n\n'),
    { tags: ['two words', '=1+1'], note: '-2+3\n\n]]></note> \u0000\ud800 end' },
  );
}

/** Text as bad as it may come: markup of every format, control characters, lone surrogates, right-to-left. */
export const nastyText = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      fc.constantFrom(
        '=',
        '"',
        "'",
        ',',
        ';',
        '\n',
        '\r\n',
        '\t',
        '{',
        '}',
        '\\',
        '%',
        '$',
        '&amp;',
        '<b>',
        '</script>',
      ),
      fc.constantFrom(
        ']]>',
        '<!--',
        '[[x]]',
        '|',
        ': ',
        '- ',
        '#',
        '---\n',
        '\ud83d',
        '😀',
        'שלום',
        '日本',
        '\u202e',
        'Word',
      ),
      fc.constantFrom(
        '> quote\n',
        '* item\n',
        '\n\n| a |\n|---|\n| b |\n\n',
        '`code`',
        '**bold**',
        '[a](https://b.example/?c&d)',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** A holding with such texts everywhere; its slug is `slug-<number>`. */
export const nastyHolding: fc.Arbitrary<Holding> = fc
  .record({
    number: fc.nat(1e9),
    headline: nastyText,
    description: fc.option(nastyText),
    articleBody: nastyText,
    note: fc.option(nastyText),
    tags: fc.uniqueArray(nastyText, { maxLength: 3 }),
    entities: fc.array(fc.record({ name: nastyText, type: fc.constantFrom(null, 'Person') }), { maxLength: 3 }),
    canonicalSource: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    datePublished: fc.constantFrom(null, '2026-06-28', '2026-06-28T04:40:03.000Z'),
    inLanguage: fc.constantFrom(null, 'en', 'he', 'zh-Hans'),
    topics: fc.subarray(['ai-policy', 'chips', 'open-source']),
  })
  .map(({ number, articleBody, note, tags, canonicalSource, ...fields }) =>
    aHolding(
      { slug: `slug-${number}`, ...fields, canonicalSource: canonicalSource && new URL(canonicalSource).href },
      articleBody,
      { tags, ...(note !== null && note !== '' && { note }) },
    ),
  );

/** The context of an export of `holdings` at noon of 2026-11-23. */
export function contextOf(holdings: readonly Holding[], change: Partial<ExportContext> = {}): ExportContext {
  return {
    at: Date.UTC(2026, 10, 23, 12),
    appVersion: '1.2.3',
    total: holdings.length,
    queryText: null,
    locale: 'en',
    linkNames: false,
    records: async function* () {
      for (const { article } of holdings) yield article;
    },
    ...change,
  };
}

/** The text of a format of one file. */
export async function textOf(format: OtherFormat, holdings: readonly Holding[], change: Partial<ExportContext> = {}) {
  return join((format as SingleFileFormat).write(streamOf(holdings), contextOf(holdings, change)));
}

/** The files of a format of many, by name. */
export async function filesOf(format: OtherFormat, holdings: readonly Holding[], change: Partial<ExportContext> = {}) {
  const files = new Map<string, string>();
  for await (const { name, content } of (format as FolderFormat).write(
    streamOf(holdings),
    contextOf(holdings, change),
  )) {
    if (files.has(name)) throw new Error(`${name} comes twice`);
    files.set(name, await join(content));
  }
  return files;
}

async function* streamOf(holdings: readonly Holding[]): AsyncGenerator<Holding> {
  yield* holdings;
}

async function join(content: FileContent): Promise<string> {
  if (typeof content === 'string') return content;
  if (content instanceof Uint8Array) return new TextDecoder().decode(content);
  let text = '';
  for await (const piece of content) text += typeof piece === 'string' ? piece : new TextDecoder().decode(piece);
  return text;
}
