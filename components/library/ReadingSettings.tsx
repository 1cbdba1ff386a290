import type { JSX } from 'preact';
import { ReadingChoices } from '../reader/ReadingChoices.tsx';
import { useTranslate } from '../translation.ts';
import { usePageModel } from './page-context.ts';

/** Theme, letters and line length. */
export function ReadingSettings(): JSX.Element {
  const t = useTranslate();
  const { preferences, services } = usePageModel();
  return (
    <section aria-labelledby="settings-reading">
      <h2 id="settings-reading">{t('library.settings.reading')}</h2>
      {preferences.value !== null && (
        <div class="settings-choices">
          <ReadingChoices
            preferences={preferences.value}
            onChange={(change) => void services.preferences.change(change)}
          />
        </div>
      )}
    </section>
  );
}
