import { run } from './commands.ts';
import { type Inside, race, runAll, runClosed, runDisconnected, runHere } from './contexts.ts';
import { makeConnectionsFaulty } from './faulty-connections.ts';
import { hasFuture, holdOpen, letGo, makeNewer, seedOlder } from './older-library.ts';
import { openBenchStore } from './open-bench-store.ts';
import { playPoint, playUpgrade } from './points.ts';
import { copyKeys, copyValue, forgetCopy, loseDatabase, readKept, readTimes } from './raw-library.ts';
import { findSearchFaults } from './search-faults.ts';
import { numberStorageCalls } from './storage-calls.ts';

/** The script of the bench's page: the page itself offers `bench` to the test, a frame of it offers `inside` to the page. */

const bench = {
  copyKeys,
  copyValue,
  findSearchFaults,
  forgetCopy,
  hasFuture,
  holdOpen,
  letGo,
  loseDatabase,
  makeNewer,
  playPoint,
  playUpgrade,
  race,
  readKept,
  readTimes,
  runAll,
  runClosed,
  runDisconnected,
  runHere,
  seedOlder,
};

export type Bench = typeof bench;

if (location.hash === '#inside') {
  const calls = numberStorageCalls();
  const connections = makeConnectionsFaulty();
  const store = openBenchStore();
  const inside: Inside = { calls, connections, run: (command, at) => run(store, command, at) };
  Object.assign(globalThis, { inside });
} else {
  Object.assign(globalThis, { bench });
}
