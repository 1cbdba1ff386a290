import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDeadline } from '../../services/deadline.ts';
import { FETCH_LIMITS } from '../../services/fetch-limits.ts';
import { fetchSource } from '../../services/fetch-source.ts';
import { type Answer, fakeSite } from '../support/fake-site.ts';

const SLUG = 'a-first-article';
const never = new AbortController().signal;

/** Fetches the JSON-LD alternate from a site that answers with `answer`. */
function fetchFrom(answer: Answer | (() => Promise<Response>), signal: AbortSignal = never) {
  const site = fakeSite({ jsonld: answer });
  return { site, result: fetchSource(SLUG, 'jsonld', { fetch: site.fetch, limits: FETCH_LIMITS, signal }) };
}

describe('a request', () => {
  it('asks for the alternate without credentials or a referrer', async () => {
    const { site, result } = fetchFrom({ body: '{}' });
    await result;
    expect(site.asked).toHaveLength(1);
    expect(site.asked[0]?.address).toBe('https://wpnews.pro/news/a-first-article.jsonld');
    expect(site.asked[0]?.request).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
  });

  it('answers text, bytes, type and ETag', async () => {
    const { result } = fetchFrom({ body: '{"é":1}', headers: { etag: '"7"' } });
    expect(await result).toMatchObject({
      ok: true,
      value: { slug: SLUG, source: 'jsonld', text: '{"é":1}', contentType: 'application/ld+json', etag: '"7"' },
    });
  });
});

describe('a redirect', () => {
  it.each(['https://wpnews.pro/news/a-first-article.jsonld?v=2', 'https://wpnews.pro/news/a-first-article.json'])(
    'to another spelling of the same article, %s, is followed',
    async (url) => {
      expect(await fetchFrom({ body: '{}', url }).result).toMatchObject({ ok: true, value: { slug: SLUG } });
    },
  );

  it('to a renamed slug is followed, and the new slug told', async () => {
    const url = 'https://wpnews.pro/news/its-new-name.jsonld';
    expect(await fetchFrom({ body: '{}', url }).result).toMatchObject({ ok: true, value: { slug: 'its-new-name' } });
  });

  it.each([
    'https://evil.example/news/a-first-article.jsonld',
    'http://wpnews.pro/news/a-first-article.jsonld',
    'https://wpnews.pro:8443/news/a-first-article.jsonld',
    'https://wpnews.pro.evil.example/news/a-first-article.jsonld',
    'https://wpnews.pro/login',
    'http://127.0.0.1/news/a-first-article.jsonld',
  ])('to %s is misdirected, whatever it serves', async (url) => {
    expect(await fetchFrom({ body: '{}', url }).result).toMatchObject({ ok: false, problem: { kind: 'misdirected' } });
  });

  it('that the policy or a circle stops is misdirected, not offline', async () => {
    const answers = [Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })];
    const { result } = fetchFrom(async () => {
      const next = answers.shift();
      if (next === undefined) throw new TypeError('Failed to fetch');
      return next;
    });
    expect(await result).toMatchObject({ ok: false, problem: { kind: 'misdirected' } });
  });
});

describe('a failure', () => {
  it('before any answer is offline', async () => {
    const { result } = fetchFrom(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await result).toMatchObject({ ok: false, problem: { kind: 'offline' } });
  });

  it('in the middle of the body is truncated', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) });
    const url = 'https://wpnews.pro/news/a-first-article.jsonld';
    const { result } = fetchFrom(async () => {
      const response = new Response(broken, { headers: { 'content-type': 'application/ld+json' } });
      return Object.defineProperty(response, 'url', { value: url });
    });
    expect(await result).toMatchObject({ ok: false, problem: { kind: 'truncated' } });
  });

  it.each([
    [{ status: 404 }, 'not-found'],
    [{ status: 410 }, 'gone'],
    [{ status: 429 }, 'rate-limited'],
    [{ status: 502 }, 'server-error'],
    [{ type: 'text/html', body: '<h1>Log in</h1>' }, 'wrong-type'],
    [{ body: 'x'.repeat(5_000_001) }, 'too-large'],
  ] as const)('of %o is %s', async (answer, kind) => {
    expect(await fetchFrom(answer).result).toMatchObject({ ok: false, problem: { kind } });
  });
});

describe('the deadlines', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A site that never answers, but hears when it is hung up on. */
  const silent = (address: string | URL | Request, request: RequestInit = {}): Promise<Response> =>
    new Promise((_, reject) => {
      request.signal?.addEventListener('abort', () => reject(request.signal?.reason));
      void address;
    });

  /** A body that sends one byte every `everyMs`. */
  function dripping(everyMs: number, signal: AbortSignal | null | undefined): Response {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const timer = setInterval(() => controller.enqueue(new Uint8Array([32])), everyMs);
        signal?.addEventListener('abort', () => {
          clearInterval(timer);
          controller.error(signal.reason);
        });
      },
    });
    const response = new Response(body, { headers: { 'content-type': 'application/ld+json' } });
    return Object.defineProperty(response, 'url', { value: 'https://wpnews.pro/news/a-first-article.jsonld' });
  }

  async function timeUntilGivenUp(fetch: typeof globalThis.fetch): Promise<number> {
    const started = Date.now();
    const whole = startDeadline(FETCH_LIMITS.totalMs);
    const result = fetchSource(SLUG, 'jsonld', { fetch, limits: FETCH_LIMITS, signal: whole.signal });
    const ended = result.then(() => Date.now() - started);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await result).toMatchObject({ ok: false, problem: { kind: 'timeout' } });
    return ended;
  }

  it('end a request whose headers do not come in ten seconds', async () => {
    expect(await timeUntilGivenUp(silent as typeof fetch)).toBe(10_000);
  });

  it('end a body after five seconds without a byte', async () => {
    expect(await timeUntilGivenUp(async (_, request) => dripping(60_000, request?.signal))).toBe(5_000);
  });

  it('end a drip after thirty seconds in all', async () => {
    expect(await timeUntilGivenUp(async (_, request) => dripping(1_000, request?.signal))).toBe(30_000);
  });
});
