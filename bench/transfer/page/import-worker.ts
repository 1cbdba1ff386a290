import { exportArticles } from '../../../services/transfer/export-articles.ts';
import { serveTransfer } from '../../../services/transfer/transfer-worker.ts';
import { connectLibrary } from '../../../storage/database.ts';
import { openStore } from '../../../storage/store.ts';
import { IMPORTED } from './imported-name.ts';

/** The product's transfer worker, for the library that imports go to. */
const store = openStore(connectLibrary({}, IMPORTED));
serveTransfer(self, exportArticles, { store, clock: () => performance.now() });
