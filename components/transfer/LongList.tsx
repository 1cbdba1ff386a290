import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useNumber } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';

export interface LongListRow {
  readonly key: string;
  /** What it is about: text of an article or of a file, in its own direction. */
  readonly subject: string;
  readonly words: string;
}

export interface LongListProps {
  readonly title: string;
  readonly rows: readonly LongListRow[];
  /** Said below the whole list, for what is not in it. */
  readonly rest?: string | null;
}

/** Rows shown before someone asks for all. */
const FIRST = 5;

/** A list of which the first few are shown, and all when someone asks. Nothing at all when it is empty. */
export function LongList({ title, rows, rest = null }: LongListProps): JSX.Element | null {
  const t = useTranslate();
  const number = useNumber();
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  if (rows.length === 0) return null;
  const shown = isWhole ? rows : rows.slice(0, FIRST);
  return (
    <section class="long-list" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul aria-labelledby={id}>
        {shown.map(({ key, subject, words }) => (
          <li key={key}>
            <strong dir="auto">{subject}</strong> <span>{words}</span>
          </li>
        ))}
      </ul>
      {rows.length > FIRST && (
        <button type="button" class="link-button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('transfer.list.fewer') : t('transfer.list.all', [number(rows.length)])}
        </button>
      )}
      {rest !== null && <p>{rest}</p>}
    </section>
  );
}
