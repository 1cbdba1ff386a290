import fc from 'fast-check';

const terms = fc.constantFrom(
  ...[
    '@type',
    '@id',
    '@graph',
    '@value',
    '@list',
    '@set',
    '@language',
    '@context',
    'schema:headline',
    '__proto__',
    'then',
  ],
  ...[
    'constructor',
    'toString',
    'headline',
    'title',
    'name',
    'description',
    'articleBody',
    'body_md',
    'hasPart',
    'text',
  ],
  ...[
    'datePublished',
    'published_at',
    'inLanguage',
    'url',
    'mainEntityOfPage',
    'isBasedOn',
    'citation',
    'sameAs',
    'slug',
  ],
  ...[
    'topics',
    'keywords',
    'articleSection',
    'about',
    'mentions',
    'entities',
    'genre',
    'termCode',
    'wordCount',
    'data',
    'en',
  ],
);
const values = fc.oneof(
  fc.constantFrom(
    'NewsArticle',
    'schema:Article',
    'Person',
    'DefinedTerm',
    'en',
    'an-article',
    '2026-06-28 04:40:03+00:00',
  ),
  fc.constantFrom(
    'https://wpnews.pro/news/an-article',
    'https://wpnews.pro/news/other',
    'https://example.org/a',
    '//x',
    '/topics/a',
  ),
  fc.constantFrom(
    'AI Policy',
    'ai-policy',
    'a, b; c',
    '<p>Text</p>',
    '&amp;#0;',
    '\uD800',
    '\u202E',
    '# x',
    '',
    ' ',
    '#',
  ),
  fc.constantFrom(0, -1, 1782621603, 1e308, true, null),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
/** JSON made of the words the parser listens to. */
export const json = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, values, fc.array(tie('any'), { maxLength: 4 }), tie('node')),
  node: fc
    .array(fc.tuple(terms, tie('any')), { maxLength: 10 })
    // `defineProperty` makes `__proto__` an own key, as JSON.parse does.
    .map((pairs) =>
      pairs.reduce(
        (node, [key, value]) =>
          Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true }),
        {},
      ),
    ),
  article: fc
    .tuple(tie('node'), tie('node'))
    .map(([node, more]) => ({ '@type': 'NewsArticle', ...(more as object), ...(node as object) })),
}));
