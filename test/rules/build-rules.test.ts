import { describe, expect, it } from 'vitest';
import { foreignAddresses, inlineCode, outsideListeners, runsText } from './build-rules.ts';

describe('foreignAddresses', () => {
  it.each([
    'fetch("https://example.com/x")',
    'new WebSocket("wss://wpnews.pro/live")',
    'const a = "https://wpnews.pro.example.com/"',
    'const a = "http://wpnews.pro/"',
    '<script src="//cdn.example.com/x.js">',
    'a{background:url(//cdn.example.com/x.png)}',
    'const a = "http://www.w3.org/other"',
  ])('finds the one in %s', (text) => {
    expect(foreignAddresses(text)).toHaveLength(1);
  });

  it.each([
    '"https://wpnews.pro"',
    '`https://wpnews.pro/news/`',
    '"http://www.w3.org/2000/svg"',
    '"https://schema.org/"',
    '"https://reserve.invalid/room"',
    '"https://" + host',
  ])('knows %s', (text) => {
    expect(foreignAddresses(text)).toEqual([]);
  });
});

describe('runsText', () => {
  it.each(['eval(x)', 'new Function(x)', 'Function(x)()', 'import(x)'])('finds %s', (script) => {
    expect(runsText('a.js', script)).toHaveLength(1);
  });

  it('leaves look-alikes alone', () => {
    expect(runsText('a.js', 'import("./a.js"); import(`./b.js`); medieval(x); x instanceof Function;')).toEqual([]);
  });
});

describe('outsideListeners', () => {
  it('finds a listener, and not the name of the event in the table of the polyfill', () => {
    expect(outsideListeners('r.runtime.onMessageExternal.addListener(f)')).toHaveLength(1);
    expect(outsideListeners('{runtime:{onMessageExternal:u(f)}}')).toEqual([]);
  });
});

describe('inlineCode', () => {
  it.each(['<script>x()</script>', '<style>a{}</style>', '<p style="color:red">', '<body onload="x()">'])(
    'finds %s',
    (html) => {
      expect(inlineCode(html)).toHaveLength(1);
    },
  );

  it('leaves scripts of their own file alone', () => {
    expect(inlineCode('<script type="module" crossorigin src="/a.js"></script>')).toEqual([]);
  });
});
