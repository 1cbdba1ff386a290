import { expect, it } from 'vitest';
import { MOST_ATTEMPTS } from '../../core/library/retry.ts';
import { type ProblemKind, problem } from '../../core/problem.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { createSaveService } from '../../services/save-service.ts';
import { removeArticle } from '../../storage/bin.ts';
import { readQueue, readQueueEntry } from '../../storage/queue.ts';
import { countArticles, readRecord } from '../../storage/read-articles.ts';
import { type ArticleBundle, saveArticle } from '../../storage/save-article.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

const SLUG = 'a-first-article';

/** A service whose network answers whatever `answers` says, over a real database, at a clock the test moves. */
function aService(answers: (slug: string) => Result<ArticleBundle> | Promise<Result<ArticleBundle>>) {
  const store = temporaryStore();
  const clock = { now: 1_000 };
  let asked = 0;
  const bundleArticle = async (slug: string): Promise<Result<ArticleBundle>> => {
    asked += 1;
    return answers(slug);
  };
  const service = createSaveService({
    store,
    keepAwake: (work) => work,
    bundleArticle,
    now: () => clock.now,
    random: () => 0.5,
  });
  return { store, clock, service, timesAsked: () => asked };
}

const meets = (kind: ProblemKind) => () => fail(problem(kind));

it('answers what was stored', async () => {
  const { service } = aService(() => succeed(aBundle()));
  expect(await service.save(SLUG)).toMatchObject({
    ok: true,
    value: { outcome: 'saved', slug: SLUG, headline: 'A first article', bytes: 26, milliseconds: 0 },
  });
});

it('fetches once when the same article is asked for twice at once, and answers both', async () => {
  const { service, timesAsked } = aService(() => succeed(aBundle()));
  const answers = await Promise.all([service.save(SLUG), service.save(SLUG)]);
  expect(timesAsked()).toBe(1);
  expect(answers[0]).toEqual(answers[1]);
  await service.save(SLUG);
  expect(timesAsked()).toBe(2);
});

it.each(['offline', 'timeout', 'rate-limited', 'server-error', 'truncated'] as const)(
  'queues a save that met “%s”',
  async (kind) => {
    const { service, store } = aService(meets(kind));
    expect(await service.save(SLUG)).toMatchObject({ ok: true, value: { outcome: 'queued', problem: { kind } } });
    expect(await readQueueEntry(store, SLUG)).toMatchObject({ attempts: 1, notBefore: 61_000, problem: { kind } });
  },
);

it.each(['not-found', 'not-an-article', 'identity-mismatch', 'too-large', 'misdirected'] as const)(
  'leaves the library and the queue as they were when a save met “%s”',
  async (kind) => {
    const { service, store } = aService(meets(kind));
    expect(await service.save(SLUG)).toEqual({ ok: false, problem: { kind } });
    expect(await countArticles(store)).toBe(0);
    expect(await readQueue(store)).toEqual([]);
  },
);

it('tries what is due, and only that, and empties the queue when the network is back', async () => {
  const network = { up: false };
  const { service, store, clock, timesAsked } = aService((slug) =>
    network.up ? succeed(aBundle({ slug })) : fail(problem('offline')),
  );
  await service.save('one');
  await service.save('two');
  network.up = true;
  await service.retryQueue(false);
  expect(timesAsked()).toBe(2);
  expect(await service.nextRetryAt()).toBe(61_000);
  clock.now = 61_000;
  await service.retryQueue(false);
  expect(await countArticles(store)).toBe(2);
  expect(await service.nextRetryAt()).toBeNull();
});

it('gives up after its attempts, keeps the wish, and starts afresh when the reader asks again', async () => {
  const { service, store, clock, timesAsked } = aService(meets('server-error'));
  await service.save(SLUG);
  for (let due = await service.nextRetryAt(); due !== null; due = await service.nextRetryAt()) {
    clock.now = due;
    await service.retryQueue(false);
  }
  expect(await readQueueEntry(store, SLUG)).toMatchObject({ attempts: MOST_ATTEMPTS, notBefore: null });
  await service.retryQueue(true);
  expect(timesAsked()).toBe(MOST_ATTEMPTS);
  await service.save(SLUG);
  expect(await readQueueEntry(store, SLUG)).toMatchObject({ attempts: 1 });
});

it('tries at once what waits for the network when it is back, and nothing that the server asked to wait', async () => {
  const { service, timesAsked } = aService((slug) => fail(problem(slug === 'offline' ? 'offline' : 'rate-limited')));
  await service.save('offline');
  await service.save('rate-limited');
  await service.retryQueue(true);
  expect(timesAsked()).toBe(3);
});

it('tries nothing twice when two calls come at once, and nothing that was removed meanwhile', async () => {
  const { service, store, timesAsked } = aService(meets('offline'));
  await saveArticle(store, aBundle(), 1);
  await service.save(SLUG);
  await Promise.all([service.retryQueue(true), service.retryQueue(true)]);
  expect(timesAsked()).toBe(2);
  await removeArticle(store, SLUG, 2);
  await service.retryQueue(true);
  expect(timesAsked()).toBe(2);
  expect(await countArticles(store)).toBe(0);
});

it('keeps the copy of an article that is gone from the site, and marks it', async () => {
  const site = { gone: false };
  const { service, store } = aService(() => (site.gone ? fail(problem('gone')) : succeed(aBundle())));
  await service.save(SLUG);
  site.gone = true;
  expect(await service.save(SLUG)).toEqual({ ok: false, problem: { kind: 'gone' } });
  expect(await readRecord(store, SLUG)).toMatchObject({ goneAt: 1_000, headline: 'A first article' });
});

it('names a storage problem instead of throwing it', async () => {
  const { service, store } = aService(meets('offline'));
  const failing = new Error('the disk is on fire');
  store.read = () => Promise.reject(failing);
  expect(await service.save(SLUG)).toMatchObject({ ok: false, problem: { kind: 'storage-failed' } });
});
