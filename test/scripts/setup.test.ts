import { describe, expect, it } from 'vitest';
import { checkNode, installPackages, provideBrowsers, setUp } from '../../scripts/setup.mjs';
import { type PretendSystem, pretendSystem } from './pretend-system.ts';

const LOCKFILE = JSON.stringify({ packages: { 'node_modules/preact': { version: '11.2.0' } } });

function installed(system: PretendSystem): PretendSystem {
  system.files.set('package-lock.json', LOCKFILE).set('node_modules/.package-lock.json', LOCKFILE);
  system.files.set('.wxt/tsconfig.json', '{}');
  return system;
}

function asDebian(system: PretendSystem): PretendSystem {
  system.files.set('/etc/os-release', 'ID=debian\n');
  return system;
}

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('accepts Node %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['20.18.3', '18.20.0', '9.0.0'])('names both versions when Node is %s', (version) => {
    expect(() => checkNode(version)).toThrow(new RegExp(`needs Node 20\\.19 or newer and this is ${version}`));
  });
});

describe('installPackages', () => {
  it('runs nothing when what is installed matches the lockfile', () => {
    const system = installed(pretendSystem());
    installPackages(system);
    expect(system.commands).toEqual([]);
  });

  it('installs from the lockfile when nothing is installed', () => {
    const system = pretendSystem();
    system.files.set('package-lock.json', LOCKFILE);
    installPackages(system);
    expect(system.commands).toEqual(['npm ci --no-audit --no-fund']);
  });

  it('generates the types again when only they are gone', () => {
    const system = installed(pretendSystem());
    system.files.delete('.wxt/tsconfig.json');
    installPackages(system);
    expect(system.commands).toEqual(['npx wxt prepare']);
  });

  it('says what to check when the install fails', () => {
    const system = pretendSystem({}, () => false);
    expect(() => installPackages(system)).toThrow('check the network');
  });
});

describe('provideBrowsers', () => {
  it('looks only for the browsers asked for', () => {
    const system = pretendSystem();
    system.programs.add('/usr/bin/chromium');
    expect(provideBrowsers(['chromium'], system)).toEqual({ chromium: '/usr/bin/chromium' });
  });

  it('installs missing browsers as root on Debian, and none that is there', () => {
    const onRun = (command: string, machine: PretendSystem) => {
      if (command.startsWith('apt-get install')) machine.programs.add('/usr/bin/firefox-esr');
      return true;
    };
    const system = asDebian(pretendSystem({ isRoot: true }, onRun));
    system.programs.add('/usr/bin/chromium');
    expect(provideBrowsers(['chromium', 'firefox'], system)).toEqual({
      chromium: '/usr/bin/chromium',
      firefox: '/usr/bin/firefox-esr',
    });
    expect(system.commands).toEqual([
      'apt-get update -qq',
      'apt-get install -y -qq --no-install-recommends firefox-esr',
    ]);
  });

  it('says what to install when the install brought no browser', () => {
    const system = asDebian(pretendSystem({ isRoot: true }, () => false));
    expect(() => provideBrowsers(['chromium'], system)).toThrow('Chromium was not found');
  });

  it('runs nothing and says what to install when it is not root', () => {
    const system = asDebian(pretendSystem());
    expect(() => provideBrowsers(['firefox'], system)).toThrow('sudo apt-get install firefox-esr');
    expect(system.commands).toEqual([]);
  });

  it('complains about a variable that names no program, and installs nothing over it', () => {
    const system = asDebian(pretendSystem({ isRoot: true, env: { OFFPRINT_CHROMIUM: '/gone' } }));
    expect(() => provideBrowsers(['chromium'], system)).toThrow('OFFPRINT_CHROMIUM names /gone');
    expect(system.commands).toEqual([]);
  });
});

describe('setUp', () => {
  it('does nothing on a folder that is ready, and tells where the browsers are', () => {
    const system = installed(pretendSystem());
    system.programs.add('/usr/bin/chromium').add('/usr/bin/firefox');
    expect(setUp(['chromium', 'firefox'], system)).toEqual({
      chromium: '/usr/bin/chromium',
      firefox: '/usr/bin/firefox',
    });
    expect(system.commands).toEqual([]);
  });
});
