import '../../components/theme.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { windowHash } from '../../components/library/hash-location.ts';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import type { LibraryPageServices } from '../../components/library/page-services.ts';
import { preparePage } from '../../components/prepare-page.ts';
import { TranslationProvider } from '../../components/translation.ts';
import { openBackup } from '../../services/backup/open-backup.ts';
import { createBin } from '../../services/bin.ts';
import { copyCitation } from '../../services/copy-citation.ts';
import { createLibrary } from '../../services/page-library.ts';
import { createPreferenceStore } from '../../services/preferences.ts';
import { keepLibrary } from '../../services/safekeeping/keep-library.ts';
import { localKeyedStore } from '../../services/safekeeping/local-keyed-store.ts';
import { createSavedSearches } from '../../services/saved-searches.ts';
import { createSearchClient } from '../../services/search/search-client.ts';
import { SEARCH_WORKER, startWorker, TRANSFER_WORKER } from '../../services/start-worker.ts';
import { storageState } from '../../services/storage-state.ts';
import { createDownload } from '../../services/transfer/download-file.ts';
import { createImport } from '../../services/transfer/page-import.ts';
import { createExport } from '../../services/transfer/page-transfer.ts';
import type { Transfer } from '../../services/transfer/transfer.ts';
import { createTransferClient } from '../../services/transfer/transfer-client.ts';
import { createUnsavedNotes } from '../../services/unsaved-notes.ts';
import '../../components/shell/shell.css';
import '../../components/library/library.css';

const now = (): number => Date.now();
const { store, safekeeping } = keepLibrary({ keyed: localKeyedStore, locks: navigator.locks, now });

const search = createSearchClient(startWorker(SEARCH_WORKER));
const preferences = createPreferenceStore();
const locale = preparePage(document.documentElement, i18n.t);
const appVersion = browser.runtime.getManifest().version;
/** Import, export and backups share one worker, which is started by the first of them. */
const worker = createTransferClient(() => startWorker(TRANSFER_WORKER));

const services: LibraryPageServices = {
  library: createLibrary(store, search, now),
  bin: createBin(store, now),
  safekeeping,
  transfer: openTransfer(),
  backup: openBackup({ store, preferences, worker, now }),
  preferences,
  searches: createSavedSearches(store, now),
  unsavedNotes: createUnsavedNotes(window.localStorage),
  location: windowHash(window),
  copyCitation,
  now,
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  reload: () => window.location.reload(),
  storageState,
  locale,
};

function openTransfer(): Transfer {
  return {
    ...createExport({
      store,
      search,
      preferences,
      worker,
      download: createDownload(document),
      now,
      appVersion,
      locale,
    }),
    ...createImport({ store, preferences, worker, now, clock: () => performance.now() }),
  };
}

render(
  <TranslationProvider value={i18n.t}>
    <LibraryPage services={services} />
  </TranslationProvider>,
  document.body,
);
