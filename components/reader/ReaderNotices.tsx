import type { ComponentChildren, JSX } from 'preact';
import type { SavedArticle } from '../../core/library/records.ts';
import type { ReadingTree } from '../../core/reading/tree.ts';
import { useTranslate } from '../translation.ts';
import { sourceOf, writeMoment } from './article-details.ts';
import { OutsideLink } from './OutsideLink.tsx';

interface ReaderNoticesProps {
  readonly article: SavedArticle;
  readonly tree: ReadingTree;
  readonly locale: string;
}

/** What a reader must know before trusting the copy: that it is cut, empty, lossy, or all that is left. */
export function ReaderNotices({ article: { record, body }, tree, locale }: ReaderNoticesProps): JSX.Element {
  const t = useTranslate();
  const source = sourceOf(record);
  const link = source !== null && <OutsideLink address={source}>{t('reader.originalSource')}</OutsideLink>;
  return (
    <>
      {record.goneAt !== null && <Notice>{t('reader.gone', [writeMoment(record.goneAt, locale)])}</Notice>}
      {body.bodyFormat === 'text' && tree.blocks.length > 0 && <Notice>{t('reader.lossy')}</Notice>}
      {tree.truncated && (
        <Notice>
          {t('reader.truncated')} {link}
        </Notice>
      )}
      {tree.blocks.length === 0 && !tree.truncated && (
        <Notice>
          {t('reader.noBody')} {link}
        </Notice>
      )}
    </>
  );
}

function Notice({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <p class="reader-notice" role="note">
      {children}
    </p>
  );
}
