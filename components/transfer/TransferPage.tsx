import type { JSX } from 'preact';
import { usePageModel } from '../library/page-context.ts';
import { useArrival } from '../library/use-arrival.ts';
import { usePageTitle } from '../library/use-page-title.ts';
import { useTranslate } from '../translation.ts';
import { ExportSection } from './ExportSection.tsx';
import { ImportSection } from './ImportSection.tsx';
import { useFileDrop } from './use-file-drop.ts';
import '../library/sheet.css';
import './transfer.css';

/** Where articles come in from a file and go out to one. A file may be dropped anywhere on it. */
export function TransferPage(): JSX.Element {
  const t = useTranslate();
  const heading = useArrival();
  const { transfer } = usePageModel();
  const isOver = useFileDrop(transfer.look);
  const title = t('transfer.title');
  usePageTitle(title);
  return (
    <div class="sheet transfer" data-dropping={isOver || undefined}>
      <h1 ref={heading}>{title}</h1>
      <ImportSection />
      <ExportSection />
    </div>
  );
}
