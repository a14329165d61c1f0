// The rows of a result as a table that stays quick with a hundred thousand of them. react-table keeps columns and sorting; it is
// not given the rows, because it would build an object for each of them anew with every page. Only rows in view are rendered.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createColumnHelper, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ResultRow } from '#src/contract/envelope.ts';
import type { TimeStyle } from '#src/rows/cells.ts';
import { widthInCharacters } from '#src/rows/column-widths.ts';
import { valueAt } from '#src/rows/columns.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import { ResultTableHead } from './result-table-head.tsx';
import { ResultTableRow } from './result-table-row.tsx';
import type { RowSorting } from '#src/rows/sort-rows.ts';
import { useRowOrder } from './use-row-order.ts';
import styles from './result-table.module.css';

/** Rows rendered beyond what is in view, on either side. */
const OVERSCAN = 12;
/** Rows rendered where nothing has a size yet: the first paint, and pages without layout. */
const FIRST_ROWS = 50;
/** Until the first row was measured, px. */
const GUESSED_ROW_PX = 32;
const GUESSED_VIEW = { width: 0, height: 640 };

type ResultTableProps = {
  /** Accessible name: the report's. */
  readonly name: string;
  readonly rows: readonly ResultRow[];
  readonly columns: readonly ResultColumn[];
  /** Rows of the whole result, null where that is not known. */
  readonly total: number | null;
  readonly timeStyle: TimeStyle;
};

const features = tableFeatures({ rowSortingFeature });
const helper = createColumnHelper<typeof features, ResultRow>();
const NO_ROWS: ResultRow[] = [];

/** Ids of our own: a field may be called anything, `__proto__` and nothing at all included. */
const idOf = (column: ResultColumn) => `field ${column.key}`;

export function ResultTable({ name, rows, columns, total, timeStyle }: ResultTableProps) {
  const definitions = useMemo(
    () =>
      columns.map((column) =>
        helper.accessor((row) => valueAt(row, column.key), {
          id: idOf(column),
          header: column.label,
          sortDescFirst: column.numeric,
        }),
      ),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    manualSorting: true,
    enableMultiSort: false,
  });
  const sorting = useSorting(table.state.sorting, columns);
  const { order, busy } = useRowOrder(rows, sorting);

  const view = useRef<HTMLElement>(null);
  const [rowPx, setRowPx] = useState(GUESSED_ROW_PX);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view.current,
    estimateSize: () => rowPx,
    initialRect: GUESSED_VIEW,
    overscan: OVERSCAN,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? Math.min(rows.length, FIRST_ROWS) - 1) + 1;

  function measure(row: HTMLTableRowElement | null) {
    const height = row?.offsetHeight ?? 0;
    if (height !== 0) setRowPx(height);
  }
  // The virtualizer keeps the places that it has worked out until it is told.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowPx]);

  return (
    <section
      ref={view}
      className={styles['view']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={`${name}, rows`}
      aria-busy={busy}
    >
      <table
        className={styles['table']}
        aria-label={name}
        aria-rowcount={total === null ? -1 : total + 1}
        style={{ inlineSize: `${columns.reduce((sum, column) => sum + widthInCharacters(column), 0)}ch` }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={idOf(column)} style={{ inlineSize: `${widthInCharacters(column)}ch` }} />
          ))}
        </colgroup>
        <ResultTableHead
          headers={table.getFlatHeaders()}
          columns={columns}
          onSort={() => {
            if (view.current !== null) view.current.scrollTop = 0;
          }}
        />
        <Spacer rows={from} rowPx={rowPx} columns={columns.length} />
        <tbody>
          {Array.from({ length: to - from }, (_, offset) => {
            const place = from + offset;
            const row = rows[order?.[place] ?? place];
            return row === undefined ? null : (
              <ResultTableRow
                key={place}
                row={row}
                place={place}
                columns={columns}
                timeStyle={timeStyle}
                measure={offset === 0 ? measure : undefined}
              />
            );
          })}
        </tbody>
        <Spacer rows={rows.length - to} rowPx={rowPx} columns={columns.length} />
      </table>
    </section>
  );
}

/** The same object for the same sorting, so that rows are sorted once. A column that is gone no longer sorts. */
function useSorting(
  [first]: readonly { id: string; desc: boolean }[],
  columns: readonly ResultColumn[],
): RowSorting | null {
  const id = first?.id;
  const descending = first?.desc === true;
  const key = columns.find((column) => idOf(column) === id)?.key;
  return useMemo(() => (key === undefined ? null : { key, descending }), [key, descending]);
}

/** Room for the rows that are not rendered. */
function Spacer({ rows, rowPx, columns }: { rows: number; rowPx: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={{ blockSize: rows * rowPx }}>
        {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- not a control, and hidden */}
        <td colSpan={columns} className={styles['spacer']} />
      </tr>
    </tbody>
  );
}
