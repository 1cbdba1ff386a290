import { type ESTree, Visitor, type VisitorObject } from 'vite';
import { roomOf, type SourceFile } from './source-file.ts';

/** Each rule takes one file and answers its offences, one sentence each. Rules read syntax, so a comment is no offence. */
export type Rule = (file: SourceFile) => string[];

/** The spellings of "take this text as HTML or as code", as property, attribute or method. */
const TEXT_AS_HTML = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
  'srcdoc',
]);

/** Everything that would let an article's text become HTML, or any text become code. */
export const textAsCode: Rule = ({ path, program }) =>
  collect(program, (report) => ({
    Identifier({ name }) {
      if (TEXT_AS_HTML.has(name)) report(`${path} uses ${name}`);
    },
    JSXIdentifier({ name }) {
      if (TEXT_AS_HTML.has(name)) report(`${path} uses ${name}`);
    },
    Literal({ value }) {
      if (typeof value === 'string' && TEXT_AS_HTML.has(value)) report(`${path} uses ${value}`);
    },
    CallExpression({ callee }) {
      const name = dottedName(callee);
      if (/^((globalThis|window|self)\.)?eval$|^document\.write(ln)?$|^Function$/.test(name)) {
        report(`${path} calls ${name}`);
      }
    },
    NewExpression({ callee }) {
      if (dottedName(callee) === 'Function') report(`${path} calls new Function`);
    },
  }));

/** The type that switches the compiler off. */
export const anyType: Rule = ({ path, program }) =>
  collect(program, (report) => ({ TSAnyKeyword: () => report(`${path} says any`) }));

/** Comments that hide what the compiler says. */
export const silencedCompiler: Rule = ({ path, comments }) =>
  comments
    .filter(({ value }) => /@ts-(ignore|nocheck)/.test(value))
    .map(({ value }) => `${path} silences the compiler: ${value.trim()}`);

/** Tests that do not run, or that keep the others from running. */
export const skippedTests: Rule = ({ path, program }) =>
  collect(program, (report) => ({
    MemberExpression(expression) {
      const name = dottedName(expression);
      if (/^(it|test|describe)(\.\w+)*\.(skip|only|todo|fails|skipIf|runIf)$/.test(name)) report(`${path} has ${name}`);
    },
    CallExpression({ callee }) {
      if (/^[xf](it|test|describe)$/.test(dottedName(callee))) report(`${path} has ${dottedName(callee)}`);
    },
  }));

/** A module that owns nothing and only passes on what others export. */
export const barrel: Rule = ({ path, program }) => {
  const passesOn = program.body.filter(
    ({ type, ...rest }) =>
      type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && 'source' in rest && rest.source),
  );
  const imports = program.body.filter(({ type }) => type === 'ImportDeclaration');
  const onlyPassesOn = passesOn.length > 0 && passesOn.length + imports.length === program.body.length;
  return onlyPassesOn ? [`${path} only re-exports`] : [];
};

/** WXT and the tools ask for a default export in these places; everywhere else names say what a module offers. */
const DEFAULT_EXPORT_PLACES = /^(entrypoints|modules)\/|^[^/]+\.config\.ts$/;

export const defaultExport: Rule = ({ path, program }) =>
  program.body.some(({ type }) => type === 'ExportDefaultDeclaration') && !DEFAULT_EXPORT_PLACES.test(path)
    ? [`${path} has a default export`]
    : [];

const MOST_LINES = 350;

export const tooLong: Rule = ({ path, text }) => {
  const lines = text.trimEnd().split('\n').length;
  return lines > MOST_LINES ? [`${path} has ${lines} lines`] : [];
};

/** A name that owns everything, and so nothing. */
export const namelessDrawer: Rule = ({ path }) =>
  /(^|\/)(utils?|helpers?|misc|common)(\/|\.\w+$)/.test(path) ? [`${path} is named for no subject`] : [];

/** A script in `entrypoints/` becomes part of the extension, a test too. */
export const testInEntrypoints: Rule = ({ path }) =>
  /^entrypoints\/.*(\.(test|spec|bench)\.|__tests__)/.test(path) ? [`${path} would be built as an entrypoint`] : [];

const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const EXTENSION_API = ['browser', 'chrome'];
const DATABASE = ['indexedDB'];

/** What each room may not touch, by the name of the global or `Global.member`. `new Date()` is a `Date` without arguments. */
const OUT_OF_REACH: Readonly<Record<string, readonly string[]>> = {
  core: [...NETWORK, ...EXTENSION_API, ...DATABASE, 'Date.now', 'new Date()', 'Math.random', 'crypto', 'performance'],
  storage: [...NETWORK, 'document', 'window'],
  detection: [...NETWORK, ...EXTENSION_API, ...DATABASE],
  services: [...DATABASE, 'document', 'window'],
  components: [...NETWORK, ...EXTENSION_API, ...DATABASE, 'localStorage', 'sessionStorage'],
};

/** Globals that the room of the file may not touch. A parameter or import of that name is the caller's choice, and fine. */
export const outOfReach: Rule = ({ path, program }) => {
  const forbidden = new Set(OUT_OF_REACH[roomOf(path)]);
  const own = boundNames(program);
  return globalsUsed(program)
    .filter((name) => forbidden.has(name) && !own.has(name))
    .map((name) => `${path} touches ${name}`);
};

/** Globals called, constructed, handed on or asked for a member, as `name`, `name.member` or `new Date()`. */
function globalsUsed(program: ESTree.Program): string[] {
  return collect(program, (report) => {
    const reportName = (node: ESTree.Node) => {
      if (node.type === 'Identifier') report(node.name);
    };
    return {
      CallExpression({ callee, arguments: handedOn }) {
        for (const node of [callee, ...handedOn]) reportName(node);
      },
      NewExpression({ callee, arguments: given }) {
        reportName(callee);
        if (dottedName(callee) === 'Date' && given.length === 0) report('new Date()');
      },
      MemberExpression(expression) {
        const [object = '', member = ''] = dottedName(expression).split('.');
        report(['globalThis', 'window', 'self'].includes(object) ? member : object);
        report(`${object}.${member}`);
      },
      Property: ({ value }) => reportName(value),
      VariableDeclarator: ({ init }) => init && reportName(init),
    };
  });
}

/** Names the module binds itself: imports, declarations and parameters, at any depth. */
function boundNames(program: ESTree.Program): Set<string> {
  const reportAll = (report: (name: string) => void, nodes: readonly ESTree.Node[]) => {
    for (const node of nodes) for (const name of namesIn(node)) report(name);
  };
  const names = collect(program, (report) => ({
    ImportSpecifier: ({ local }) => report(local.name),
    VariableDeclarator: ({ id }) => reportAll(report, [id]),
    FunctionDeclaration: ({ id, params }) => reportAll(report, id ? [id, ...params] : params),
    FunctionExpression: ({ params }) => reportAll(report, params),
    ArrowFunctionExpression: ({ params }) => reportAll(report, params),
  }));
  return new Set(names);
}

/** The names a declaration or parameter pattern binds. */
function namesIn(pattern: ESTree.Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case 'RestElement':
      return namesIn(pattern.argument);
    default:
      return [];
  }
}

/** `a.b.c` of such an expression; computed and nameless parts end it. */
function dottedName(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return '';
  return `${dottedName(node.object)}.${node.property.name}`;
}

function collect(program: ESTree.Program, visitor: (report: (found: string) => void) => VisitorObject): string[] {
  const found: string[] = [];
  new Visitor(visitor((text) => found.push(text))).visit(program);
  return found;
}
