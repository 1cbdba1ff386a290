/**
 * Room on the disk that is kept for one thing: to open the database where there is no other. On a disk without a free block
 * Chromium may open none at all, not even to be read, until there is room. So a little of the disk is taken while there
 * is plenty, and given back for that.
 *
 * It is an entry of a cache, since that is a file of its own, which goes without anything being written: on a full disk,
 * `caches.delete` fails, and so does the private file system once a write to it has failed. An empty entry beside it
 * stays when the room is given back, and tells a reserve that was used from one that was never made.
 */

/** Measured, 16 kB open a database on a full disk; LevelDB may also have to write down first what it had in memory, up to 4 MB. */
export const RESERVE_BYTES = 8_000_000;

/**
 * With less than this beside the reserve, nothing is written: where a log has no room for all of a record, what LevelDB
 * writes behind it is dropped at the next start, although it was acknowledged. What one write takes fits, and a flush.
 */
export const LOW_BYTES = 5_000_000;

/** The room is looked at once in so many milliseconds of writing, behind the writes. */
const LOOK_MS = 200;

/** With less than this, a database that cannot be opened is well and the disk is full. */
const FULL_BYTES = 1_000_000;

const ROOM = 'https://reserve.invalid/room';
const MARK = 'https://reserve.invalid/mark';

export interface DiskReserve {
  /**
   * Whether the database may be written: not while the reserve is given back and there is no room to make it anew, nor
   * while there is little room beside it. The first time, it is made in the background. Answered from memory until
   * `lookAgain`, but for a no.
   */
  isKept(): Promise<boolean>;
  /** Gives the room back to the disk. */
  release(): Promise<void>;
  /** Whether the disk has no room even for opening the database. */
  isDiskFull(): Promise<boolean>;
  /** The database was opened anew: another context may have given the room back for that. */
  lookAgain(): void;
}

export interface DiskReserveParts {
  readonly caches: Pick<CacheStorage, 'open'>;
  /** Bytes that are free for the library, as the browser knows them. */
  readonly freeBytes: () => Promise<number>;
  readonly bytes?: number;
  readonly lowBytes?: number;
  /** Milliseconds of any clock that does not stop. */
  readonly now?: () => number;
}

/** The reserve that lies in the cache `name`. */
export function openDiskReserve(
  name: string,
  { caches, freeBytes, bytes = RESERVE_BYTES, lowBytes = LOW_BYTES, now = () => performance.now() }: DiskReserveParts,
): DiskReserve {
  let known: Promise<boolean> | null = null;
  let room = Promise.resolve(true);
  let lookedAt = Number.NEGATIVE_INFINITY;

  const lookForRoom = (): Promise<boolean> => {
    lookedAt = now();
    room = freeBytes().then(
      (free) => free >= lowBytes,
      () => true,
    );
    return room;
  };

  /** Whether there is room beside the reserve, as it was when it was last looked at; a no is looked at again at once. */
  const hasRoomBeside = async (): Promise<boolean> => {
    if (!(await room)) return lookForRoom();
    if (now() - lookedAt >= LOOK_MS) void lookForRoom();
    return true;
  };

  const make = async (cache: Cache): Promise<boolean> => {
    if ((await freeBytes()) < 2 * bytes) return false; // Else its making would fill the disk.
    await cache.put(ROOM, new Response(randomBytes(bytes)));
    await cache.put(MARK, new Response(''));
    return true;
  };
  const look = async (): Promise<boolean> => {
    const cache = await caches.open(name);
    const [room, mark] = await Promise.all([cache.keys(ROOM), cache.keys(MARK)]);
    if (room.length > 0 && mark.length > 0) return true;
    const making = make(cache).catch(() => false);
    return mark.length === 0 || making;
  };

  return {
    async isKept() {
      known ??= look().catch(() => true); // Where there are no caches, there is nothing to keep.
      const asked = known;
      const isKept = await asked;
      if (!isKept && known === asked) known = null;
      return isKept && (await hasRoomBeside());
    },
    async release() {
      known = null;
      const cache = await caches.open(name);
      await cache.delete(ROOM);
    },
    isDiskFull: async () => (await freeBytes()) < FULL_BYTES,
    lookAgain() {
      known = null;
    },
  };
}

/** Bytes that are free for this origin: in Chromium, with `unlimitedStorage`, those of the disk. */
export async function freeBytes(): Promise<number> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage;
}

/** Random, since a file system that compresses would keep no room for anything else. */
function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  const most = 65_536; // More at once is refused.
  for (let start = 0; start < length; start += most) crypto.getRandomValues(bytes.subarray(start, start + most));
  return bytes;
}
