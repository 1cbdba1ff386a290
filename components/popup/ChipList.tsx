import { useTranslate } from '../translation.ts';

/** How many chips the popup shows before it only counts the rest. */
const MOST = 12;

/** A labelled list of names; nothing at all when there are none. */
export function ChipList({ label, values }: { readonly label: string; readonly values: readonly string[] }) {
  const t = useTranslate();
  if (values.length === 0) return null;
  const hidden = values.length - MOST;
  return (
    <div>
      <h2 class="popup-label">{label}</h2>
      <ul class="popup-chips" aria-label={label}>
        {values.slice(0, MOST).map((value) => (
          <li key={value} class="chip" dir="auto">
            {value}
          </li>
        ))}
        {hidden > 0 && <li class="popup-more">{t('popup.moreValues', [hidden])}</li>}
      </ul>
    </div>
  );
}
