import { describe, expect, it } from 'vitest';
import { packagesMatch } from '../../scripts/packages.mjs';

const PREACT = { version: '11.2.0', integrity: 'sha512-preact' };
const FOR_ANOTHER_SYSTEM = { version: '1.0.0', integrity: 'sha512-other', optional: true };

function lockfile(packages: object): string {
  return JSON.stringify({ packages: { '': { name: 'offprint' }, ...packages } });
}

describe('packagesMatch', () => {
  it('is true when every package of the lockfile is installed', () => {
    const packages = { 'node_modules/preact': PREACT };
    expect(packagesMatch(lockfile(packages), lockfile(packages))).toBe(true);
  });

  it('is false when nothing was installed, or an install was broken off', () => {
    expect(packagesMatch(lockfile({}), null)).toBe(false);
  });

  it('is false when a package is missing', () => {
    expect(packagesMatch(lockfile({ 'node_modules/preact': PREACT }), lockfile({}))).toBe(false);
  });

  it('allows an optional package to be missing, as npm leaves out those for other systems', () => {
    expect(packagesMatch(lockfile({ 'node_modules/other': FOR_ANOTHER_SYSTEM }), lockfile({}))).toBe(true);
  });

  it.each([
    ['version', { ...PREACT, version: '11.1.0' }],
    ['content', { ...PREACT, integrity: 'sha512-changed' }],
  ])('is false when an installed package has another %s', (_, installed) => {
    const wanted = lockfile({ 'node_modules/preact': PREACT });
    expect(packagesMatch(wanted, lockfile({ 'node_modules/preact': installed }))).toBe(false);
  });

  it('is false when a package is left over from an earlier lockfile', () => {
    expect(packagesMatch(lockfile({}), lockfile({ 'node_modules/preact': PREACT }))).toBe(false);
  });
});
