// One row of the table. Rendered anew only when it shows another row or other columns: scrolling renders what comes into view.
import { memo } from 'react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { cellText } from '#src/rows/cells.ts';
import type { TimeStyle } from '#src/rows/cells.ts';
import { valueAt } from '#src/rows/columns.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import styles from './result-table.module.css';

type ResultTableRowProps = {
  readonly row: ResultRow;
  /** Its place among all rows, from 0. */
  readonly place: number;
  readonly columns: readonly ResultColumn[];
  readonly timeStyle: TimeStyle;
  /** Gets the element, where its height is to be taken. */
  readonly measure?: ((row: HTMLTableRowElement | null) => void) | undefined;
};

/** Texts longer than this are shown in full in the tooltip. */
const TOOLTIP_FROM = 24;

export const ResultTableRow = memo(
  function ResultTableRow({ row, place, columns, timeStyle, measure }: ResultTableRowProps) {
    return (
      // The header is row 1.
      <tr ref={measure} aria-rowindex={place + 2} className={styles['row']}>
        {columns.map((column, index) => {
          const text = cellText(valueAt(row, column.key), column, timeStyle);
          const cell = {
            className: index === 0 ? styles['first'] : styles['cell'],
            'data-numeric': column.numeric ? '' : undefined,
            'data-kind': column.kind,
            title: text.length > TOOLTIP_FROM ? text : undefined,
          };
          return index === 0 ? (
            <th key={column.key} scope="row" {...cell}>
              {text}
            </th>
          ) : (
            <td key={column.key} {...cell}>
              {text}
            </td>
          );
        })}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.place === after.place &&
    before.columns === after.columns &&
    before.timeStyle === after.timeStyle &&
    (before.measure === undefined) === (after.measure === undefined),
);
