import type { JSX } from 'preact';
import type { Alignment, Table, TableCell } from '../../core/reading/tree.ts';
import { useTranslate } from '../translation.ts';
import { InlineContent } from './InlineContent.tsx';
import { ScrollBox } from './ScrollBox.tsx';

/** A table of the article, in a box that scrolls. */
export function TableView({ table }: { readonly table: Table }): JSX.Element {
  const t = useTranslate();
  const { alignments } = table;
  return (
    <ScrollBox label={t('reader.table')} class="reader-table">
      <table>
        <thead>
          <Row cells={table.head} alignments={alignments} cell="th" />
        </thead>
        <tbody>
          {table.rows.map((cells) => (
            <Row cells={cells} alignments={alignments} cell="td" />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface RowProps {
  readonly cells: readonly TableCell[];
  readonly alignments: readonly Alignment[];
  readonly cell: 'th' | 'td';
}

function Row({ cells, alignments, cell: Cell }: RowProps): JSX.Element {
  return (
    <tr>
      {cells.map((content, column) => (
        <Cell dir="auto" scope={Cell === 'th' ? 'col' : undefined} data-align={alignments[column]}>
          <InlineContent content={content} />
        </Cell>
      ))}
    </tr>
  );
}
