import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The two builds, as folders of `.output`. */
export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;

export type Build = (typeof BUILDS)[number];

/** Kinds of built files that hold text. */
const TEXT = /\.(js|css|html|json)$/;

function folderOf(build: Build): string {
  const folder = join('.output', build);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`${folder} is missing: "npm test" and "npm run build" build it.`);
}

/** The text of one built file. */
export function readBuilt(build: Build, name: string): string {
  return readFileSync(join(folderOf(build), name), 'utf8');
}

/** Name, with forward slashes, to size in bytes of every built file. */
export function builtSizes(build: Build): Map<string, number> {
  const folder = folderOf(build);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), statSync(join(folder, name)).size]));
}

/** Name to text of every built file that holds text. */
export function builtTexts(build: Build): Map<string, string> {
  const names = [...builtSizes(build).keys()].filter((name) => TEXT.test(name));
  return new Map(names.map((name) => [name, readBuilt(build, name)]));
}
