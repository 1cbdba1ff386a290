import type { JSX } from 'preact';
import { useTranslate } from '../translation.ts';

/** The ends of `Preferences.textSize`. */
const SMALLEST = -2;
const LARGEST = 4;

/** A step up or down is an eighth of the base size; `reader.css` says the same. */
const PERCENT_A_STEP = 12.5;

interface TextSizeControlProps {
  readonly textSize: number;
  readonly onChange: (textSize: number) => void;
}

/** Two buttons around the present size. At an end its button stays focusable and does nothing. */
export function TextSizeControl({ textSize, onChange }: TextSizeControlProps): JSX.Element {
  const t = useTranslate();
  const step = (by: -1 | 1, end: number, label: string, sign: string) => (
    <button
      type="button"
      class="button"
      aria-disabled={textSize === end}
      onClick={() => textSize === end || onChange(textSize + by)}
    >
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{label}</span>
    </button>
  );
  return (
    <fieldset class="choice-group text-size">
      <legend>{t('reader.settings.size')}</legend>
      <div>
        {step(-1, SMALLEST, t('reader.settings.smaller'), 'A−')}
        <output>{t('reader.settings.percent', [Math.round(100 + textSize * PERCENT_A_STEP)])}</output>
        {step(1, LARGEST, t('reader.settings.larger'), 'A+')}
      </div>
    </fieldset>
  );
}
