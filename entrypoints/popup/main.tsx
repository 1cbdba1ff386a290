import { render } from 'preact';
import { i18n } from '#i18n';
import { Popup } from '../../components/popup/Popup.tsx';
import { preparePage } from '../../components/prepare-page.ts';
import { applyTheme } from '../../components/shell/theme.ts';
import { TranslationProvider } from '../../components/translation.ts';
import { createPopupService } from '../../services/popup.ts';
import { createPreferenceStore } from '../../services/preferences.ts';
import { openStore } from '../../storage/store.ts';
import '../../components/theme.css';

const root = document.documentElement;
preparePage(root, i18n.t);
createPreferenceStore()
  .load()
  .then(({ theme }) => applyTheme(root, theme));

render(
  <TranslationProvider value={i18n.t}>
    <Popup service={createPopupService(openStore())} />
  </TranslationProvider>,
  document.body,
);
