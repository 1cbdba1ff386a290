import { openAnnouncements } from '../../storage/announcements.ts';
import { type Connection, connectLibrary, DATABASE_NAME } from '../../storage/database.ts';
import { freeBytes, openDiskReserve } from '../../storage/disk-reserve.ts';
import type { KeyedStore } from '../../storage/keyed-store.ts';
import { namesOf } from '../../storage/open-database.ts';
import { RECOVERY_KEY, slugsIn } from '../../storage/second-copy/copy-keys.ts';
import { createGuard } from '../../storage/second-copy/guard.ts';
import { healCopies } from '../../storage/second-copy/heal.ts';
import { readRecovery } from '../../storage/second-copy/recovery-log.ts';
import { createSecondCopy } from '../../storage/second-copy/second-copy.ts';
import type { Witness } from '../../storage/second-copy/witness.ts';
import { storageProblem } from '../../storage/storage-problem.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { createFileWitness } from './file-witness.ts';
import { createStateKeeper, type StateKeeper } from './library-state.ts';
import type { LibraryState, Safekeeping } from './safekeeping.ts';

export interface KeepLibraryParts {
  /** Where the second copy lies. */
  readonly keyed: KeyedStore;
  readonly locks: Pick<LockManager, 'request'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The database's name: another one for another library. */
  readonly name?: string;
}

/** A library that is kept from being lost, and how it stands. */
export interface KeptLibrary {
  readonly store: Store;
  readonly safekeeping: Safekeeping;
  /** Fills holes in the second copy (`storage/second-copy/heal.ts`): once in each start of the browser, behind everything else. */
  heal(): Promise<void>;
}

/**
 * Opens the library with its second copy, at once: it is compared with its sentinel, and brought back where it lost
 * something. Reads and writes of the store wait for that.
 */
export function keepLibrary({ keyed, locks, now, name = DATABASE_NAME }: KeepLibraryParts): KeptLibrary {
  const states = createStateKeeper();
  const announcements = openAnnouncements(name);
  const waiting = shareWaiting(`${name}-waiting`, states);
  const lock = `${name}-write`;
  const witness = createFileWitness(`${name}-witness`, () => navigator.storage.getDirectory());
  const guard = createGuard({
    keyed,
    witness,
    locks,
    lock,
    now,
    newId: () => crypto.randomUUID(),
    onRestoring: (done, total) => waiting.tell({ kind: 'restoring', done, total }),
    onRestored() {
      announcements.announceIndex(); // Whoever keeps the search index in order looks at what there is to do.
    },
  });
  const events = {
    blocked: () => waiting.tell({ kind: 'blocked' }),
    superseded: () => states.enter({ kind: 'superseded' }),
  };
  const reserve = openDiskReserve(`${name}-reserve`, { caches, freeBytes });
  const connection = watched(connectLibrary(events, name, { guard, reserve }), states);
  const store = openStore(connection, announcements, createSecondCopy({ keyed, locks, lock, witness }), reserve);
  connection.database().catch(() => {}); // The state says so.
  return {
    store,
    safekeeping: createSafekeeping(store, { keyed, witness, name, states }),
    async heal() {
      await store.read((database) => healCopies({ database, keyed, locks, lock }));
    },
  };
}

interface SafekeepingParts extends Pick<KeepLibraryParts, 'keyed'> {
  readonly witness: Witness;
  readonly name: string;
  readonly states: StateKeeper;
}

function createSafekeeping(store: Store, { keyed, witness, name, states }: SafekeepingParts): Safekeeping {
  return {
    state: states.state,
    subscribe: states.subscribe,
    async recovery() {
      const [logged, loss] = await Promise.all([readRecovery(keyed), witness.loss()]);
      const log = logged?.areChangesLost ? logged : (loss ?? logged); // A later recovery does not hide a loss.
      if (log === null || log.isUnderWay) return null;
      const { isUnderWay: _, before: __, ...recovery } = log;
      return recovery;
    },
    async dismissRecovery() {
      await Promise.all([keyed.remove([RECOVERY_KEY]), witness.keepLoss(null)]);
    },
    async copy() {
      const [keys, binned, { setAside }] = await Promise.all([
        keyed.getKeys(),
        store.read((database) => database.getAllKeys('bin')),
        namesOf(name),
      ]);
      const inBin = new Set(binned);
      const articles = [...slugsIn(keys).articles].filter((slug) => !inBin.has(slug)).length;
      return { articles, setAside };
    },
  };
}

/** The connection, with the state following what becomes of opening it. */
function watched(connection: Connection, states: StateKeeper): Connection {
  return {
    async database() {
      try {
        const database = await connection.database();
        states.enter({ kind: 'ready' });
        return database;
      } catch (thrown) {
        states.enter({ kind: 'failed', problem: storageProblem(thrown) });
        throw thrown;
      }
    },
    close: () => connection.close(),
  };
}

/** Why a library cannot be used yet. */
type Waiting = Extract<LibraryState, { kind: 'restoring' | 'blocked' }>;

/**
 * Lets a context that waits behind another one say why. IndexedDB tells only the first of those that wait for an older
 * page that the page holds the database, and only the one that brings a library back knows how far that is.
 */
function shareWaiting(name: string, states: StateKeeper) {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<Waiting | { readonly kind: 'asking' }>) => {
    const state = states.state();
    const isWaiting = state.kind === 'checking' || state.kind === 'restoring' || state.kind === 'blocked';
    if (data.kind !== 'asking' && isWaiting) states.enter(data);
    if (data.kind === 'asking' && state.kind === 'blocked') channel.postMessage(state);
  });
  channel.postMessage({ kind: 'asking' });
  return {
    tell(state: Waiting): void {
      states.enter(state);
      channel.postMessage(state);
    },
  };
}
