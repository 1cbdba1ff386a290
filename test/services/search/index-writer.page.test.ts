import { expect, it, onTestFinished, vi } from 'vitest';
import { FLUSH_AT } from '../../../core/search/segment/merge-policy.ts';
import { INDEX_VERSION, keyNumber } from '../../../core/search/segment/record.ts';
import { nextDuty } from '../../../services/search/index-duty.ts';
import { createIndexWriter, type IndexWriterOptions } from '../../../services/search/index-writer.ts';
import { removeArticle } from '../../../storage/bin.ts';
import { readIndex } from '../../../storage/index-store.ts';
import { readIndexState } from '../../../storage/index-writes.ts';
import type { Store } from '../../../storage/store.ts';
import { temporaryName, temporaryStore } from '../../support/temporary-store.ts';
import { freshAnswers, saveSome, storedAnswers } from './index-library.ts';

const BUSY_MACHINE = { timeout: 30_000, interval: 20 };

/** A writer at work on `store`, and how to stop it. */
function startWriter(store: Store, lock: string, options: Partial<IndexWriterOptions> = {}) {
  const stopping = new AbortController();
  const problems: unknown[] = [];
  const onProblem = (thrown: unknown) => problems.push(thrown);
  const { signal } = stopping;
  const writer = createIndexWriter({ store, locks: navigator.locks, lock, signal, onProblem, ...options });
  const ended = writer.start();
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  onTestFinished(stop);
  return { writer, stop, problems };
}

/** Waits until there is nothing to be done. */
async function inOrder(store: Store): Promise<void> {
  await vi.waitFor(async () => expect(nextDuty(await readIndexState(store))).toEqual({ kind: 'none' }), BUSY_MACHINE);
}

/** The store, with a count of what was written through it. */
function counted(inner: Store) {
  const counter = { writes: 0 };
  const store: Store = {
    ...inner,
    writeBeside(stores, work, durability) {
      counter.writes += 1;
      return inner.writeBeside(stores, work, durability);
    },
  };
  return { store, counter };
}

it('lets one of two writers write, and the other go on when it stops', async () => {
  const name = temporaryName();
  const [one, other] = [counted(temporaryStore(name)), counted(temporaryStore(name))];
  const first = startWriter(one.store, name);
  const second = startWriter(other.store, name);
  await saveSome(one.store, 'first', FLUSH_AT + 5, 1);
  await inOrder(one.store);
  expect((await readIndexState(one.store)).entries.length).toBeGreaterThan(0);
  expect([one.counter.writes > 0, other.counter.writes]).toEqual([true, 0]);
  const saving = saveSome(other.store, 'second', 2 * FLUSH_AT, 2);
  await first.stop();
  const written = one.counter.writes;
  await saving;
  await inOrder(one.store);
  expect([one.counter.writes, other.counter.writes > 0]).toEqual([written, true]);
  expect(await storedAnswers(one.store)).toEqual(await freshAnswers(one.store));
  expect([first.problems, second.problems]).toEqual([[], []]);
});

it('tells other contexts when the list of segments was written', async () => {
  const name = temporaryName();
  const [writing, reading] = [temporaryStore(name), temporaryStore(name)];
  let heard = 0;
  reading.announcements.subscribeIndex(() => {
    heard += 1;
  });
  startWriter(writing, name);
  await saveSome(writing, 'some', FLUSH_AT);
  await inOrder(writing);
  await vi.waitFor(() => expect(heard).toBeGreaterThan(0), BUSY_MACHINE);
});

it('fills what is missing, says how far it is, and leaves alone what is there', async () => {
  const name = temporaryName();
  const store = temporaryStore(name);
  await saveSome(store, 'some', 30);
  await removeArticle(store, 'some-4', 2_000);
  await store.writeBeside(['pending'], (transaction) => transaction.objectStore('pending').clear());
  await saveSome(store, 'later', 5, 3);
  const told: unknown[] = [];
  startWriter(store, name, { onProgress: (progress) => told.push(progress) });
  await inOrder(store);
  await vi.waitFor(() => expect(told).toEqual([{ done: 34, total: 34 }]), BUSY_MACHINE);
  const { entries, waiting } = await readIndexState(store);
  expect([entries.map(({ documents }) => documents), waiting]).toEqual([[29], 5]);
  expect(await storedAnswers(store)).toEqual(await freshAnswers(store));
});

it('makes a segment again that a reader found damaged, whoever has the lock', async () => {
  const name = temporaryName();
  const [store, elsewhere] = [temporaryStore(name), temporaryStore(name)];
  startWriter(store, name);
  await saveSome(store, 'some', FLUSH_AT);
  await vi.waitFor(async () => expect((await readIndex(store)).entries).toHaveLength(1), BUSY_MACHINE);
  const id = (await readIndex(store)).entries[0]?.id ?? 0;
  await damage(store, id);
  await expect(storedAnswers(store)).rejects.toThrow('damaged');
  await startWriter(elsewhere, name).writer.damaged(id);
  await inOrder(store);
  expect((await readIndex(store)).entries.map((entry) => entry.id)).not.toContain(id);
  expect(await storedAnswers(store)).toEqual(await freshAnswers(store));
});

it('finds a damaged segment by itself when it merges, and loses nothing of it', async () => {
  const name = temporaryName();
  const store = temporaryStore(name);
  const first = startWriter(store, name);
  for (let part = 0; part < 4; part += 1) {
    await saveSome(store, `part-${part}`, FLUSH_AT, part);
    await vi.waitFor(async () => expect((await readIndex(store)).entries).toHaveLength(part + 1), BUSY_MACHINE);
  }
  await first.stop();
  await damage(store, (await readIndex(store)).entries[0]?.id ?? 0);
  await saveSome(store, 'last', FLUSH_AT, 5);
  const { problems } = startWriter(store, name);
  await inOrder(store);
  expect(await storedAnswers(store)).toEqual(await freshAnswers(store));
  expect(problems).toEqual([]);
});

it('makes an index of another version anew, and what waited for it', async () => {
  const name = temporaryName();
  const store = temporaryStore(name);
  const first = startWriter(store, name);
  await saveSome(store, 'some', FLUSH_AT + 3);
  await inOrder(store);
  await first.stop();
  await store.writeBeside(['index-state'], async (transaction) => {
    const states = transaction.objectStore('index-state');
    const state = await states.get('state');
    if (state !== undefined) await states.put({ ...state, version: INDEX_VERSION + 1 }, 'state');
  });
  expect(await readIndex(store)).toMatchObject({ entries: [], isComplete: false });
  await spoilPending(store);
  startWriter(store, name);
  await inOrder(store);
  expect(await storedAnswers(store)).toEqual(await freshAnswers(store));
});

it('analyses an article again whose analysis is damaged', async () => {
  const name = temporaryName();
  const store = temporaryStore(name);
  await saveSome(store, 'some', FLUSH_AT);
  await spoilPending(store);
  startWriter(store, name);
  await inOrder(store);
  expect(await storedAnswers(store)).toEqual(await freshAnswers(store));
});

it('tells of a failure and tries again at the next change', async () => {
  const name = temporaryName();
  const store = temporaryStore(name);
  let isFull = true;
  const disk: Store = {
    ...store,
    writeBeside: (stores, work, durability) =>
      isFull ? Promise.reject(new DOMException('', 'QuotaExceededError')) : store.writeBeside(stores, work, durability),
  };
  const { problems } = startWriter(disk, name);
  await vi.waitFor(() => expect(problems.length).toBeGreaterThan(0), BUSY_MACHINE);
  isFull = false;
  await saveSome(store, 'some', 3);
  await inOrder(store);
  expect(await storedAnswers(store)).toEqual(await freshAnswers(store));
});

/** Puts bytes that mean nothing in the place of some analysed articles. */
async function spoilPending(store: Store): Promise<void> {
  await store.writeBeside(['pending'], async (transaction) => {
    const pending = transaction.objectStore('pending');
    for (const record of (await pending.getAll()).slice(0, 3)) {
      await pending.put({ ...record, document: new Uint8Array([1, 2, 3]) });
    }
  });
}

/** Changes one byte of a segment's postings. */
async function damage(store: Store, segment: number): Promise<void> {
  await store.writeBeside(['index-records'], async (transaction) => {
    const records = transaction.objectStore('index-records');
    const key = keyNumber({ segment, kind: 'postings', number: 0 });
    const bytes = await records.get(key);
    if (bytes === undefined) throw new Error('no such record');
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await records.put(bytes, key);
  });
}
