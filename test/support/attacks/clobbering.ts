/** Names that a page's scripts rely on, and the ids and names of this product's own pages: what clobbering goes after. */
export const COVETED_NAMES: readonly string[] = [
  'document',
  'location',
  'chrome',
  'browser',
  'indexedDB',
  'trustedTypes',
  'getElementById',
  'querySelector',
  'createElement',
  'addEventListener',
  'cookie',
  'body',
  'head',
  'forms',
  'history',
  'navigator',
  'name',
  'self',
  'top',
  'parent',
  'constructor',
  '__proto__',
  'toString',
  'search',
  'app',
  'root',
  'main',
  'settings',
];

/** A body in which every coveted name is a heading, a link's target and title, and the id or name of HTML elements. */
export const CLOBBERING_BODY: string = COVETED_NAMES.map(
  (name) => `# ${name}

## ${name} {#${name}}

[${name}](#${name}) [a](https://a.example "${name}")[^${name}]

<form id="${name}" name="${name}"><input name="${name}"></form><img name="${name}"><a id="${name}" name="${name}"></a>

[^${name}]: ${name}`,
).join('\n\n');
