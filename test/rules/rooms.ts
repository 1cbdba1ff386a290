import { posix } from 'node:path';
import { type ESTree, Visitor } from 'vite';
import { roomOf, type SourceFile } from './source-file.ts';

/**
 * What each room may import: other rooms by name, of some only types, and packages. ARCHITECTURE.md shows the same
 * table to people. A room that stands in no entry may not exist; one without limits (`null`) may import everything.
 */
interface Door {
  readonly rooms: readonly string[];
  readonly typesOf?: readonly string[];
  readonly packages: readonly string[];
}

export const ROOMS: Readonly<Record<string, Door | null>> = {
  core: {
    rooms: [],
    packages: [
      '@citation-js/core',
      '@citation-js/plugin-bibtex',
      '@citation-js/plugin-ris',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      'entities/decode',
      'fflate',
      'htmlparser2',
      'js-yaml',
      'markdown-it',
      'papaparse',
    ],
  },
  storage: { rooms: ['core'], packages: ['idb'] },
  detection: { rooms: ['core'], packages: [] },
  services: {
    rooms: ['core', 'storage'],
    packages: ['@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'fflate', 'webextension-polyfill', '#i18n'],
  },
  components: {
    rooms: ['core'],
    typesOf: ['services'],
    packages: ['#i18n', '@preact/signals', '@tanstack/virtual-core', 'preact', 'preact/hooks'],
  },
  entrypoints: {
    rooms: ['components', 'core', 'detection', 'services', 'storage'],
    packages: [
      '#i18n',
      'preact',
      'webextension-polyfill',
      'wxt/browser',
      'wxt/utils/define-background',
      'wxt/utils/define-content-script',
      'wxt/utils/define-unlisted-script',
    ],
  },
  modules: null,
  scripts: null,
  bench: null,
  test: null,
};

/** The rooms whose code ends up in the extension. */
export const PRODUCT_ROOMS = ['core', 'storage', 'detection', 'services', 'components', 'entrypoints'] as const;

/** Whether `file` becomes part of the extension. */
export function isProduct({ path }: SourceFile): boolean {
  return (PRODUCT_ROOMS as readonly string[]).includes(roomOf(path));
}

/** One import or re-export of a module. */
interface Import {
  readonly specifier: string;
  readonly typesOnly: boolean;
}

/** The imports of `file` that the table does not allow, one sentence each. */
export function forbiddenImports(file: SourceFile): string[] {
  const room = roomOf(file.path);
  const door = ROOMS[room];
  if (!door) return [];
  return importsOf(file.program)
    .filter((imported) => !isAllowed(imported, file.path, room, door))
    .map(({ specifier }) => `${file.path} imports ${specifier}`);
}

function isAllowed({ specifier, typesOnly }: Import, path: string, room: string, door: Door): boolean {
  if (!specifier.startsWith('.')) return door.packages.includes(specifier);
  const target = roomOf(posix.join(posix.dirname(path), specifier));
  return target === room || door.rooms.includes(target) || (typesOnly && (door.typesOf ?? []).includes(target));
}

/** The relative imports of `file` that leave out the extension, which no tool here would guess alike. */
export function importsWithoutExtension(file: SourceFile): string[] {
  return importsOf(file.program)
    .filter(({ specifier }) => specifier.startsWith('.') && !/\.\w+$/.test(specifier))
    .map(({ specifier }) => `${file.path} imports ${specifier}`);
}

/** The imports of a set-up script that only exist once packages are installed: it runs before that. */
export function importsOfPackages(file: SourceFile): string[] {
  return importsOf(file.program)
    .filter(({ specifier }) => !specifier.startsWith('node:') && !/^\.\/[\w-]+\.mjs$/.test(specifier))
    .map(({ specifier }) => `${file.path} imports ${specifier}`);
}

function importsOf(program: ESTree.Program): Import[] {
  return [...program.body.flatMap(staticImport), ...dynamicImports(program)];
}

function staticImport(statement: ESTree.Program['body'][number]): Import[] {
  switch (statement.type) {
    case 'ImportDeclaration':
      return [{ specifier: statement.source.value, typesOnly: statement.importKind === 'type' }];
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      if (!statement.source) return [];
      return [{ specifier: statement.source.value, typesOnly: statement.exportKind === 'type' }];
    default:
      return [];
  }
}

function dynamicImports(program: ESTree.Program): Import[] {
  const imports: Import[] = [];
  new Visitor({
    ImportExpression({ source }) {
      const specifier = source.type === 'Literal' ? String(source.value) : 'an address made at run time';
      imports.push({ specifier, typesOnly: false });
    },
  }).visit(program);
  return imports;
}
