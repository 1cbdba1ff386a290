import { deleteDB } from 'idb';
import { expect, it, onTestFinished } from 'vitest';
import { openAnnouncements } from '../../storage/announcements.ts';
import { connectLibrary } from '../../storage/database.ts';
import { type DiskReserve, type DiskReserveParts, freeBytes, openDiskReserve } from '../../storage/disk-reserve.ts';
import { OPENING, type OpenEvents } from '../../storage/open-database.ts';
import { countArticles } from '../../storage/read-articles.ts';
import { saveArticle } from '../../storage/save-article.ts';
import { storageProblem } from '../../storage/storage-problem.ts';
import { openStore } from '../../storage/store.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryName } from '../support/temporary-store.ts';

const BYTES = 100_000;

interface Disk extends DiskReserveParts {
  free: number;
  /** Milliseconds. */
  time: number;
}

/** What a reserve is made of in a test: real caches, and a disk with plenty of room until it is told otherwise. */
function aDisk(): Disk {
  const disk = {
    free: 10 * BYTES,
    time: 0,
    caches,
    bytes: BYTES,
    lowBytes: 0,
    freeBytes: async () => disk.free,
    now: () => disk.time,
  };
  return disk;
}

function aReserve(disk: Disk, name = `${temporaryName()}-reserve`): { name: string; reserve: DiskReserve } {
  onTestFinished(async () => {
    await caches.delete(name);
  });
  return { name, reserve: openDiskReserve(name, disk) };
}

/** Bytes that the reserve takes. */
async function taken(name: string): Promise<number> {
  const cache = await caches.open(name);
  const entries = await cache.matchAll();
  const sizes = await Promise.all(entries.map(async (entry) => (await entry.arrayBuffer()).byteLength));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function made(disk = aDisk()) {
  const { name, reserve } = aReserve(disk);
  expect(await reserve.isKept()).toBe(true);
  await expect.poll(() => caches.open(name).then((cache) => cache.keys())).toHaveLength(2);
  return { disk, name, reserve };
}

it('takes its bytes of the disk, without letting the first write wait for that', async () => {
  const { name } = await made();
  expect(await taken(name)).toBe(BYTES);
});

it('gives all of them back, and lets nothing be written until there is room for them twice', async () => {
  const { disk, name, reserve } = await made();
  await reserve.release();
  expect(await taken(name)).toBe(0);
  disk.free = 2 * BYTES - 1;
  expect(await reserve.isKept()).toBe(false);
  expect(await taken(name)).toBe(0);
  disk.free = 2 * BYTES;
  expect(await reserve.isKept()).toBe(true);
  expect(await taken(name)).toBe(BYTES);
});

it('never keeps a library from being written that had no room for a reserve', async () => {
  const disk = Object.assign(aDisk(), { free: BYTES });
  const { name, reserve } = aReserve(disk);
  expect(await reserve.isKept()).toBe(true);
  await reserve.release();
  expect(await reserve.isKept()).toBe(true);
  expect(await taken(name)).toBe(0);
});

it('hears of what another context gave back when the database is opened anew', async () => {
  const { disk, name, reserve } = await made();
  await openDiskReserve(name, disk).release();
  disk.free = 0;
  expect(await reserve.isKept()).toBe(true);
  reserve.lookAgain();
  expect(await reserve.isKept()).toBe(false);
});

it('lets nothing be written where little room is left beside it, and looks at that behind the writes', async () => {
  const { disk, reserve } = await made(Object.assign(aDisk(), { lowBytes: BYTES }));
  disk.free = BYTES - 1;
  disk.time = 199;
  expect(await reserve.isKept()).toBe(true);
  disk.time = 200;
  expect(await reserve.isKept()).toBe(true); // This one does not wait for what the look finds.
  expect(await reserve.isKept()).toBe(false);
  expect(await reserve.isKept()).toBe(false);
  disk.free = BYTES;
  expect(await reserve.isKept()).toBe(true);
});

it('does not keep anything from being written where nobody knows how much is free', async () => {
  const { reserve } = aReserve({ ...aDisk(), lowBytes: BYTES, freeBytes: () => Promise.reject(new Error('unknown')) });
  expect(await reserve.isKept()).toBe(true);
  expect(await reserve.isKept()).toBe(true);
});

it('keeps nothing from being written where the browser has no caches', async () => {
  const { reserve } = aReserve({ ...aDisk(), caches: { open: () => Promise.reject(new Error('no caches')) } });
  expect(await reserve.isKept()).toBe(true);
});

it('asks the browser how much is free', async () => {
  expect(await freeBytes()).toBeGreaterThan(1_000_000);
});

/** A connection to a database that cannot be opened before the reserve is given back, or never. */
async function onFullDisk(whenGivenBack: boolean) {
  const { disk, name, reserve } = await made();
  const base = temporaryName();
  const tried: string[] = [];
  const opening = {
    async open(opened: string, events: OpenEvents) {
      tried.push(opened);
      if (whenGivenBack && (await taken(name)) === 0) return OPENING.open(opened, events);
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    },
    pause: () => Promise.resolve(),
  };
  const guard = { check: () => Promise.resolve(), canReplace: () => Promise.resolve(true) };
  const connection = connectLibrary({}, base, { guard, reserve, opening });
  const store = openStore(connection, openAnnouncements(base), null, reserve);
  onTestFinished(async () => {
    await store.close();
    await deleteDB(base);
  });
  disk.free = 0;
  return { disk, store, tried, base };
}

it('lets a full disk open the library to be read, and be written again once there is room', async () => {
  const { disk, store, tried, base } = await onFullDisk(true);
  expect(await countArticles(store)).toBe(0);
  expect(tried).toEqual(Array(6).fill(base));
  expect(await saveArticle(store, aBundle(), 1)).toMatchObject({ ok: false, problem: { kind: 'disk-full' } });
  expect(await countArticles(store)).toBe(0);
  disk.free = 10 * BYTES;
  expect(await saveArticle(store, aBundle(), 2)).toMatchObject({ ok: true });
  expect(await countArticles(store)).toBe(1);
});

it('says that the disk is full where its room was not enough, and puts no other database in its place', async () => {
  const { store, tried, base } = await onFullDisk(false);
  expect(await countArticles(store).catch(storageProblem)).toMatchObject({ kind: 'disk-full' });
  expect(tried).toEqual(Array(6).fill(base));
});

it('is not given back for a database of a newer version', async () => {
  const { name, reserve } = await made();
  const newer = () => Promise.reject(new DOMException('newer', 'VersionError'));
  const connection = connectLibrary({}, temporaryName(), { reserve, opening: { ...OPENING, open: newer } });
  await expect(connection.database()).rejects.toThrow('newer');
  expect(await taken(name)).toBe(BYTES);
});
