import type { JSX } from 'preact';
import { useNumber, usePageModel } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';

/** Says once what the browser damaged of the library, what came back and what did not, until it is put away. */
export function RecoveryNotice(): JSX.Element | null {
  const t = useTranslate();
  const number = useNumber();
  const { watch } = usePageModel();
  const recovery = watch.recovery.value;
  if (recovery === null) return null;
  const { restored, expected, missing, areChangesLost, reason } = recovery;
  return (
    <div role="alert" class="page-notice">
      <p>
        {reason === 'both'
          ? t('safekeeping.bothDamaged', expected, [number(expected - missing), number(expected)])
          : t('safekeeping.recovered', expected, [number(restored), number(expected)])}
        {missing > 0 && ` ${t('safekeeping.missing', missing, [number(missing)])}`}
        {areChangesLost && ` ${t('safekeeping.changesLost')}`}
        {reason === 'unreadable' && ` ${t('safekeeping.aside')}`}
      </p>
      <button type="button" class="button" onClick={watch.dismissRecovery}>
        {t('safekeeping.dismiss')}
      </button>
    </div>
  );
}
