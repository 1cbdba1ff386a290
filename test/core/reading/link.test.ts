import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_ADDRESS, tellingHost, type WebAddress, webAddress } from '../../../core/reading/link.ts';

const BASE = 'https://source.example/stories/one.html?x=1';

describe('webAddress', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com', 'http://example.com/'],
    ['HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
    ['two.html', 'https://source.example/stories/two.html'],
    ['/top', 'https://source.example/top'],
    ['#part', 'https://source.example/stories/one.html?x=1#part'],
    ['//other.example/a', 'https://other.example/a'],
    ['https://example.com/é ü', 'https://example.com/%C3%A9%20%C3%BC'],
    ['https://пример.example', 'https://xn--e1afmkfd.example/'],
  ])('resolves %s', (address, expected) => {
    expect(webAddress(address, BASE)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1):',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    'filesystem:https://example.com/temporary/a',
    'chrome://settings',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop/library.html',
    'moz-extension://00000000-0000-4000-8000-000000000000/library.html',
    'about:blank',
    'view-source:https://example.com',
    'intent://example.com#Intent;end',
    'mailto:a@example.com',
    'tel:+1',
    'ftp://example.com',
    'ws://example.com',
    'https://bank.example@evil.example/',
    'https://user:word@evil.example/',
    'https://',
    'https://exa mple.com/',
    'https://example.com/\u202egpj.exe',
  ])('refuses %j', (address) => {
    const passed = webAddress(address, BASE);
    expect(passed === null || new URL(passed).host === 'source.example').toBe(true);
    expect(webAddress(address, null)).toBeNull();
  });

  it('refuses a relative address without a base, and one that is too long', () => {
    expect(webAddress('two.html', null)).toBeNull();
    expect(webAddress(`https://example.com/${'x'.repeat(LONGEST_ADDRESS)}`, null)).toBeNull();
  });

  it('gives nothing but http and https without user information, whatever comes in', () => {
    const character = fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCharCode(code));
    const scheme = fc.constantFrom('javascript:', 'data:', 'https:', 'http:', 'blob:https:', 'file:', 'x:', '');
    const address = fc
      .tuple(scheme, fc.constantFrom('//', '/', '\\\\', ''), fc.string({ unit: character }))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(address, (text) => {
        const passed = webAddress(text, BASE);
        if (passed === null) return;
        const { protocol, username, password, href } = new URL(passed);
        expect(['http:', 'https:']).toContain(protocol);
        expect(username + password).toBe('');
        expect(href).toBe(passed);
      }),
      { numRuns: 500 },
    );
  });
});

describe('tellingHost', () => {
  const address = (text: string): WebAddress => {
    const passed = webAddress(text, null);
    if (passed === null) throw new Error(`no address: ${text}`);
    return passed;
  };

  it.each([
    ['https://evil.example/', 'apple.com', 'evil.example'],
    ['https://evil.example/', 'https://apple.com/store', 'evil.example'],
    ['https://evil.example/', 'Sign in at www.apple.com, please', 'evil.example'],
    ['https://evil.example/', '(apple.com)', 'evil.example'],
    ['https://evil.example/', 'APPLE.COM', 'evil.example'],
    ['https://apple.com.evil.example/', 'https://apple.com', 'apple.com.evil.example'],
    ['https://apple.com/', 'аррӏе.com', 'apple.com'],
    ['https://xn--80ak6aa92e.com/', 'Apple', 'xn--80ak6aa92e.com'],
    ['https://evil.example/', '//apple.com', 'evil.example'],
  ])('tells where %s goes when the text says %s', (target, text, host) => {
    expect(tellingHost(address(target), text)).toBe(host);
  });

  it.each([
    ['https://apple.com/store', 'apple.com/store'],
    ['https://www.apple.com/', 'apple.com'],
    ['https://apple.com/', 'https://www.apple.com'],
    ['https://nodejs.org/', 'Node.js'],
    ['https://example.com/', 'the report, e.g. its v1.2 of 3.5 %'],
    ['https://example.com/a', 'https://example.com/a.'],
    ['https://example.com/', ''],
  ])('says nothing of %s under the text %s', (target, text) => {
    expect(tellingHost(address(target), text)).toBeNull();
  });

  it('is quick on a long text without spaces', () => {
    const start = performance.now();
    tellingHost(address('https://example.com/'), 'a.'.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(200);
  });
});
