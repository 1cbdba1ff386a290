import type { Backup } from '../../services/backup/backup.ts';
import type { Bin } from '../../services/bin.ts';
import type { Library, PreferenceStore } from '../../services/library.ts';
import type { Safekeeping } from '../../services/safekeeping/safekeeping.ts';
import type { SavedSearches } from '../../services/saved-searches.ts';
import type { StorageState } from '../../services/storage-state.ts';
import type { Transfer } from '../../services/transfer/transfer.ts';
import type { UnsavedNotes } from '../../services/unsaved-notes.ts';
import type { CiteDialogProps } from '../reader/CiteDialog.tsx';
import type { After } from '../shell/toasts.ts';
import type { HashLocation } from './hash-location.ts';

/** Everything the library page is given; it reaches for nothing itself. */
export interface LibraryPageServices {
  readonly library: Library;
  readonly bin: Bin;
  readonly safekeeping: Safekeeping;
  readonly transfer: Transfer;
  readonly backup: Backup;
  readonly preferences: PreferenceStore;
  readonly searches: SavedSearches;
  readonly unsavedNotes: UnsavedNotes;
  readonly location: HashLocation;
  readonly copyCitation: CiteDialogProps['copy'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly after: After;
  /** Loads the page again. */
  readonly reload: () => void;
  /** Asks the browser to keep the library, and what it takes. */
  readonly storageState: () => Promise<StorageState>;
  /** BCP 47 tag for numbers, dates and names of languages. */
  readonly locale: string;
}
