import type { JSX } from 'preact';
import { useTranslate } from '../translation.ts';
import { usePageModel } from './page-context.ts';
import { ReadingSettings } from './ReadingSettings.tsx';
import { StorageSettings } from './StorageSettings.tsx';
import { useArrival } from './use-arrival.ts';
import { usePageTitle } from './use-page-title.ts';
import './sheet.css';
import './settings.css';

/** The settings: theme and reading, keys, and what the library takes on this device. */
export function SettingsView(): JSX.Element {
  const t = useTranslate();
  const route = usePageModel().route.value;
  const heading = useArrival(route.page === 'settings' && route.at === undefined);
  const title = t('library.settings.title');
  usePageTitle(title);
  return (
    <div class="sheet settings">
      <h1 ref={heading}>{title}</h1>
      <ReadingSettings />
      <KeySettings />
      <StorageSettings />
    </div>
  );
}

function KeySettings(): JSX.Element {
  const t = useTranslate();
  const { preferences, services, helpOpen } = usePageModel();
  return (
    <section aria-labelledby="settings-keys">
      <h2 id="settings-keys">{t('library.settings.keys')}</h2>
      <label class="switch">
        <input
          type="checkbox"
          aria-describedby="settings-keys-what"
          checked={preferences.value?.singleKeys ?? false}
          disabled={preferences.value === null}
          onChange={(event) => services.preferences.change({ singleKeys: event.currentTarget.checked })}
        />
        {t('library.settings.singleKeys')}
      </label>
      <p id="settings-keys-what">{t('library.settings.singleKeysWhat')}</p>
      <p>
        <button
          type="button"
          class="button"
          onClick={() => {
            helpOpen.value = true;
          }}
        >
          {t('library.settings.showKeys')}
        </button>
      </p>
    </section>
  );
}
