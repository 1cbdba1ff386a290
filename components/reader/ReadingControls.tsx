import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Preferences } from '../../services/library.ts';
import { useTranslate } from '../translation.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { TextSizeControl } from './TextSizeControl.tsx';
import { useDismissal } from './use-dismissal.ts';
import './reading-controls.css';

interface ReadingControlsProps {
  readonly preferences: Preferences;
  readonly onChange: (change: Partial<Preferences>) => void;
}

/** How the person likes to read, in a panel that opens below its button; every change shows at once. */
export function ReadingControls({ preferences, onChange }: ReadingControlsProps): JSX.Element {
  const t = useTranslate();
  const panel = useRef<HTMLDetailsElement>(null);
  useDismissal(panel);
  return (
    <details ref={panel} class="reading-controls">
      <summary class="button">
        {t('reader.settings.title')} <span aria-hidden="true">▾</span>
      </summary>
      <div class="reading-panel">
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
      </div>
    </details>
  );
}
