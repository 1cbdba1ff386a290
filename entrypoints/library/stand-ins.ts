import { problem } from '../../core/problem.ts';
import { fail } from '../../core/result.ts';
import type { Safekeeping } from '../../services/safekeeping/safekeeping.ts';
import type { Job, Transfer } from '../../services/transfer/transfer.ts';

/** What stands for a service that is not there yet: it does nothing and says so. */

function neverDone<T>(): Job<T> {
  return { outcome: Promise.resolve(fail(problem('cancelled'))), pause() {}, resume() {}, cancel() {} };
}

export const noSafekeeping: Safekeeping = {
  state: () => ({ kind: 'ready' }),
  subscribe: () => () => {},
  recovery: async () => null,
  dismissRecovery: async () => {},
  copy: async () => ({ articles: 0, setAside: [] }),
};

export const noTransfer: Transfer = {
  count: async () => 0,
  export: neverDone,
  preview: neverDone,
  import: neverDone,
};
