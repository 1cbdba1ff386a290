import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { citationItem } from '../../core/formats/citations/citation-item.ts';
import { type CitationRun, type CitationStyle, formatCitation } from '../../core/formats/citations/citation-styles.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import { useTranslate } from '../translation.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import './reading-controls.css';
import './cite.css';

export interface CiteDialogProps {
  readonly record: ArticleRecord;
  /** Puts a citation into the clipboard; false when the browser did not let it. */
  readonly copy: (runs: readonly CitationRun[]) => Promise<boolean>;
  readonly close: () => void;
}

/** Names of styles are names: they are the same in every language. */
const STYLES: readonly (readonly [CitationStyle, string])[] = [
  ['apa', 'APA'],
  ['mla', 'MLA'],
  ['chicago', 'Chicago'],
  ['harvard', 'Harvard'],
  ['ieee', 'IEEE'],
  ['vancouver', 'Vancouver'],
];

/** The dialog that shows one article's citation in a style of choice, and copies it. */
export function CiteDialog({ record, copy, close }: CiteDialogProps): JSX.Element {
  const t = useTranslate();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [style, setStyle] = useState<CitationStyle>('apa');
  const [copied, setCopied] = useState<boolean | null>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const runs = formatCitation(citationItem(record), style);
  const choose = (chosen: CitationStyle) => {
    setStyle(chosen);
    setCopied(null);
  };
  return (
    <dialog ref={dialog} class="dialog cite" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{t('cite.title')}</h2>
      <ChoiceGroup name={t('cite.style')} choices={STYLES} chosen={style} onChoose={choose} />
      <p class="cite-text" lang="en" dir="ltr">
        {runs.map(({ text, isItalic }) => (isItalic ? <i>{text}</i> : text))}
      </p>
      <p class="cite-status" role="status">
        {copied === true && t('cite.copied')}
        {copied === false && t('cite.notCopied')}
      </p>
      <div class="cite-buttons">
        <button type="button" class="button button-primary" onClick={() => void copy(runs).then(setCopied)}>
          {t('cite.copy')}
        </button>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {t('cite.close')}
        </button>
      </div>
    </dialog>
  );
}
