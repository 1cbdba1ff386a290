import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { exportArticles } from '../services/transfer/export-articles.ts';
import { serveTransfer } from '../services/transfer/transfer-worker.ts';
import { openStore } from '../storage/store.ts';

/** The worker that takes articles away and reads what is brought back: hours of zip and hashes beside a page that stays quick. */
export default defineUnlistedScript(() => {
  serveTransfer(self, exportArticles, { store: openStore(), clock: () => performance.now() });
});
