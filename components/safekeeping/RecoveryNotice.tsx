import type { JSX } from 'preact';
import { useNumber, usePageModel } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';

/** Says once that the library was lost by the browser and brought back, until it is put away. */
export function RecoveryNotice(): JSX.Element | null {
  const t = useTranslate();
  const number = useNumber();
  const { watch } = usePageModel();
  const recovery = watch.recovery.value;
  if (recovery === null) return null;
  const { restored, expected, reason } = recovery;
  const missing = Math.max(0, expected - restored);
  return (
    <div role="alert" class="page-notice">
      <p>
        {t('safekeeping.recovered', expected, [number(restored), number(expected)])}
        {missing > 0 && ` ${t('safekeeping.missing', missing, [number(missing)])}`}
        {reason === 'unreadable' && ` ${t('safekeeping.aside')}`}
      </p>
      <button type="button" class="button" onClick={watch.dismissRecovery}>
        {t('safekeeping.dismiss')}
      </button>
    </div>
  );
}
