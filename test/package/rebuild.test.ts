import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, type Files, PACKAGES, readFolder, readPackage, unpack } from './packages.ts';

/**
 * The Firefox store's reviewers get the sources package and have to build what we hand in from it. So does this test: in
 * another folder, from nothing but that package and the packages its lockfile names.
 */
describe('the sources package, unpacked elsewhere and built with npm ci and npm run zip', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'offprint-rebuild-'));
    await writeFiles(unpack(await readPackage(PACKAGES.sources)), folder);
    npm(folder, 'ci', '--prefer-offline', '--no-audit', '--no-fund');
    npm(folder, 'run', 'zip');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['firefox-mv3', 'chrome-mv3'])('gives every file of %s again, byte for byte', async (build) => {
    const rebuilt = await readFolder(join(folder, '.output', build));
    expect(rebuilt.size).toBeGreaterThan(0);
    expect(differences(rebuilt, await readFolder(join('.output', build)))).toEqual([]);
  });

  it.each(Object.values(PACKAGES))('gives %s again, byte for byte', async (name) => {
    const rebuilt = await readPackage(name, folder);
    expect(Buffer.compare(rebuilt, await readPackage(name))).toBe(0);
  });
});

async function writeFiles(files: Files, folder: string): Promise<void> {
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

function npm(folder: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: folder,
    env: withoutVitest(process.env),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
}

/** What vitest sets would make the build one for tests: `NODE_ENV` decides which half of a library is kept. */
function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(NODE_ENV|VITEST\w*|TEST|MODE|DEV|PROD|SSR|BASE_URL)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}
