import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { version } from '../../package.json';

/** File name inside a package or folder, with forward slashes, to its bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The three files of a release, by what they are for. */
export const PACKAGES = {
  chrome: `offprint-${version}-chrome.zip`,
  firefox: `offprint-${version}-firefox.zip`,
  sources: `offprint-${version}-sources.zip`,
} as const;

/** The bytes of one package under `root`; where it is missing, the error says which command builds it. */
export async function readPackage(name: string, root = '.'): Promise<Uint8Array> {
  try {
    return await readFile(join(root, '.output', name));
  } catch {
    throw new Error(`.output/${name} is missing: "npm test" and "npm run zip" build it.`);
  }
}

/** What is inside a package. */
export function unpack(bytes: Uint8Array): Files {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
}

/** Every file under `folder`, at any depth. */
export async function readFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = paths.map(async (path) => [nameIn(folder, path), await readFile(path)] as const);
  return new Map(await Promise.all(named));
}

function nameIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** The names whose bytes differ between the two, or that only one of them has, in order. */
export function differences(left: Files, right: Files): string[] {
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => !sameBytes(left.get(name), right.get(name))).sort();
}

function sameBytes(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  return left !== undefined && right !== undefined && Buffer.compare(left, right) === 0;
}
