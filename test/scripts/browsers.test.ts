import { describe, expect, it } from 'vitest';
import { debianPackages, findBrowser, howToInstall } from '../../scripts/browsers.mjs';
import { pretendSystem } from './pretend-system.ts';

function debian() {
  const system = pretendSystem();
  system.files.set('/etc/os-release', 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n');
  return system;
}

describe('findBrowser', () => {
  it('finds a browser on PATH', () => {
    const system = pretendSystem({ env: { PATH: '/opt/own:/usr/bin' } });
    system.programs.add('/opt/own/chromium');
    expect(findBrowser('chromium', system)).toBe('/opt/own/chromium');
  });

  it('prefers Chromium to Chrome, wherever each lies', () => {
    const system = pretendSystem({ env: { PATH: '/a:/b' } });
    system.programs.add('/a/google-chrome').add('/b/chromium');
    expect(findBrowser('chromium', system)).toBe('/b/chromium');
  });

  it('looks in the usual folders when PATH is empty', () => {
    const system = pretendSystem({ env: {} });
    system.programs.add('/usr/bin/firefox-esr');
    expect(findBrowser('firefox', system)).toBe('/usr/bin/firefox-esr');
  });

  it('takes the path its variable names before any other', () => {
    const system = pretendSystem({ env: { PATH: '/usr/bin', OFFPRINT_FIREFOX: '/opt/nightly/firefox' } });
    system.programs.add('/usr/bin/firefox').add('/opt/nightly/firefox');
    expect(findBrowser('firefox', system)).toBe('/opt/nightly/firefox');
  });

  it('finds nothing rather than another browser when its variable names a wrong path', () => {
    const system = pretendSystem({ env: { PATH: '/usr/bin', OFFPRINT_FIREFOX: '/gone' } });
    system.programs.add('/usr/bin/firefox');
    expect(findBrowser('firefox', system)).toBeNull();
  });

  it('finds the applications of macOS, also those of one person', () => {
    const system = pretendSystem({ platform: 'darwin' });
    system.programs.add('/home/reader/Applications/Firefox.app/Contents/MacOS/firefox');
    expect(findBrowser('firefox', system)).toContain('Firefox.app');
    expect(findBrowser('firefox', { ...system, platform: 'linux' })).toBeNull();
  });

  it('finds the programs of Windows', () => {
    const env = { 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)` };
    const system = pretendSystem({ platform: 'win32', env });
    system.programs.add(String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`);
    expect(findBrowser('chromium', system)).toContain('msedge.exe');
  });
});

describe('debianPackages', () => {
  it('names the packages of Debian', () => {
    expect(debianPackages(['chromium', 'firefox'], debian())).toEqual(['chromium', 'firefox-esr']);
  });

  it('names the packages of Ubuntu and the systems made from it', () => {
    const system = pretendSystem();
    system.files.set('/etc/os-release', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n');
    expect(debianPackages(['chromium', 'firefox'], system)).toEqual(['chromium-browser', 'firefox']);
  });

  it('knows none for other systems', () => {
    const system = pretendSystem();
    system.files.set('/etc/os-release', 'ID=fedora\n');
    expect(debianPackages(['chromium'], system)).toBeNull();
  });
});

describe('howToInstall', () => {
  it('gives the one command that brings every missing browser on Debian', () => {
    expect(howToInstall(['chromium', 'firefox'], debian())).toContain('"sudo apt-get install chromium firefox-esr"');
  });

  it('gives the Homebrew command on macOS', () => {
    const message = howToInstall(['chromium'], pretendSystem({ platform: 'darwin' }));
    expect(message).toContain('"brew install --cask chromium"');
  });

  it('names the browser and its variable on a system it does not know', () => {
    const message = howToInstall(['firefox'], pretendSystem({ platform: 'freebsd' }));
    expect(message).toContain('Firefox was not found');
    expect(message).toContain('OFFPRINT_FIREFOX');
  });
});
