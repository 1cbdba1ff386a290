import { describe, expect, it } from 'vitest';
import { hasDisplay, parseStartOptions } from '../../scripts/start-options.mjs';
import { pretendSystem } from './pretend-system.ts';

describe('parseStartOptions', () => {
  it('is all off when nothing was typed', () => {
    expect(parseStartOptions([])).toEqual({ live: false, firefox: false, headless: false, help: false });
  });

  it('reads each option', () => {
    expect(parseStartOptions(['--firefox', '--headless'])).toMatchObject({
      firefox: true,
      headless: true,
      live: false,
    });
  });

  it.each(['--fast', 'firefox', '-h', '--constructor', ''])('names an unknown option: "%s"', (arg) => {
    expect(() => parseStartOptions([arg])).toThrow(`There is no option ${arg}`);
  });

  it('does not take --live and --headless together', () => {
    expect(() => parseStartOptions(['--live', '--headless'])).toThrow('cannot be --headless');
  });
});

describe('hasDisplay', () => {
  it.each([{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }])('sees the one of Linux: %j', (env) => {
    expect(hasDisplay(pretendSystem({ env }))).toBe(true);
  });

  it('sees none on a bare Linux machine', () => {
    expect(hasDisplay(pretendSystem({ env: { DISPLAY: '' } }))).toBe(false);
  });

  it('takes macOS and Windows to have one', () => {
    expect(hasDisplay(pretendSystem({ platform: 'darwin' }))).toBe(true);
    expect(hasDisplay(pretendSystem({ platform: 'win32' }))).toBe(true);
  });
});
