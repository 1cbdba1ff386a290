import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_WAIT_MS } from '../../core/library/retry.ts';
import { acceptsContentType, parseRetryAfter, problemOfStatus } from '../../services/response-rules.ts';

const noHeaders = new Headers();

describe('the content types', () => {
  it('accepts what each alternate may be served as, with or without the charset', () => {
    expect(acceptsContentType('jsonld', 'application/ld+json; charset=utf-8')).toBe(true);
    expect(acceptsContentType('jsonld', 'application/json')).toBe(true);
    expect(acceptsContentType('json', 'Application/JSON;charset="UTF-8"')).toBe(true);
    expect(acceptsContentType('md', 'text/markdown')).toBe(true);
    expect(acceptsContentType('txt', 'text/plain; charset=utf8')).toBe(true);
    expect(acceptsContentType('inline', 'text/html')).toBe(true);
  });

  it('refuses a page instead of data, data without a type, and other charsets', () => {
    expect(acceptsContentType('jsonld', 'text/html')).toBe(false);
    expect(acceptsContentType('json', '')).toBe(false);
    expect(acceptsContentType('md', 'text/html')).toBe(false);
    expect(acceptsContentType('json', 'application/json; charset=iso-8859-1')).toBe(false);
    expect(acceptsContentType('jsonld', 'application/octet-stream')).toBe(false);
  });
});

describe('the status', () => {
  it.each([
    [404, 'not-found'],
    [410, 'gone'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [403, 'refused'],
    [204, 'refused'],
    [304, 'refused'],
  ])('%i is %s', (status, kind) => {
    expect(problemOfStatus(status, noHeaders)?.kind).toBe(kind);
  });

  it('200 is no problem', () => {
    expect(problemOfStatus(200, noHeaders)).toBeNull();
  });

  it('keeps how long the server asked us to wait', () => {
    expect(problemOfStatus(429, new Headers({ 'retry-after': '7' }))).toMatchObject({ retryAfterMs: 7_000 });
  });
});

describe('Retry-After', () => {
  it('is read as seconds, or as a date against the server’s own clock', () => {
    expect(parseRetryAfter('120', null)).toBe(120_000);
    expect(parseRetryAfter('Mon, 23 Nov 2026 10:00:30 GMT', 'Mon, 23 Nov 2026 10:00:00 GMT')).toBe(30_000);
  });

  it('says nothing when it is absent, nonsense, or a date without a clock to read it against', () => {
    expect(parseRetryAfter(null, null)).toBeNull();
    expect(parseRetryAfter('soon', null)).toBeNull();
    expect(parseRetryAfter('Mon, 23 Nov 2026 10:00:30 GMT', null)).toBeNull();
  });

  it('never makes us wait more than an hour, or a negative time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.bigInt().map(String), fc.string()), (header) => {
        const wait = parseRetryAfter(header, 'Mon, 23 Nov 2026 10:00:00 GMT');
        expect(wait === null || (wait >= 0 && wait <= LONGEST_WAIT_MS)).toBe(true);
      }),
    );
  });
});
