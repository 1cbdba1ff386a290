import { homedir, tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { type Files, PACKAGES, readFolder, readPackage, unpack } from './packages.ts';

const STORE_PACKAGES = [
  [PACKAGES.chrome, 'chrome-mv3'],
  [PACKAGES.firefox, 'firefox-mv3'],
] as const;

/** Places of the machine that built the package: its paths have no business in what is shipped. */
const MACHINE_PLACES = [process.cwd(), `${homedir()}/`, `${tmpdir()}/`, 'file:///'];

describe.each(STORE_PACKAGES)('%s', (name, build) => {
  it('holds exactly the files of the build that was tested', async () => {
    const packed = unpack(await readPackage(name));
    const built = await readFolder(`.output/${build}`);
    expect([...packed.keys()].sort()).toEqual([...built.keys()].sort());
  });

  it('holds only kinds of files a browser needs', async () => {
    const packed = unpack(await readPackage(name));
    const kinds = new Set([...packed.keys()].map((file) => file.slice(file.lastIndexOf('.') + 1)));
    expect([...kinds].filter((kind) => !['css', 'html', 'js', 'json', 'png'].includes(kind))).toEqual([]);
  });

  it('points to no source map', async () => {
    const packed = unpack(await readPackage(name));
    expect(filesWith(packed, ['sourceMappingURL'])).toEqual([]);
  });

  it('names no path of the machine that built it', async () => {
    const packed = unpack(await readPackage(name));
    expect(filesWith(packed, [...MACHINE_PLACES, 'node_modules'])).toEqual([]);
  });
});

describe(PACKAGES.sources, () => {
  it('holds no tests, no build output and no hidden file', async () => {
    const names = [...unpack(await readPackage(PACKAGES.sources)).keys()];
    expect(names.filter((file) => /(^|\/)(test|bench|node_modules|\.[^/]*)\/|(^|\/)\.|\.test\./.test(file))).toEqual(
      [],
    );
  });

  it('names no path of the machine that packed it', async () => {
    const packed = unpack(await readPackage(PACKAGES.sources));
    expect(filesWith(packed, MACHINE_PLACES)).toEqual([]);
  });
});

describe('filesWith', () => {
  it('finds a text wherever it stands in a file', () => {
    const files = new Map([['chunks/a.js', new TextEncoder().encode('x("/home/reader/a.ts")')]]);
    expect(filesWith(files, ['/home/reader/'])).toEqual(['chunks/a.js']);
    expect(filesWith(files, ['/home/other/'])).toEqual([]);
  });
});

function filesWith(files: Files, texts: readonly string[]): string[] {
  const decoder = new TextDecoder('latin1');
  const holdsOne = (bytes: Uint8Array) => {
    const content = decoder.decode(bytes);
    return texts.some((text) => content.includes(text));
  };
  return [...files].filter(([, bytes]) => holdsOne(bytes)).map(([name]) => name);
}
