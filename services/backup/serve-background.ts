import { BACKUP_LOCK } from './backup-lock.ts';
import { type ToDocument, WORKER_FAULT } from './offscreen-messages.ts';

/** What the document does its work with. */
export interface DocumentParts {
  /** Where it hears the background: `navigator.serviceWorker`. */
  readonly heard: Pick<EventTarget, 'addEventListener'>;
  readonly startWorker: () => Pick<Worker, 'postMessage' | 'addEventListener'>;
  readonly locks: Pick<LockManager, 'request'>;
  readonly close: () => void;
}

/**
 * Does in a document what the background asks for. The background opens it while it holds the lock of backups; when that
 * is free the backup is over, or the background was stopped, and the document closes with all that it started.
 */
export function serveBackground({ heard, startWorker, locks, close }: DocumentParts): void {
  heard.addEventListener('message', (event) => {
    const { data, ports } = event as MessageEvent<ToDocument>;
    const [port] = ports;
    if (port === undefined) return;
    if (data.kind === 'start-worker') connect(startWorker(), port);
    else port.postMessage(URL.createObjectURL(data.file));
  });
  void locks.request(BACKUP_LOCK, close);
}

/** Lets each hear the other. */
function connect(worker: ReturnType<DocumentParts['startWorker']>, port: MessagePort): void {
  worker.addEventListener('message', ({ data }) => port.postMessage(data));
  worker.addEventListener('error', () => port.postMessage(WORKER_FAULT));
  port.onmessage = ({ data }) => worker.postMessage(data);
}
