import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realArticles, SEED_SLUG, type SiteArticle } from '../site/article.ts';
import { ask } from '../site/ask.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { generatedArticle } from '../site/generated-articles.ts';
import { isoDate, typeOf } from '../site/news-article.ts';
import { VARIANTS, type VariantName } from '../site/variants.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import { launchBrowser, type Session } from '../support/browser/session.ts';
import { openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { findLibraryFaults } from '../support/e2e/library-faults.ts';
import { readLibrary, type StoredLibrary, storedUnder } from '../support/e2e/stored-library.ts';

/**
 * Whatever JSON-LD the site sends for an article, the same article is stored. Every variant gets copies of two articles
 * under slugs of their own, so that one reading of the library compares them all.
 */

const names = Object.keys(VARIANTS) as VariantName[];
const [seed, ...partial] = realArticles() as [SiteArticle, ...SiteArticle[]];
const [chinese, japanese, arabic] = [13, 14, 15].map((index) => generatedArticle(index, 1)) as [
  SiteArticle,
  SiteArticle,
  SiteArticle,
];
const others = [...partial, chinese, japanese, arabic];
const models = { real: seed, generated: arabic };
type Model = keyof typeof models;

const slugOf = (model: Model, variant: VariantName) => `${model}-as-${variant}`;
const copies = names.flatMap((variant) => [
  { ...models.real, slug: slugOf('real', variant) },
  { ...models.generated, slug: slugOf('generated', variant) },
]);

const utc = (date = '') => new Date(isoDate(date) ?? '').toISOString();

/** What must be stored of an article, read off the site's own record; entities by name, as only some variants type them. */
const told = ({
  title,
  summary,
  body_md,
  published_at,
  updated_at,
  lang,
  canonical_source,
  ...about
}: SiteArticle) => ({
  headline: title,
  description: summary,
  articleBody: body_md,
  bodyFormat: 'markdown',
  datePublished: utc(published_at),
  dateModified: utc(updated_at),
  inLanguage: lang,
  canonicalSource: canonical_source,
  topics: about.topics,
  entities: about.entities,
});

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  let library: StoredLibrary;

  beforeAll(async () => {
    site = await startDemoSite({ articles: [seed, ...others, ...copies] });
    for (const variant of names) {
      site.dress(slugOf('real', variant), variant);
      site.dress(slugOf('generated', variant), variant);
    }
    session = await launchBrowser(name, { site });
    const tab = await openArticleTab(session, SEED_SLUG);
    for (const slug of site.articles.keys()) await saveInTab(session, tab, slug);
    library = await readLibrary(session);
  });

  afterAll(async () => {
    await session?.close();
    await site?.stop();
  });

  const stored = (slug: string) => {
    const { articles, bodies } = storedUnder(library, slug);
    const [record, body] = [articles[0], bodies[0]];
    if (record === undefined || body === undefined) throw new Error(`${slug} is not stored`);
    return { record, body };
  };

  const contentOf = (slug: string) => {
    const { record, body } = stored(slug);
    const { headline, description, datePublished, dateModified, inLanguage, canonicalSource, topics } = record;
    const { articleBody, bodyFormat } = body;
    const entities = record.entities.map((entity) => entity.name);
    const about = { inLanguage, canonicalSource, topics, entities };
    return { headline, description, articleBody, bodyFormat, datePublished, dateModified, ...about };
  };

  it.each(names)('stores the same article when it is dressed as %s', (variant) => {
    for (const model of ['real', 'generated'] as const) {
      const whole = told(models[model]);
      // This variant alone tells no more than the day.
      const datePublished = variant === 'many-types' ? whole.datePublished.slice(0, 10) : whole.datePublished;
      expect(contentOf(slugOf(model, variant))).toEqual({ ...whole, datePublished });
    }
  });

  it('gives equal content the same hash, whatever it was dressed as', () => {
    const hashOf = (variant: VariantName) => stored(slugOf('real', variant)).record.contentHash;
    const untyped: VariantName[] = ['native-record', 'api-envelope', 'thin'];
    const typed: VariantName[] = ['graph', 'typed-entities'];
    const plain = names.filter((variant) => ![...untyped, ...typed, 'many-types'].includes(variant));
    for (const group of [untyped, typed, plain]) expect(new Set(group.map(hashOf)).size).toBe(1);
  });

  it.each(['graph', 'typed-entities'] as const)('keeps the types of entities told by %s', (variant) => {
    const { entities } = stored(slugOf('real', variant)).record;
    expect(entities).toEqual(seed.entities?.map((entity) => ({ name: entity, type: typeOf(entity) })));
  });

  it.each(others.map(({ slug, origin, title }) => ({ slug, origin, title })))(
    'saves $title, of which the site tells what it knows ($origin)',
    ({ slug, title }) => {
      const { record, body } = stored(slug);
      expect(record.headline).toBe(title);
      expect(body.articleBody).toBe(site.articles.get(slug)?.body_md);
    },
  );

  it('keeps the bytes of every original as the site sent them', async () => {
    expect(library.originals.length).toBeGreaterThan(library.articles.length);
    for (const { slug, source, bytes, contentType } of library.originals) {
      const { body, headers } = await ask(site, source === 'inline' ? `/news/${slug}` : `/news/${slug}.${source}`);
      expect([bytes, contentType]).toEqual([body.toString('base64'), headers['content-type']]);
    }
  });

  it('leaves no half article, no double save and no error behind', async () => {
    expect(library.articles).toHaveLength(site.articles.size);
    expect(findLibraryFaults(library)).toEqual([]);
    expect(await session.errors()).toEqual([]);
  });
});
