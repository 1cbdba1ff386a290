import { expect, it } from 'vitest';
import { createSuggester } from '../../../services/search/suggest-articles.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { aBundle } from '../../support/article-builders.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

/** A library of two articles, and what suggests them. */
async function aSuggester() {
  const store = temporaryStore();
  const save = (slug: string, headline: string) => saveArticle(store, aBundle({ slug, headline }), 1_000);
  await save('rain', 'Rain in Bergen');
  await save('snow', 'Snow in Bergen, no rain, and a much longer headline than that');
  return { suggest: createSuggester(store, () => 2_000), save };
}

it('suggests the best articles first, by their headlines', async () => {
  const { suggest } = await aSuggester();
  expect((await suggest('rain')).map(({ slug }) => slug)).toEqual(['rain', 'snow']);
  expect(await suggest('snow')).toEqual([
    { slug: 'snow', headline: 'Snow in Bergen, no rain, and a much longer headline than that' },
  ]);
});

it('finds what was saved after the first question', async () => {
  const { suggest, save } = await aSuggester();
  expect(await suggest('zurich')).toEqual([]);
  await save('sun', 'Sun in Zurich');
  expect(await suggest('zurich')).toEqual([{ slug: 'sun', headline: 'Sun in Zurich' }]);
});

it('finds nothing for a text that is no query yet', async () => {
  const { suggest } = await aSuggester();
  expect(await suggest('(rain')).toEqual([]);
});
