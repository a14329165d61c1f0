// The shown columns as the table draws them: how wide, where they stick, how long their bars are. Widths are in rem, because cells in
// several sizes of type have to agree on them.
import type { CSSProperties } from 'react';
import { widthInCharacters } from '#src/rows/column-widths.ts';
import type { PlacedColumn } from '#src/rows/column-arrangement.ts';
import type { ColumnSums } from '#src/rows/column-sums.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import { classNames } from '#src/ui/class-names.ts';
import { stickyClass, stickyStyle } from './table-sticky.ts';
import styles from './result-table.module.css';

/** A generous figure's width. */
const CHARACTER_REM = 0.55;

/** One column on screen. */
export type DrawnColumn = {
  readonly column: ResultColumn;
  /** Place among all columns, from 1, for `aria-colindex`; undefined where none is hidden, and places speak for themselves. */
  readonly index: number | undefined;
  readonly widthRem: number;
  /** Where it stays when the table scrolls sideways; null where it does not. */
  readonly stickyRem: number | null;
  /** The value whose bar fills the cell; null = no bars. */
  readonly full: number | null;
  /** The look of its cells, the same in every row. */
  readonly cell: CellLook;
};

type CellLook = { readonly className: string | undefined; readonly style: CSSProperties | undefined };

/** The first column stays in sight, and so do pinned ones. */
export function layOut(
  columns: readonly PlacedColumn[],
  sums: ColumnSums | null,
  bars: boolean,
): readonly DrawnColumn[] {
  let stuck = 0;
  const isWhole = columns.every(({ shown }) => shown);
  return columns
    .filter(({ shown }) => shown)
    .map(({ column, index, pinned }, place) => {
      const widthRem = widthInCharacters(column) * CHARACTER_REM;
      const stickyRem = pinned || place === 0 ? stuck : null;
      if (stickyRem !== null) stuck += widthRem;
      const full = (bars ? sums?.largest.get(column.key) : undefined) ?? null;
      const drawn = { column, index: isWhole ? undefined : index, widthRem, stickyRem, full };
      return { ...drawn, cell: lookOf(drawn) };
    });
}

function lookOf(drawn: Omit<DrawnColumn, 'cell'>): CellLook {
  const { column, full } = drawn;
  const isCode = column.kind === 'id' || column.kind === 'object';
  const className = classNames(
    styles['cell'],
    stickyClass(drawn),
    column.numeric && styles['figure'],
    isCode && styles['code'],
    full !== null && styles['bar'],
  );
  return { className, style: stickyStyle(drawn) };
}
