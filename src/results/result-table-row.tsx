// One row of the table. Rendered anew only when it shows another row or other columns: scrolling renders what comes into view. Its
// first cell opens the whole row.
import { memo } from 'react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { cellText } from '#src/rows/cells.ts';
import type { TimeStyle } from '#src/rows/cells.ts';
import { valueAt } from '#src/rows/columns.ts';
import { classNames } from '#src/ui/class-names.ts';
import type { DrawnColumn } from './table-layout.ts';
import { stickyClass, stickyStyle } from './table-sticky.ts';
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
/** Percent of its cell that the longest bar fills. */
const FULL_BAR = 94;

export const ResultTableRow = memo(
  function ResultTableRow(props: ResultTableRowProps) {
    const { row, place, headings, columns, timeStyle, tabStop } = props;
    return (
      <tr aria-rowindex={place + headings + 1} className={styles['row']}>
        {columns.map((drawn, number) => {
          const { column, index, full } = drawn;
          const value = valueAt(row, column.key);
          const text = cellText(value, column, timeStyle);
          const cell = {
            className: classNames(styles['cell'], stickyClass(drawn), full !== null && styles['bar']),
            style: full === null ? stickyStyle(drawn) : { ...stickyStyle(drawn), ...barStyle(value, full) },
            'aria-colindex': index,
            'data-numeric': column.numeric ? '' : undefined,
            'data-kind': column.kind,
            title: text.length > TOOLTIP_FROM ? text : undefined,
          };
          if (number > 0) {
            return (
              <td key={column.key} {...cell}>
                {text}
              </td>
            );
          }
          return (
            <th key={column.key} scope="row" {...cell}>
              <button
                type="button"
                className={styles['open']}
                data-place={place}
                tabIndex={tabStop ? 0 : -1}
                aria-haspopup="dialog"
                aria-label={text === '' ? `Row ${place + 1}` : undefined}
              >
                {text}
              </button>
            </th>
          );
        })}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.place === after.place &&
    before.headings === after.headings &&
    before.columns === after.columns &&
    before.timeStyle === after.timeStyle &&
    before.tabStop === after.tabStop,
);

function barStyle(value: unknown, full: number): { backgroundSize: string } {
  const filled = typeof value === 'number' && value > 0 ? Math.min(1, value / full) : 0;
  return { backgroundSize: `${(filled * FULL_BAR).toFixed(1)}% 75%` };
}
