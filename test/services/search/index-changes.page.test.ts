import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArticleFields } from '../../../core/search/analysis/article-fields.ts';
import { createSearchIndex } from '../../../core/search/search-index.ts';
import { flushIndex } from '../../../services/search/index-flush.ts';
import { putInOrder } from '../../../services/search/index-keeper.ts';
import { mergeIndex } from '../../../services/search/index-merge.ts';
import { removeArticles, restoreArticles } from '../../../storage/bin.ts';
import { readIndex, recordSource } from '../../../storage/index-store.ts';
import { dropSegment, readIndexState } from '../../../storage/index-writes.ts';
import { changeOwnDataOf } from '../../../storage/own-data.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import type { Store } from '../../../storage/store.ts';
import { articles } from '../../core/search/libraries.ts';
import { temporaryStore } from '../../support/temporary-store.ts';
import { answersOf, bundleOf, freshAnswers, freshIndex, storedAnswers } from './index-library.ts';

const pause = () => Promise.resolve();

/** What a reader, the site and the index's writer may do. */
type Step =
  | { readonly kind: 'save'; readonly slug: string; readonly fields: ArticleFields }
  | { readonly kind: 'rename'; readonly slug: string; readonly to: string; readonly fields: ArticleFields }
  | { readonly kind: 'own'; readonly slugs: readonly string[]; readonly tag: string; readonly note: string }
  | { readonly kind: 'remove' | 'restore'; readonly slugs: readonly string[] }
  | { readonly kind: 'flush' }
  | { readonly kind: 'fill' }
  | { readonly kind: 'merge' | 'drop'; readonly from: number };

type CareStep = Extract<Step, { readonly kind: 'flush' | 'fill' | 'merge' | 'drop' }>;

const slug = fc.integer({ min: 1, max: 9 }).map((number) => `article-${number}`);
const slugs = fc.array(slug, { minLength: 1, maxLength: 4 });
const word = fc.constantFrom('later', 'openai', 'policy', '東京');

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('save' as const), slug, fields: articles }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), slug, to: slug, fields: articles }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('own' as const), slugs, tag: word, note: word }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'restore' as const), slugs }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('flush' as const, 'fill' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('merge' as const, 'drop' as const), from: fc.nat(2) }) },
);

async function take(store: Store, step: Step, at: number): Promise<unknown> {
  switch (step.kind) {
    case 'save':
      return saveArticle(store, bundleOf(step.slug, step.fields), at);
    case 'rename':
      return saveArticle(store, { ...bundleOf(step.to, step.fields), askedFor: step.slug }, at);
    case 'own':
      return changeOwnDataOf(store, step.slugs, at, (own) => ({ ...own, tags: [step.tag], note: step.note }));
    case 'remove':
      return removeArticles(store, step.slugs, at);
    case 'restore':
      return restoreArticles(store, step.slugs, at);
    default:
      return takeCare(store, step);
  }
}

/** What the index's writer does, whether or not it is due. */
async function takeCare(store: Store, step: CareStep): Promise<void> {
  const { entries } = await readIndexState(store);
  if (step.kind === 'flush') return flushIndex(store, entries, pause);
  if (!('from' in step)) return putInOrder(store, pause, () => {});
  const chosen = entries.slice(step.from);
  if (step.kind === 'merge') return chosen.length === 0 ? undefined : mergeIndex(store, entries, chosen, pause);
  for (const { id } of chosen) await dropSegment(store, id);
}

/** Writes everything into one segment, so that nothing deleted is counted any more and scores can be compared. */
async function mergeAll(store: Store): Promise<void> {
  await flushIndex(store, (await readIndexState(store)).entries, pause);
  const { entries } = await readIndexState(store);
  if (entries.length > 0) await mergeIndex(store, entries, entries, pause);
}

async function storedRanking(store: Store) {
  const index = createSearchIndex(recordSource(store));
  const { entries } = await readIndex(store);
  await index.update(entries, []);
  return answersOf(index, 'relevance');
}

it('finds after any changes, flushes, merges and losses what an index made at once finds, in the same order', async () => {
  const check = fc.asyncProperty(fc.array(steps, { maxLength: 40, size: 'max' }), async (taken) => {
    const store = temporaryStore();
    await putInOrder(store, pause, () => {});
    for (const [at, step] of taken.entries()) await take(store, step, at + 1);
    await putInOrder(store, pause, () => {});
    expect(await storedAnswers(store)).toEqual(await freshAnswers(store));
    await mergeAll(store);
    expect(await storedRanking(store)).toEqual(await answersOf(await freshIndex(store), 'relevance'));
  });
  await fc.assert(check, { numRuns: 40, endOnFailure: true });
}, 120_000);

it('finds the same when changes are made while the index is written', async () => {
  const check = fc.asyncProperty(fc.array(steps, { maxLength: 25, size: 'max' }), async (taken) => {
    const store = temporaryStore();
    await putInOrder(store, pause, () => {});
    const isCare = ({ kind }: Step) => ['flush', 'fill', 'merge', 'drop'].includes(kind);
    const changing = (async () => {
      for (const [at, step] of taken.entries()) if (!isCare(step)) await take(store, step, at + 1);
    })();
    for (const step of taken) if (isCare(step)) await take(store, step, 0);
    await changing;
    await putInOrder(store, pause, () => {});
    expect(await storedAnswers(store)).toEqual(await freshAnswers(store));
  });
  await fc.assert(check, { numRuns: 30, endOnFailure: true });
}, 120_000);
