import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync } from 'vite';

/** One of our files as the rules see it: its path from the project's root, its text and its syntax tree. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly program: ESTree.Program;
  readonly comments: readonly { readonly value: string }[];
}

const SOURCE = /\.(tsx?|mjs)$/;

/** Folders at the root that hold nothing of ours to judge. */
const NOT_OURS = new Set(['node_modules', 'public', 'assets', 'docs', 'locales']);

/** Parses `text` as the file `path` would be; throws where it is no valid source. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return { path, text, program, comments };
}

/** Every TypeScript and JavaScript file of the project, the root's own included, in order. */
export function readSources(): SourceFile[] {
  return sourcePaths().map((path) => parseSource(path, readFileSync(path, 'utf8')));
}

/** The folders at the project's root that hold sources of ours. */
export function sourceFolders(): string[] {
  const folders = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).filter((name) => !name.startsWith('.') && !NOT_OURS.has(name));
}

function sourcePaths(): string[] {
  const atTheRoot = readdirSync('.');
  const inFolders = sourceFolders().flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name).replaceAll('\\', '/')),
  );
  return [...atTheRoot, ...inFolders].filter((path) => SOURCE.test(path)).sort();
}

/** The folder at the root that a path lies in, or '' for the root itself. */
export function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}
