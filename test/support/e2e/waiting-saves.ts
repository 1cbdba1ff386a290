import type { Session } from '../browser/session.ts';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

/** The alarm that tries the queue again; its name is part of what must survive an update. */
const ALARM = 'retry-queue';

/** When the queue's alarm will ring, milliseconds since 1970, or null when it is not set. */
export function nextAlarm(session: Session): Promise<number | null> {
  return session.inExtension(async (name) => (await chrome.alarms.get(name))?.scheduledTime ?? null, ALARM);
}

/** Rings the queue's alarm now. */
export function ringAlarm(session: Session): Promise<void> {
  return session.inExtension(async (name) => {
    await chrome.alarms.create(name, { when: Date.now() });
  }, ALARM);
}

/** Lets the time of every waiting save come, by their records, and rings the alarm. */
export async function letTimeCome(session: Session): Promise<void> {
  await session.inExtension(makeDue, 'offprint');
  await ringAlarm(session);
}

async function makeDue(name: string): Promise<void> {
  const opening = indexedDB.open(name);
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const transaction = opening.result.transaction('queue', 'readwrite');
  const walk = transaction.objectStore('queue').openCursor();
  walk.onsuccess = () => {
    if (walk.result === null) return;
    walk.result.update({ ...walk.result.value, notBefore: 0 });
    walk.result.continue();
  };
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  opening.result.close();
}
