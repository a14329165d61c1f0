// The shown columns as the table draws them: how wide, where they stick, how long their bars are. Widths are in rem, because cells in
// several sizes of type have to agree on them.
import { widthInCharacters } from '#src/rows/column-widths.ts';
import type { PlacedColumn } from '#src/rows/column-arrangement.ts';
import type { ColumnSums } from '#src/rows/column-sums.ts';
import type { ResultColumn } from '#src/rows/columns.ts';

/** A generous figure's width. */
const CHARACTER_REM = 0.55;

/** One column on screen. */
export type DrawnColumn = {
  readonly column: ResultColumn;
  /** Place among all columns, from 1, for `aria-colindex`. */
  readonly index: number;
  readonly widthRem: number;
  /** Where it stays when the table scrolls sideways; null where it does not. */
  readonly stickyRem: number | null;
  /** The value whose bar fills the cell; null = no bars. */
  readonly full: number | null;
};

/** The first column stays in sight, and so do pinned ones. */
export function layOut(
  columns: readonly PlacedColumn[],
  sums: ColumnSums | null,
  bars: boolean,
): readonly DrawnColumn[] {
  let stuck = 0;
  return columns
    .filter(({ shown }) => shown)
    .map(({ column, index, pinned }, place) => {
      const widthRem = widthInCharacters(column) * CHARACTER_REM;
      const stickyRem = pinned || place === 0 ? stuck : null;
      if (stickyRem !== null) stuck += widthRem;
      const full = (bars ? sums?.largest.get(column.key) : undefined) ?? null;
      return { column, index, widthRem, stickyRem, full };
    });
}
