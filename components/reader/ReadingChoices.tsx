import type { JSX } from 'preact';
import type { Preferences } from '../../core/library/preferences.ts';
import { useTranslate } from '../translation.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { TextSizeControl } from './TextSizeControl.tsx';
import './reading-controls.css';

export interface ReadingChoicesProps {
  readonly preferences: Preferences;
  readonly onChange: (change: Partial<Preferences>) => void;
}

/** How the person likes to read; every change shows at once. */
export function ReadingChoices({ preferences, onChange }: ReadingChoicesProps): JSX.Element {
  const t = useTranslate();
  return (
    <>
      <ChoiceGroup
        name={t('reader.settings.face')}
        choices={[
          ['serif', t('reader.settings.serif')],
          ['system', t('reader.settings.system')],
        ]}
        chosen={preferences.face}
        onChoose={(face) => onChange({ face })}
      />
      <TextSizeControl textSize={preferences.textSize} onChange={(textSize) => onChange({ textSize })} />
      <ChoiceGroup
        name={t('reader.settings.measure')}
        choices={[
          ['narrow', t('reader.settings.narrow')],
          ['normal', t('reader.settings.normal')],
          ['wide', t('reader.settings.wide')],
        ]}
        chosen={preferences.measure}
        onChoose={(measure) => onChange({ measure })}
      />
      <ChoiceGroup
        name={t('reader.settings.theme')}
        choices={[
          ['system', t('reader.settings.themeSystem')],
          ['light', t('reader.settings.light')],
          ['dark', t('reader.settings.dark')],
          ['sepia', t('reader.settings.sepia')],
        ]}
        chosen={preferences.theme}
        onChoose={(theme) => onChange({ theme })}
      />
    </>
  );
}
