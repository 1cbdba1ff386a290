import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dependencies, devDependencies } from '../../package.json';

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const TEXT = readFileSync('package-lock.json', 'utf8');

const PACKAGES = Object.entries<LockedPackage>(JSON.parse(TEXT).packages).filter(([path]) => path !== '');

/** What may be shipped inside the extension: licences that ask for no more than their text. MPL-2.0 is the polyfill's, used unchanged. */
const FOR_SHIPPING = ['0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MPL-2.0', 'PSF-2.0'];

/** Licences that would bind whoever builds or tests Offprint; a choice of licences is fine as long as one is free of it. */
function bindsUs(license: string | undefined): boolean {
  if (license === undefined) return true;
  return license
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .every((choice) => /GPL|SSPL|BUSL|NC|UNLICENSED|SEE LICENSE|Commons-Clause/.test(choice));
}

function names(packages: readonly (readonly [string, LockedPackage])[]): string[] {
  return packages.map(([path]) => path);
}

describe('the packages this project stands on', () => {
  it('are pinned to one version each', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are locked without the address of any registry', () => {
    expect(TEXT.includes('"resolved"')).toBe(false);
  });

  it('are all locked by their content', () => {
    expect(PACKAGES.length).toBeGreaterThan(100);
    expect(names(PACKAGES.filter(([, { integrity }]) => integrity === undefined))).toEqual([]);
  });

  it('are locked for every system, so that npm ci works on each', () => {
    const paths = names(PACKAGES);
    const optional = PACKAGES.flatMap(([, locked]) => Object.keys(locked.optionalDependencies ?? {}));
    const missing = optional.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });

  it('run no script of their own when they are installed', () => {
    expect(names(PACKAGES.filter(([, { hasInstallScript }]) => hasInstallScript))).toEqual([]);
  });

  it('have licences that leave us free', () => {
    expect(names(PACKAGES.filter(([, { license }]) => bindsUs(license)))).toEqual([]);
  });

  it('have licences fit for shipping, where they are shipped', () => {
    const shipped = PACKAGES.filter(([, { dev, devOptional }]) => !dev && !devOptional);
    expect(shipped.length).toBeGreaterThan(0);
    expect(names(shipped.filter(([, { license }]) => !FOR_SHIPPING.includes(license ?? '')))).toEqual([]);
  });
});

describe('bindsUs', () => {
  it.each(['GPL-3.0-or-later', 'AGPL-3.0', 'LGPL-2.1', 'CC-BY-NC-4.0', 'SSPL-1.0', undefined])(
    'is true of %s',
    (license) => {
      expect(bindsUs(license)).toBe(true);
    },
  );

  it.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'Apache-2.0'])('is false of %s', (license) => {
    expect(bindsUs(license)).toBe(false);
  });
});
