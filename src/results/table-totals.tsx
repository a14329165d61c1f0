// The last line of the table: sums of counts over the rows that the filters let through. Nothing else can be added up.
import type { ColumnSums } from '#src/rows/column-sums.ts';
import { classNames } from '#src/ui/class-names.ts';
import { formatNumber } from '#src/ui/number-format.ts';
import type { DrawnColumn } from './table-layout.ts';
import { stickyClass, stickyStyle } from './table-sticky.ts';
import * as words from './table-words.tsx';
import styles from './result-table.module.css';

type TableTotalsProps = {
  readonly columns: readonly DrawnColumn[];
  readonly sums: ColumnSums;
  /** Null where rows of the result are still missing. */
  readonly rowIndex: number | null;
};

/** Whether there is anything to add up: two rows at least, and a count beside the first column. */
export function hasTotals(columns: readonly DrawnColumn[], sums: ColumnSums | null): sums is ColumnSums {
  return sums !== null && sums.rows > 1 && columns.slice(1).some(({ column }) => sums.sums.has(column.key));
}

export function TableTotals({ columns, sums, rowIndex }: TableTotalsProps) {
  return (
    <tfoot className={styles['foot']}>
      <tr aria-rowindex={rowIndex ?? undefined}>
        {columns.map((drawn, number) => {
          const { column, index } = drawn;
          const sum = sums.sums.get(column.key);
          const cell = {
            className: classNames(styles['cell'], stickyClass(drawn)),
            style: stickyStyle(drawn),
            'aria-colindex': index,
            'data-numeric': column.numeric ? '' : undefined,
          };
          return number === 0 ? (
            <th key={column.key} scope="row" {...cell} data-numeric={undefined}>
              {words.sumOf(sums.rows)}
            </th>
          ) : (
            <td key={column.key} {...cell}>
              {sum === undefined ? '' : formatNumber(sum)}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
