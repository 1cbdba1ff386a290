import type { ChangeRecord } from '../core/library/records.ts';

/** Tells every open context of the extension about committed writes. */
export interface Announcements {
  /** Tells all subscribers, here and in other contexts. Called after a write's transaction has completed, never before. */
  announce(changes: readonly ChangeRecord[]): void;
  /** Calls `listener` once per committed change; returns the unsubscriber. */
  subscribe(listener: (change: ChangeRecord) => void): () => void;
  /** Tells all that the list of the index's segments was written: whoever searches reads it again. */
  announceIndex(): void;
  /** Calls `listener` after every write of the list of segments, by this context too; returns the unsubscriber. */
  subscribeIndex(listener: () => void): () => void;
  close(): void;
}

type Message = { readonly changes: readonly ChangeRecord[] } | 'index';

/** Announcements over a `BroadcastChannel` called `name`; a channel does not hear itself, so local subscribers are told directly. */
export function openAnnouncements(name = 'offprint'): Announcements {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<(change: ChangeRecord) => void>();
  const indexListeners = new Set<() => void>();
  const tell = (message: Message): void => {
    if (message === 'index') for (const listener of indexListeners) listener();
    else for (const change of message.changes) for (const listener of listeners) listener(change);
  };
  channel.addEventListener('message', (event: MessageEvent<Message>) => tell(event.data));

  const send = (message: Message): void => {
    channel.postMessage(message);
    tell(message);
  };
  return {
    announce: (changes) => send({ changes }),
    subscribe: (listener) => subscribeTo(listeners, listener),
    announceIndex: () => send('index'),
    subscribeIndex: (listener) => subscribeTo(indexListeners, listener),
    close: () => channel.close(),
  };
}

function subscribeTo<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
