// Everything a result's table shows, worked out: columns in their places and formats, rows filtered and in order, sums. Lives above
// the tabs, so that what is exported is what the table shows, whichever tab is open.
import { useMemo, useSyncExternalStore } from 'react';
import type { ResultRow } from '#src/contract/envelope.ts';
import type { TimeStyle } from '#src/rows/cells.ts';
import { arrangeColumns } from '#src/rows/column-arrangement.ts';
import type { PlacedColumn } from '#src/rows/column-arrangement.ts';
import { columnFormats, formatsOf, withFormat, withFormats } from '#src/rows/column-formats.ts';
import type { ColumnFormat, ColumnFormats } from '#src/rows/column-formats.ts';
import { sumSteps } from '#src/rows/column-sums.ts';
import type { ColumnSums } from '#src/rows/column-sums.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import { rowTest } from '#src/rows/row-filter.ts';
import { allAtOnce } from '#src/rows/sort-rows.ts';
import type { RowOrder, RowQuery } from '#src/rows/sort-rows.ts';
import type { ResultView } from '#src/rows/view.ts';
import { useTableAddress } from './table-address.ts';
import type { ChangeTableView } from './table-address.ts';
import { useSlices } from './table-slices.ts';
import type { TableView } from './table-view.ts';
import { AT_ONCE, useRowOrder } from './use-row-order.ts';

/** See the top of this file. */
export type TableState = {
  readonly choice: TableView;
  readonly change: ChangeTableView;
  /** All columns in their places, hidden ones included. */
  readonly columns: readonly PlacedColumn[];
  readonly formats: ColumnFormats;
  readonly setFormat: (key: string, format: ColumnFormat | null) => void;
  /** Rows loaded, whether they are let through or not. */
  readonly loaded: number;
  /** Null until they are worked out. */
  readonly sums: ColumnSums | null;
  readonly view: ResultView;
};

type SumTask = {
  readonly rows: readonly ResultRow[];
  readonly order: RowOrder | null;
  readonly columns: readonly ResultColumn[];
};

const SUMMING = {
  steps: ({ rows, order, columns }: SumTask) => sumSteps(rows, order, columns),
  // While rows keep coming, sums of some of them are better than none.
  serves: () => true,
};

/** The table of a result of `report`. */
export function useTableState(
  report: string,
  rows: readonly ResultRow[],
  found: readonly ResultColumn[],
  timeStyle: TimeStyle,
): TableState {
  const [choice, change] = useTableAddress();
  const formats = formatsOf(useSyncExternalStore(columnFormats.subscribe, columnFormats.get), report);
  const formatted = useMemo(() => withFormats(found, formats), [found, formats]);
  const { order: places, shown: chosen, pins, text, filters, sorting } = choice;
  const columns = useMemo(
    () => arrangeColumns(formatted, { order: places, shown: chosen, pins }),
    [formatted, places, chosen, pins],
  );
  const shown = useMemo(() => columns.filter((one) => one.shown).map(({ column }) => column), [columns]);
  const test = useMemo(
    () => rowTest({ text, filters }, formatted, shown, timeStyle),
    [text, filters, formatted, shown, timeStyle],
  );
  const query = useMemo<RowQuery | null>(
    () => (test === null && sorting.length === 0 ? null : { test, sorting }),
    [test, sorting],
  );
  const { order, busy } = useRowOrder(rows, query);
  const sums = useSums(rows, order, formatted);
  const isFiltered = test !== null;
  const view = useMemo<ResultView>(
    () => ({
      columns: shown,
      count: order?.length ?? rows.length,
      row: (place) => rows[order?.[place] ?? place] ?? NO_ROW,
      filtered: isFiltered,
      narrowed: shown.length < formatted.length,
      busy,
      timeStyle,
    }),
    [shown, order, rows, isFiltered, formatted, busy, timeStyle],
  );
  return {
    choice,
    change,
    columns,
    formats,
    setFormat: (key, format) => {
      columnFormats.set(withFormat(columnFormats.get(), report, key, format));
    },
    loaded: rows.length,
    sums,
    view,
  };
}

const NO_ROW: ResultRow = {};

function useSums(
  rows: readonly ResultRow[],
  order: RowOrder | null,
  columns: readonly ResultColumn[],
): ColumnSums | null {
  const task = useMemo(() => ({ rows, order, columns }), [rows, order, columns]);
  const small = (order?.length ?? rows.length) <= AT_ONCE;
  const atOnce = useMemo(() => (small ? allAtOnce(SUMMING.steps(task)) : null), [small, task]);
  const done = useSlices(small ? null : task, SUMMING);
  return atOnce ?? done?.result ?? null;
}
