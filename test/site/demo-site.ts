import type { IncomingMessage, ServerResponse } from 'node:http';
import { realArticles, type SiteArticle } from './article.ts';
import { certificate } from './certificate.ts';
import { createFaultList, type Fault, type FaultMatch } from './fault.ts';
import { faultyAnswer } from './fault-answers.ts';
import { wasRedirected } from './fault-redirects.ts';
import { sendFaulty } from './fault-transport.ts';
import { foreignAnswer } from './foreign-host.ts';
import { generatedArticles } from './generated-articles.ts';
import { listen } from './listener.ts';
import { type LoggedRequest, logEntry } from './request-log.ts';
import { type Answer, send } from './response.ts';
import { articleAnswer, parseArticlePath, route, type SiteContent } from './routes.ts';
import type { VariantName } from './variants.ts';

/** A stand-in for wpnews.pro on this machine, reached under the real address once a browser maps the name to its port. */
export interface DemoSite {
  readonly port: number;
  /** Every request since the start or the last `clearLog`, whatever its host or scheme. */
  readonly requests: readonly LoggedRequest[];
  /** The names asked for in TLS handshakes: shows connections that never became a request. */
  readonly handshakes: readonly string[];
  readonly articles: ReadonlyMap<string, SiteArticle>;
  clearLog(): void;
  /** Makes matching requests to the site go wrong, `times` times (default: always). The newest match wins. */
  fault(match: FaultMatch, fault: Fault, times?: number): void;
  clearFaults(): void;
  /** Chooses how an article's `.jsonld` is written; `plain` at first. */
  dress(slug: string, variant: VariantName): void;
  /** Publishes a newer version and returns it; without a change, the body gains a sentence. */
  update(slug: string, change?: Partial<SiteArticle>): SiteArticle;
  addArticle(article: SiteArticle): void;
  /** Ends every connection and refuses new ones, as a machine that went away. */
  goDown(): void;
  goUp(): void;
  stop(): Promise<void>;
}

const SITE_HOSTS = ['wpnews.pro', 'www.wpnews.pro', 'api.wpnews.pro'];

function oneHourLater(date: string | undefined): string {
  const before = Date.parse((date ?? '2026-06-30 08:00:00+00:00').replace(' ', 'T'));
  return new Date(before + 3_600_000).toISOString().replace('T', ' ').replace('Z', '000+00:00');
}

/** Starts a demo site with the real articles and some generated ones, or with `articles`. */
export async function startDemoSite({
  port = 0,
  articles: first = [...realArticles(), ...generatedArticles(24, 1)],
}: {
  port?: number;
  articles?: readonly SiteArticle[];
} = {}): Promise<DemoSite> {
  const articles = new Map(first.map((article) => [article.slug, article]));
  const variants = new Map<string, VariantName>();
  const content: SiteContent = { articles, variantOf: (slug) => variants.get(slug) ?? 'plain' };
  const faults = createFaultList();
  const requests: LoggedRequest[] = [];
  const handshakes: string[] = [];

  const articleOf = (slug: string): SiteArticle => {
    const article = articles.get(slug);
    if (article === undefined) throw new Error(`The demo site has no article "${slug}"`);
    return article;
  };

  const respond = (request: LoggedRequest, response: ServerResponse) => {
    if (!SITE_HOSTS.includes(request.host)) return send(request, response, foreignAnswer(request.path, articles));
    const right = route(request.path, content);
    const isClear = request.scheme === 'http' || wasRedirected(request.path);
    const fault = isClear ? null : faults.take(request);
    if (fault === null) return send(request, response, right);
    const answerFor = (slug: string): Answer =>
      articleAnswer(articleOf(slug), parseArticlePath(request.path)?.suffix, content.variantOf(slug));
    const wrong = faultyAnswer(fault, request, right, { port: listener.port, answerFor });
    return wrong === null ? sendFaulty(fault, response, right) : send(request, response, wrong);
  };

  const answer = (incoming: IncomingMessage, response: ServerResponse) => {
    const request = logEntry(incoming);
    requests.push(request);
    incoming.resume();
    respond(request, response);
  };

  const listener = await listen(port, await certificate(), answer, (name) => handshakes.push(name));

  return {
    port: listener.port,
    requests,
    handshakes,
    articles,
    clearLog() {
      requests.length = 0;
      handshakes.length = 0;
    },
    fault: (match, fault, times = Number.POSITIVE_INFINITY) => faults.add(match, fault, times),
    clearFaults: () => faults.clear(),
    dress(slug, variant) {
      variants.set(articleOf(slug).slug, variant);
    },
    update(slug, change) {
      const before = articleOf(slug);
      const body_md = `${before.body_md}\n\nCorrection: this sentence was added after publication.`;
      const after = {
        ...before,
        body_md,
        updated_at: oneHourLater(before.updated_at ?? before.published_at),
        ...change,
      };
      articles.set(slug, after);
      return after;
    },
    addArticle(article) {
      articles.set(article.slug, article);
    },
    goDown: () => listener.setDown(true),
    goUp: () => listener.setDown(false),
    stop: () => listener.close(),
  };
}
