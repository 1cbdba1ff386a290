import type { ChangeRecord } from '../core/library/records.ts';

/** Tells every open context of the extension about committed writes. */
export interface Announcements {
  /** Tells all subscribers, here and in other contexts. Called after a write's transaction has completed, never before. */
  announce(changes: readonly ChangeRecord[]): void;
  /** Calls `listener` once per committed change; returns the unsubscriber. */
  subscribe(listener: (change: ChangeRecord) => void): () => void;
  close(): void;
}

/** Announcements over a `BroadcastChannel` called `name`; a channel does not hear itself, so local subscribers are told directly. */
export function openAnnouncements(name = 'offprint'): Announcements {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<(change: ChangeRecord) => void>();
  const tell = (changes: readonly ChangeRecord[]): void => {
    for (const change of changes) for (const listener of listeners) listener(change);
  };
  channel.addEventListener('message', (event: MessageEvent<readonly ChangeRecord[]>) => tell(event.data));

  return {
    announce(changes) {
      channel.postMessage(changes);
      tell(changes);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel.close(),
  };
}
