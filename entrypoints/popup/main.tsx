import { render } from 'preact';
import { i18n } from '#i18n';
import { Popup } from '../../components/popup/Popup.tsx';
import { preparePage } from '../../components/prepare-page.ts';
import { applyTheme } from '../../components/shell/theme.ts';
import { TranslationProvider } from '../../components/translation.ts';
import { createPopupService } from '../../services/popup.ts';
import { createPreferenceStore } from '../../services/preferences.ts';
import { keepLibrary } from '../../services/safekeeping/keep-library.ts';
import { localKeyedStore } from '../../services/safekeeping/local-keyed-store.ts';
import '../../components/theme.css';

const now = (): number => Date.now();
const { store, safekeeping } = keepLibrary({ keyed: localKeyedStore, locks: navigator.locks, now });
const root = document.documentElement;
preparePage(root, i18n.t);
createPreferenceStore()
  .load()
  .then(({ theme }) => applyTheme(root, theme));

render(
  <TranslationProvider value={i18n.t}>
    <Popup service={createPopupService(store, safekeeping)} />
  </TranslationProvider>,
  document.body,
);
