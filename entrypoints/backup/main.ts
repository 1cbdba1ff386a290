import { serveBackground } from '../../services/backup/serve-background.ts';
import { startWorker, TRANSFER_WORKER } from '../../services/start-worker.ts';

/** The offscreen document that Chromium's background opens for a backup. */
serveBackground({
  heard: navigator.serviceWorker,
  startWorker: () => startWorker(TRANSFER_WORKER),
  locks: navigator.locks,
  close: () => window.close(),
});
navigator.serviceWorker.startMessages();
