import type { JSX } from 'preact';
import { isSelected } from '../../core/library/selection.ts';
import { useTranslate } from '../translation.ts';
import { usePageModel } from './page-context.ts';

export interface SelectBoxProps {
  readonly slug: string;
  readonly headline: string;
  /** Where the article stands in the list. */
  readonly index: number;
}

/** The checkbox that selects an article; with Shift, all from the last one to it. */
export function SelectBox({ slug, headline, index }: SelectBoxProps): JSX.Element {
  const t = useTranslate();
  const { selection } = usePageModel();
  return (
    <label class="article-select">
      <input
        type="checkbox"
        checked={isSelected(selection.selected.value, slug)}
        aria-label={t('library.selection.select', [headline])}
        onClick={(event) => {
          if (event.shiftKey) selection.extendTo(index);
          else selection.toggle(slug);
        }}
      />
    </label>
  );
}
