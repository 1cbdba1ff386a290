import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SEED_SLUG } from '../site/article.ts';
import { ask } from '../site/ask.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import type { RedirectTarget } from '../site/fault.ts';
import { FOREIGN_WORDS } from '../site/foreign-host.ts';
import { generatedArticle, generatedArticles } from '../site/generated-articles.ts';
import { VARIANTS, type VariantName } from '../site/variants.ts';

const PAGE = `/news/${SEED_SLUG}`;
const JSONLD = `${PAGE}.jsonld`;
const HEADLINE = 'South Korea, Japan Agree Continued Defense Cooperation Including AI';

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite();
});

afterEach(() => {
  site.clearFaults();
  site.clearLog();
  site.dress(SEED_SLUG, 'plain');
});

afterAll(() => site.stop());

const text = async (path: string) => (await ask(site, path)).body.toString('utf8');

describe('an ordinary day', () => {
  it('serves the page with its headline, its alternates and inline JSON-LD', async () => {
    const page = await text(PAGE);
    expect(page).toContain(`<h1>${HEADLINE}</h1>`);
    expect(page).toContain(`<title>${HEADLINE} — Web Pulse</title>`);
    expect(page).toContain(`<link rel="canonical" href="https://wpnews.pro${PAGE}">`);
    for (const suffix of ['md', 'txt', 'jsonld', 'json'])
      expect(page).toContain(`href="https://wpnews.pro${PAGE}.${suffix}"`);
    const inline = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(inline)).toMatchObject({ '@type': 'NewsArticle', headline: HEADLINE });
  });

  it('serves the record with the keys of the real one, in their order', async () => {
    const record: Record<string, unknown> = JSON.parse(await text(`${PAGE}.json`));
    expect(Object.keys(record).join(' ')).toBe(
      'slug title summary body_md url canonical_source published_at updated_at lang topics entities alternates',
    );
  });

  it('serves Markdown with source and date above the body', async () => {
    expect(await text(`${PAGE}.md`)).toMatch(
      /^# South Korea.*\n\n> Source: <https:\/\/.*>\n> Published: 2026-06-28 04:40:03\+00:00\n\nSouth/,
    );
  });

  it.each(['/', '/news', '/topics', '/topics/ai-policy'])('serves the listing %s', async (path) => {
    expect(await text(path)).toContain('<h1>');
  });

  it.each(['/news/no-such-article', '/news/no-such-article.jsonld', '/topics/no-such-topic', '/elsewhere'])(
    'answers 404 to %s',
    async (path) => {
      expect((await ask(site, path)).status).toBe(404);
    },
  );

  it('answers 304 to a matching entity tag, until the article is updated', async () => {
    const { headers } = await ask(site, JSONLD);
    const ifNoneMatch = { headers: { 'if-none-match': headers.etag ?? '' } };
    expect(await ask(site, JSONLD, ifNoneMatch)).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    const { updated_at } = site.update(SEED_SLUG);
    expect(updated_at).toBe('2026-06-28 06:40:42.082000+00:00');
    expect(await ask(site, JSONLD, ifNoneMatch)).toMatchObject({ status: 200 });
  });

  it('answers HEAD with headers alone', async () => {
    const { status, headers, body } = await ask(site, PAGE, { method: 'HEAD' });
    expect([status, body.length]).toEqual([200, 0]);
    expect(Number(headers['content-length'])).toBeGreaterThan(1000);
  });

  it('keeps a log of host, server name, path and headers', async () => {
    await ask(site, '/news?page=2', { host: 'other.example', headers: { 'x-probe': 'yes' } });
    expect(site.requests).toMatchObject([
      {
        scheme: 'https',
        method: 'GET',
        host: 'other.example',
        serverName: 'other.example',
        path: '/news?page=2',
        headers: { 'x-probe': 'yes' },
      },
    ]);
    expect(site.handshakes).toEqual(['other.example']);
  });

  it('refuses connections while it is down, and ends those in flight', async () => {
    site.fault(PAGE, { kind: 'no-answer' });
    const inFlight = ask(site, PAGE);
    setTimeout(() => site.goDown(), 50);
    await expect(inFlight).rejects.toThrow();
    await expect(ask(site, '/')).rejects.toThrow();
    site.goUp();
    expect((await ask(site, '/')).status).toBe(200);
  });
});

describe('JSON-LD', () => {
  const names = Object.keys(VARIANTS) as VariantName[];

  it.each(names)('is valid JSON that carries the headline when dressed as %s', async (variant) => {
    site.dress(SEED_SLUG, variant);
    const document = await text(JSONLD);
    expect(() => JSON.parse(document)).not.toThrow();
    expect(document).toContain(HEADLINE);
    expect(document).not.toMatch(/undefined|\[object Object\]/);
  });

  it('differs between any two variants', async () => {
    const documents: string[] = [];
    for (const variant of names) {
      site.dress(SEED_SLUG, variant);
      documents.push(await text(JSONLD));
    }
    expect(new Set(documents).size).toBe(names.length);
  });
});

describe('faults', () => {
  const right = async () => (await ask(site, JSONLD)).body;

  it('answers with a status and Retry-After, as often as asked and on that path alone', async () => {
    site.fault(JSONLD, { kind: 'status', status: 429, retryAfter: '7' }, 1);
    expect(await ask(site, PAGE)).toMatchObject({ status: 200 });
    expect(await ask(site, JSONLD)).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect(await ask(site, JSONLD)).toMatchObject({ status: 200 });
  });

  it('takes a predicate', async () => {
    site.fault(({ method }) => method === 'HEAD', { kind: 'status', status: 503 });
    expect((await ask(site, PAGE, { method: 'HEAD' })).status).toBe(503);
    expect((await ask(site, PAGE)).status).toBe(200);
  });

  it('resets the connection', async () => {
    site.fault(JSONLD, { kind: 'reset' });
    await expect(ask(site, JSONLD)).rejects.toThrow();
  });

  it('never answers', async () => {
    site.fault(JSONLD, { kind: 'no-answer' });
    await expect(ask(site, JSONLD, { giveUpAfterMs: 200 })).rejects.toThrow('No answer in time');
  });

  it('falls silent after the headers', async () => {
    site.fault(JSONLD, { kind: 'silence-after-headers' });
    const reply = await ask(site, JSONLD, { giveUpAfterMs: 200 });
    expect([reply.status, reply.body.length, reply.complete]).toEqual([200, 0, false]);
  });

  it('drips byte by byte', async () => {
    site.fault(JSONLD, { kind: 'drip', everyMs: 20 });
    const { body, complete } = await ask(site, JSONLD, { giveUpAfterMs: 400 });
    expect(complete).toBe(false);
    expect(body.length).toBeGreaterThan(2);
    expect(body.length).toBeLessThan(30);
  });

  it.each(['length', 'chunked'] as const)('cuts the body so that the %s framing shows it', async (framing) => {
    const whole = await right();
    site.fault(JSONLD, { kind: 'cut', framing });
    const { body, complete } = await ask(site, JSONLD);
    expect(complete).toBe(false);
    expect(body).toEqual(whole.subarray(0, Math.floor(whole.length / 2)));
  });

  it('cuts the body on closing, so that nothing shows it', async () => {
    const whole = await right();
    site.fault(JSONLD, { kind: 'cut', framing: 'close', keep: 0.9 });
    const { body, complete, headers } = await ask(site, JSONLD);
    expect(complete).toBe(true);
    expect(headers['content-length'] ?? headers['transfer-encoding']).toBeUndefined();
    expect(body).toEqual(whole.subarray(0, Math.floor(whole.length * 0.9)));
  });

  it('sends 20 MB of valid JSON', async () => {
    site.fault(JSONLD, { kind: 'oversized' });
    const { body } = await ask(site, JSONLD);
    expect(body.length).toBeGreaterThan(20_000_000);
    expect(JSON.parse(body.toString()).headline).toBe('Too large');
  });

  it('sends without end', async () => {
    site.fault(JSONLD, { kind: 'endless' });
    const { body } = await ask(site, JSONLD, { giveUpAfterBytes: 30_000_000 });
    expect(body.length).toBeGreaterThanOrEqual(30_000_000);
  });

  it('sends a small answer that unpacks to 100 MB', async () => {
    site.fault(JSONLD, { kind: 'gzip-bomb' });
    const { body, headers } = await ask(site, JSONLD, { giveUpAfterMs: 20_000 });
    expect(headers['content-encoding']).toBe('gzip');
    expect(body.length).toBeLessThan(1_000_000);
    expect(gunzipSync(body).length).toBeGreaterThanOrEqual(100_000_000);
  });

  it.each(['text/html', 'image/png', null])('sends the right body as %s', async (contentType) => {
    const whole = await right();
    site.fault(JSONLD, { kind: 'type', contentType });
    const { headers, body } = await ask(site, JSONLD);
    expect(headers['content-type'] ?? null).toBe(contentType);
    expect(body).toEqual(whole);
  });

  it('sends a sign-in page in place of JSON', async () => {
    site.fault(JSONLD, { kind: 'html' });
    expect((await ask(site, JSONLD)).body.toString()).toContain('Wi-Fi');
  });

  it.each(['invalid-utf8', 'utf8-bom', 'utf16le', 'utf16be'] as const)('sends %s', async (encoding) => {
    site.fault(JSONLD, { kind: 'encoding', encoding });
    const { body } = await ask(site, JSONLD);
    if (encoding === 'invalid-utf8') expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow();
    else {
      const label = encoding === 'utf8-bom' ? 'utf-8' : encoding === 'utf16le' ? 'utf-16le' : 'utf-16be';
      expect(JSON.parse(new TextDecoder(label).decode(body)).headline).toBe(HEADLINE);
    }
  });

  it.each<[RedirectTarget, string]>([
    ['other-host', `https://elsewhere.example${JSONLD}`],
    ['http', `http://wpnews.pro${JSONLD}`],
    ['out-and-back', 'https://elsewhere.example/back?to='],
    ['loop', `https://wpnews.pro${JSONLD}`],
    ['other-spelling', `https://wpnews.pro${JSONLD}?redirected=1`],
    ['listing', 'https://wpnews.pro/news'],
    [{ slug: 'renamed-slug' }, 'https://wpnews.pro/news/renamed-slug.jsonld'],
  ])('redirects: %j', async (to, start) => {
    site.fault(JSONLD, { kind: 'redirect', to });
    const { status, headers } = await ask(site, JSONLD);
    expect(status).toBe(302);
    expect(headers.location?.startsWith(start)).toBe(true);
  });

  it('redirects to loopback at its own port', async () => {
    site.fault(JSONLD, { kind: 'redirect', to: 'loopback', status: 301 });
    expect(await ask(site, JSONLD)).toMatchObject({
      status: 301,
      headers: { location: `https://127.0.0.1:${site.port}${JSONLD}` },
    });
  });

  it('leads out and back to the right article', async () => {
    site.fault(JSONLD, { kind: 'redirect', to: 'out-and-back' });
    const out = new URL((await ask(site, JSONLD)).headers.location ?? '');
    const back = new URL((await ask(site, out.pathname + out.search, { host: out.host })).headers.location ?? '');
    const { status, body } = await ask(site, back.pathname + back.search);
    expect([back.host, status, JSON.parse(body.toString()).headline]).toEqual(['wpnews.pro', 200, HEADLINE]);
  });

  it('serves other words, to everyone, under another host', async () => {
    const { headers, body } = await ask(site, JSONLD, { host: 'elsewhere.example' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(JSON.parse(body.toString()).headline).toBe(FOREIGN_WORDS);
  });

  it('lies about which article it is', async () => {
    const other = generatedArticle(3, 1);
    site.fault(JSONLD, { kind: 'lie', slug: other.slug });
    expect(JSON.parse(await text(JSONLD)).headline).toBe(other.title);
  });

  it('sets a cookie', async () => {
    site.fault(JSONLD, { kind: 'set-cookie' });
    expect((await ask(site, JSONLD)).headers['set-cookie']).toHaveLength(1);
  });

  it('sends any body it is given', async () => {
    site.fault(JSONLD, { kind: 'body', body: '{"@type":[[[' });
    expect(await text(JSONLD)).toBe('{"@type":[[[');
  });
});

describe('generated articles', () => {
  it('are the same for the same seed, and say that they are generated', () => {
    expect(generatedArticles(40, 7)).toEqual(generatedArticles(40, 7));
    expect(generatedArticle(31, 7)).toEqual(generatedArticles(40, 7)[31]);
    for (const { title, slug } of generatedArticles(40, 7)) {
      expect(title).toMatch(/^Generated: /);
      expect(slug).toMatch(/^generated-7-/);
    }
  });

  it('show several languages, long titles, and the Markdown of real bodies', () => {
    const articles = generatedArticles(200, 1);
    expect(new Set(articles.map(({ lang }) => lang))).toEqual(new Set(['en', 'de', 'zh', 'ja', 'ar']));
    expect(Math.max(...articles.map(({ title }) => title.length))).toBeGreaterThan(200);
    const bodies = articles.map(({ body_md }) => body_md).join('\n\n');
    for (const feature of ['| --- |', '``` python', '──►', '<https://', '## ', '> ', '- **'])
      expect(bodies).toContain(feature);
  });
});
