import { render } from 'preact';
import { i18n } from '#i18n';
import { applyTheme } from '../../components/apply-theme.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { TranslationProvider } from '../../components/translation.ts';
import { createPopupService } from '../../services/popup.ts';
import { createPreferenceStore } from '../../services/preferences.ts';
import { openStore } from '../../storage/store.ts';
import '../../components/theme.css';

const service = createPopupService(openStore());
const root = document.documentElement;
root.lang = i18n.t('@@ui_locale').replace('_', '-');
root.dir = i18n.t('@@bidi_dir');
createPreferenceStore()
  .load()
  .then((preferences) => applyTheme(root, preferences));

const place = document.getElementById('app');
if (place !== null) {
  render(
    <TranslationProvider value={i18n.t}>
      <Popup service={service} />
    </TranslationProvider>,
    place,
  );
}
