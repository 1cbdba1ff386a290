import { temporaryName } from './temporary-store.ts';

/** The browser's locks, under names that no other test asks for. */
export function locksOfItsOwn(): LockManager {
  const prefix = temporaryName();
  return {
    request: (name: string, ...rest: [LockGrantedCallback<unknown>]) => navigator.locks.request(prefix + name, ...rest),
    query: () => navigator.locks.query(),
  } as LockManager;
}
