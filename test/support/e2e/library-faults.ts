import type { Source } from '../../../core/article/article.ts';
import type { SiteArticle } from '../../site/article.ts';
import { articleAnswer } from '../../site/routes.ts';
import { type StoredLibrary, storedUnder } from './stored-library.ts';

/** What is wrong with a stored library, one sentence a fault; empty when every article is there once and whole. */
export function findLibraryFaults(library: StoredLibrary): string[] {
  return [...findHalves(library), ...findDoubles(library)];
}

/** What is there by half, or damaged. */
export function findHalves(library: StoredLibrary): string[] {
  return [...halfArticles(library), ...strayParts(library), ...damagedText(library)];
}

function halfArticles({ articles, bodies, originals, changes }: StoredLibrary): string[] {
  return articles.flatMap(({ slug, order }) => [
    ...(bodies.some((body) => body.slug === slug && body.articleBody !== '') ? [] : [`${slug} has no body`]),
    ...(originals.some((original) => original.slug === slug && original.bytes !== '')
      ? []
      : [`${slug} has no original`]),
    ...(changes.some((change) => change.sequence === order && change.kind === 'save')
      ? []
      : [`${slug} has no record of its save`]),
  ]);
}

function strayParts({ articles, bodies, originals, revisions, redirects }: StoredLibrary): string[] {
  const isSaved = (slug: string) => articles.some((article) => article.slug === slug);
  const stray = (what: string, parts: readonly { readonly slug: string }[]) =>
    parts.filter(({ slug }) => !isSaved(slug)).map(({ slug }) => `${what} of ${slug} without its article`);
  return [
    ...stray('a body', bodies),
    ...stray('an original', originals),
    ...stray('a revision', revisions),
    ...redirects.filter(({ to }) => !isSaved(to)).map(({ from, to }) => `${from} leads to ${to}, which is not there`),
  ];
}

/** A second change of kind `save` means that an article that was there was taken for a new one. */
export function findDoubles({ articles, changes }: StoredLibrary): string[] {
  return articles.flatMap(({ slug }) => {
    const own = changes.filter((change) => change.slug === slug);
    const count = (kind: string) => own.filter((change) => change.kind === kind).length;
    const saves = count('save') + count('restore') - count('remove');
    return saves === 1 ? [] : [`${slug} was saved as new ${saves} times`];
  });
}

function damagedText(library: StoredLibrary): string[] {
  return JSON.stringify(library).includes('\uFFFD') ? ['a text holds replacement characters'] : [];
}

/** Which of the articles whose save was acknowledged are not there with the text and the bytes the site gave them. */
export function findLostSaves(library: StoredLibrary, acknowledged: Iterable<SiteArticle>): string[] {
  return [...acknowledged].flatMap((article) => {
    const { slug, body_md } = article;
    const { articles, bodies, originals } = storedUnder(library, slug);
    if (articles.length === 0) return [`${slug} was acknowledged and is not there`];
    const isWhole = bodies[0]?.articleBody === body_md && originals.length > 0;
    if (!isWhole) return [`${slug} was acknowledged and is not whole`];
    const asServed = originals.every(({ source, bytes }) => bytes === servedAs(article, source));
    return asServed ? [] : [`${slug} was acknowledged, and its original is not what the site sent`];
  });
}

/** The bytes of one alternate as the site serves it, in base64. */
function servedAs(article: SiteArticle, source: Source): string {
  const { body } = articleAnswer(article, source === 'inline' ? undefined : source, 'plain');
  return Buffer.from(body).toString('base64');
}
