import type { SiteArticle } from '../../site/article.ts';
import { type StoredLibrary, storedUnder } from './stored-library.ts';

/** What is wrong with a stored library, one sentence a fault; empty when every article is there once and whole. */
export function findLibraryFaults(library: StoredLibrary): string[] {
  return [...halfArticles(library), ...strayParts(library), ...doubleSaves(library), ...damagedText(library)];
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
function doubleSaves({ articles, changes }: StoredLibrary): string[] {
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

/** Which of the articles whose save was acknowledged are not there with the text the site gave them. */
export function findLostSaves(library: StoredLibrary, acknowledged: Iterable<SiteArticle>): string[] {
  return [...acknowledged].flatMap(({ slug, body_md }) => {
    const { articles, bodies, originals } = storedUnder(library, slug);
    if (articles.length === 0) return [`${slug} was acknowledged and is not there`];
    const isWhole = bodies[0]?.articleBody === body_md && originals.length > 0;
    return isWhole ? [] : [`${slug} was acknowledged and is not whole`];
  });
}
