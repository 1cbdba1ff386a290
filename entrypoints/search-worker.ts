import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveSearch } from '../services/search/search-worker.ts';
import { openStore } from '../storage/store.ts';

/** The library page's worker: everything heavy of a search, and the care of the index. */
export default defineUnlistedScript(() => {
  serveSearch(self, { store: openStore(), locks: navigator.locks });
});
