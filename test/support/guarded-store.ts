import { deleteDB } from 'idb';
import { onTestFinished } from 'vitest';
import { openAnnouncements } from '../../storage/announcements.ts';
import { connectLibrary, type LibraryDatabase } from '../../storage/database.ts';
import type { KeyedStore } from '../../storage/keyed-store.ts';
import { OPENING, type Opening } from '../../storage/open-database.ts';
import { createGuard, type GuardParts } from '../../storage/second-copy/guard.ts';
import { createSecondCopy } from '../../storage/second-copy/second-copy.ts';
import { openStore, type Store } from '../../storage/store.ts';

export interface GuardedOptions extends Partial<GuardParts> {
  /** Called before each transaction that the guard begins; what it throws ends the guard there. */
  readonly beforeTransaction?: () => void;
  /** Called before each try to open a database; what it throws, the try rejects with. */
  readonly beforeOpening?: (name: string) => void;
}

/** A store on the database `name` with its second copy in `keyed`, as one context opens it; closed when the test ends. */
export function guardedStore(name: string, keyed: KeyedStore, options: GuardedOptions = {}): Store {
  const { beforeTransaction = () => {}, beforeOpening = () => {}, ...changes } = options;
  const shared = { keyed, locks: navigator.locks, lock: `lock of ${name}`, witness: options.witness };
  const guard = createGuard({ ...shared, now: () => 1_000, newId: () => crypto.randomUUID(), ...changes });
  const watched = {
    ...guard,
    check: (database: LibraryDatabase, isReplacement: boolean) =>
      guard.check(interruptible(database, beforeTransaction), isReplacement),
  };
  const opening: Opening = {
    async open(opened, events) {
      beforeOpening(opened);
      return OPENING.open(opened, events);
    },
    pause: () => Promise.resolve(),
  };
  const connection = connectLibrary({}, name, { guard: watched, opening });
  const store = openStore(connection, openAnnouncements(name), createSecondCopy(shared));
  onTestFinished(async () => {
    await store.close();
    for (const one of [name, `${name}-2`, `${name}-3`]) await deleteDB(one);
  });
  return store;
}

function interruptible(database: LibraryDatabase, before: () => void): LibraryDatabase {
  return new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]) => {
        if (name !== 'close') before();
        return Reflect.apply(value, target, args);
      };
    },
  });
}
