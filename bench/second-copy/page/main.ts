import { createArticleBundler } from '../../../services/bundle-article.ts';
import { FETCH_LIMITS } from '../../../services/fetch-limits.ts';
import { keepLibrary } from '../../../services/safekeeping/keep-library.ts';
import { localKeyedStore } from '../../../services/safekeeping/local-keyed-store.ts';
import { createSaveService } from '../../../services/save-service.ts';
import { openAnnouncements } from '../../../storage/announcements.ts';
import { connectLibrary } from '../../../storage/database.ts';
import { countArticles } from '../../../storage/read-articles.ts';
import { type ArticleBundle, saveArticle } from '../../../storage/save-article.ts';
import { openStore, type Store } from '../../../storage/store.ts';
import type { SiteArticle } from '../../../test/site/article.ts';
import { generatedArticle } from '../../../test/site/generated-articles.ts';
import { newsArticle } from '../../../test/site/news-article.ts';

const SEED = 20_261_123;

/** The two libraries that are compared: `kept` has a second copy, `plain` has none. */
export type Kind = 'plain' | 'kept';

/** What the benchmark asks of this page. */
export interface SecondCopyPage {
  /** Saves the articles `from` to `to` into each of `kinds`, one after the other; answers the milliseconds of each save. */
  save(kinds: readonly Kind[], from: number, to: number): Promise<Record<Kind, number[]>>;
  /** Milliseconds until the article `slug` is fetched from the site, parsed and saved into `kind`, as the background does it. */
  fetchAndSave(kind: Kind, slug: string): Promise<number>;
  /** Milliseconds until a library that is opened anew has counted its articles. */
  open(kind: Kind): Promise<number>;
}

const stores = new Map<Kind, Store>();

function storeOf(kind: Kind): Store {
  const known = stores.get(kind);
  if (known !== undefined) return known;
  const store = kind === 'plain' ? openStore(connectLibrary({}, kind), openAnnouncements(kind)) : keptStore();
  stores.set(kind, store);
  return store;
}

function keptStore(): Store {
  return keepLibrary({ keyed: localKeyedStore, locks: navigator.locks, now: Date.now, name: 'kept' }).store;
}

function bundleOf(site: SiteArticle): ArticleBundle {
  const bytes = new TextEncoder().encode(JSON.stringify(newsArticle(site)));
  const { slug, title: headline, summary: description, body_md: articleBody, topics } = site;
  const original = {
    slug,
    source: 'jsonld',
    bytes,
    contentType: 'application/ld+json',
    etag: '"1"',
    fetchedAt: 1,
  } as const;
  const article = {
    slug,
    headline,
    description,
    articleBody,
    bodyFormat: 'markdown',
    datePublished: site.published_at,
    dateModified: site.updated_at,
    inLanguage: site.lang,
    canonicalSource: site.canonical_source,
    topics,
    entities: (site.entities ?? []).map((name) => ({ name: String(name), type: null })),
    provenance: { headline: 'jsonld', articleBody: 'jsonld' },
    completeness: 'structure',
  } as ArticleBundle['article'];
  return { article, contentHash: slug, wordCount: 1, originals: [original] };
}

const bundleArticle = createArticleBundler({
  fetch: (...asked) => fetch(...asked),
  limits: FETCH_LIMITS,
  isSiteAllowed: async () => true,
  now: Date.now,
});

const bench: SecondCopyPage = {
  async save(kinds, from, to) {
    const times: Record<Kind, number[]> = { plain: [], kept: [] };
    for (let index = from; index < to; index += 1) {
      const bundle = bundleOf(generatedArticle(index, SEED));
      for (const kind of kinds) {
        const started = performance.now();
        const outcome = await saveArticle(storeOf(kind), bundle, Date.now());
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
        times[kind].push(performance.now() - started);
      }
    }
    return times;
  },
  async fetchAndSave(kind, slug) {
    const store = storeOf(kind);
    const keepAwake = <T>(work: Promise<T>) => work;
    const service = createSaveService({ store, keepAwake, bundleArticle, now: Date.now, random: Math.random });
    const started = performance.now();
    const outcome = await service.save(slug);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    return performance.now() - started;
  },
  async open(kind) {
    await stores.get(kind)?.close();
    stores.delete(kind);
    const started = performance.now();
    await storeOf(kind).read(async () => {});
    const took = performance.now() - started;
    await countArticles(storeOf(kind));
    return took;
  },
};

Object.assign(window, { bench });
