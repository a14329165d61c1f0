// One row of the table. Rendered anew only when it shows another row or other columns: scrolling renders what comes into view. Its
// first cell opens the whole row.
import { memo } from 'react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { cellText } from '#src/rows/cells.ts';
import type { TimeStyle } from '#src/rows/cells.ts';
import { valueAt } from '#src/rows/columns.ts';
import type { DrawnColumn } from './table-layout.ts';
import * as words from './table-words.tsx';
import styles from './result-table.module.css';

type ResultTableRowProps = {
  readonly row: ResultRow;
  /** Its place among the rows that are let through, from 0. */
  readonly place: number;
  /** Rows above the first one. */
  readonly headings: number;
  readonly columns: readonly DrawnColumn[];
  readonly timeStyle: TimeStyle;
  /** Tab stops at this row; arrow keys lead to the others. */
  readonly tabStop: boolean;
};

/** Texts longer than this are shown in full in the tooltip. */
const TOOLTIP_FROM = 24;
/** Percent of its cell that the longest bar fills, and by which bars differ: the browser keeps what it drew for one of the same size. */
const FULL_BAR = 94;
const BAR_STEP = 2;

export const ResultTableRow = memo(function ResultTableRow(props: ResultTableRowProps) {
  const { row, place, headings, columns, timeStyle, tabStop } = props;
  return (
    <tr aria-rowindex={place + headings + 1} className={styles['row']}>
      {columns.map((drawn, number) => {
        const { column, index, full, cell } = drawn;
        const value = valueAt(row, column.key);
        const text = cellText(value, column, timeStyle);
        const attributes = {
          className: cell.className,
          style: full === null ? cell.style : { ...cell.style, backgroundSize: barSize(value, full) },
          'aria-colindex': index,
          title: text.length > TOOLTIP_FROM ? text : undefined,
        };
        if (number > 0) {
          return (
            <td key={column.key} {...attributes}>
              {text}
            </td>
          );
        }
        return (
          <th key={column.key} scope="row" {...attributes}>
            <button
              type="button"
              className={styles['open']}
              data-place={place}
              tabIndex={tabStop ? 0 : -1}
              aria-haspopup="dialog"
              aria-label={text === '' ? words.rowNumber(place + 1) : undefined}
            >
              {text}
            </button>
          </th>
        );
      })}
    </tr>
  );
});

function barSize(value: unknown, full: number): string {
  const filled = typeof value === 'number' && value > 0 ? Math.min(1, value / full) : 0;
  return `${Math.ceil((filled * FULL_BAR) / BAR_STEP) * BAR_STEP}% 75%`;
}
