import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanBlock, cleanLine, decodeEntities, isWebPage, lettersOf } from '../../../core/article/text.ts';
import { cpuTimeOf } from './cpu-time.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const halves = fc
  .array(fc.constantFrom('\uD83D', '\uDE00', 'a', '&#xD800;', '&#0;', ' ', '\u202E'))
  .map((all) => all.join(''));

describe('cleanLine', () => {
  it('cuts at the limit without splitting a character', () => {
    expect(cleanLine('abc😀', 4)).toBe('abc');
    expect(cleanLine('abc😀', 5)).toBe('abc😀');
    expect(cleanLine('word '.repeat(10), 5)).toBe('word');
  });

  it('decodes entities once and only whole ones', () => {
    expect(cleanLine('R&D&section &amp;lt; AT&T &copy 2026 &eacute;', 100)).toBe('R&D&section &lt; AT&T &copy 2026 é');
  });

  it('keeps joiners and marks of direction, drops overrides and controls', () => {
    expect(cleanLine('می\u200Cخواهم \u200Eok\u202E\u2066\u0007', 100)).toBe('می\u200Cخواهم \u200Eok');
  });

  it.each(['', ' \n\t', '\u0000', 'null', ' undefined ', '[object Object]', 'NaN', '&#0;'])(
    'takes %j for no text',
    (text) => {
      expect(cleanLine(text, 100)).toBeNull();
    },
  );

  it('keeps a replacement character that was sent, and never makes one', () => {
    expect(cleanLine('a\uFFFDb', 100)).toBe('a\uFFFDb');
    fc.assert(
      fc.property(fc.oneof(anyText, halves), (text) => {
        const line = cleanLine(text, 50) ?? '';
        expect(line.isWellFormed()).toBe(true);
        expect(line.length).toBeLessThanOrEqual(50);
        if (!text.includes('\uFFFD')) expect(line).not.toContain('\uFFFD');
      }),
    );
  });

  it('is done with five million characters at once', () => {
    expect(cpuTimeOf(() => cleanLine('&amp; \u202E'.repeat(1_000_000), 1_000))).toBeLessThan(500);
    expect(cpuTimeOf(() => cleanLine(' '.repeat(5_000_000), 1_000))).toBeLessThan(500);
  });
});

describe('cleanBlock', () => {
  it('changes nothing that it has cleaned before', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, halves), (text) => {
        const once = cleanBlock(text);
        expect(once === null ? null : cleanBlock(once)).toBe(once);
        expect(once?.isWellFormed() ?? true).toBe(true);
      }),
    );
  });

  it('keeps tabs, indentation and diagrams', () => {
    expect(cleanBlock('\r\n\tcode\r   │ ──►\u2028end  \n')).toBe('\tcode\n   │ ──►\nend');
  });

  it('is done with five million characters of white space in time', () => {
    const blank = `${' '.repeat(2_500_000)}\n${'\n '.repeat(1_250_000)}`;
    expect(cpuTimeOf(() => expect(cleanBlock(blank)).toBeNull())).toBeLessThan(2_000);
  });
});

it('decodeEntities leaves a text without ampersands as it is', () => {
  expect(decodeEntities('a < b')).toBe('a < b');
});

it('lettersOf sees past quotes, spaces, case and width', () => {
  expect(lettersOf('“It’s”  ＡＩ — 2026!')).toBe('itsai2026');
});

it.each([
  ['<!DOCTYPE html>', true],
  ['\uFEFF \n<html lang="en">', true],
  ['<?xml version="1.0"?>\n<!-- x --><html>', true],
  ['# <html>', false],
  ['<https://example.org>', false],
  ['<header', false],
])('isWebPage(%j) is %s', (text, expected) => {
  expect(isWebPage(text)).toBe(expected);
});
