// The rows of a result as a table that stays quick with a hundred thousand of them: only rows in view are rendered.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ResultRow } from '#src/contract/envelope.ts';
import { ResultTableHead } from './result-table-head.tsx';
import { ResultTableRow } from './result-table-row.tsx';
import { TableColumnsDialog } from './table-columns-dialog.tsx';
import { TableFilters } from './table-filters.tsx';
import { layOut } from './table-layout.ts';
import { TableRowDialog } from './table-row-dialog.tsx';
import { useRowFocus } from './table-row-focus.ts';
import { useRowHeight } from './table-row-height.ts';
import type { TableState } from './table-state.ts';
import { TableTools } from './table-tools.tsx';
import { hasTotals, TableTotals } from './table-totals.tsx';
import { withFilter } from './table-view.ts';
import styles from './result-table.module.css';

/** Rows rendered beyond what is in view, on either side. */
const OVERSCAN = 8;
/** Rows rendered where nothing has a size yet: the first paint, and pages without layout. */
const FIRST_ROWS = 50;
const GUESSED_VIEW = { width: 0, height: 640 };

type ResultTableProps = {
  /** Accessible name: the report's. */
  readonly name: string;
  readonly table: TableState;
  /** Rows of the whole result, null where that is not known. */
  readonly total: number | null;
  /** What else can be done with a row, beside its contents. */
  readonly rowActions?: ((row: ResultRow) => ReactNode) | undefined;
};

export function ResultTable({ name, table, total, rowActions }: ResultTableProps) {
  const { choice, change, sums, loaded } = table;
  const { count, row: rowAt, busy, timeStyle } = table.view;
  const columns = useMemo(() => layOut(table.columns, sums, choice.bars), [table.columns, sums, choice.bars]);
  const [filtersOpen, setFiltersOpen] = useState(choice.filters.size > 0);
  const [choosing, setChoosing] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);

  const view = useRef<HTMLElement>(null);
  const rowPx = useRowHeight(view, columns);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => view.current,
    estimateSize: () => rowPx,
    initialRect: GUESSED_VIEW,
    overscan: OVERSCAN,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? Math.min(count, FIRST_ROWS) - 1) + 1;
  const focus = useRowFocus(view, {
    count,
    rowPx,
    from,
    to,
    firstInView: virtualizer.range?.startIndex ?? 0,
  });

  // The virtualizer keeps the places that it has worked out until it is told.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowPx]);

  function toTop() {
    if (view.current !== null) view.current.scrollTop = 0;
  }
  const headings = filtersOpen ? 2 : 1;
  const totals = hasTotals(columns, sums);
  // With a filter nobody knows how many of the rows that are not here it would let through.
  const known = total === loaded ? count : table.view.filtered ? null : total;
  const widthRem = columns.reduce((sum, column) => sum + column.widthRem, 0);

  return (
    <div className={styles['frame']}>
      <TableTools
        table={table}
        filtersOpen={filtersOpen}
        onFilters={() => setFiltersOpen(!filtersOpen)}
        onColumns={() => setChoosing(true)}
      />
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
          aria-rowcount={known === null ? -1 : known + headings + (totals ? 1 : 0)}
          aria-colcount={table.columns.length}
          style={{ inlineSize: `${widthRem}rem` }}
        >
          <colgroup>
            {columns.map((drawn) => (
              <col key={drawn.column.key} style={{ inlineSize: `${drawn.widthRem}rem` }} />
            ))}
          </colgroup>
          <ResultTableHead
            columns={columns}
            sorting={choice.sorting}
            onSort={(sorting) => {
              change({ sorting });
              toTop();
            }}
          >
            {filtersOpen && (
              <TableFilters
                columns={columns}
                filters={choice.filters}
                byMinute={timeStyle.period === null || timeStyle.period === 'hour'}
                onFilter={(key, filter) => {
                  change({ filters: withFilter(choice.filters, key, filter) });
                  toTop();
                }}
              />
            )}
          </ResultTableHead>
          <Spacer rows={from} rowPx={rowPx} columns={columns.length} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- presses of the buttons in its rows, of which there may be many */}
          <tbody
            {...focus.handlers}
            onClick={(event) => {
              const place = placeOf(event);
              if (place !== null) setOpened(place);
            }}
          >
            {Array.from({ length: to - from }, (_, offset) => {
              const place = from + offset;
              return place >= count ? null : (
                <ResultTableRow
                  key={place}
                  row={rowAt(place)}
                  place={place}
                  headings={headings}
                  columns={columns}
                  timeStyle={timeStyle}
                  tabStop={place === focus.tabStop}
                />
              );
            })}
            {count === 0 && (
              <tr aria-rowindex={headings + 1}>
                <td colSpan={columns.length} className={styles['none']}>
                  No rows match these filters
                </td>
              </tr>
            )}
          </tbody>
          <Spacer rows={count - to} rowPx={rowPx} columns={columns.length} />
          {totals && (
            <TableTotals
              columns={columns}
              sums={sums}
              rowIndex={known === null ? null : known + headings + 1}
            />
          )}
        </table>
      </section>
      <TableColumnsDialog open={choosing} table={table} onClose={() => setChoosing(false)} />
      {opened !== null && opened < count && (
        <TableRowDialog
          table={table}
          place={opened}
          actions={rowActions?.(rowAt(opened))}
          onMove={setOpened}
          onClose={() => {
            setOpened(null);
            focus.moveTo(opened);
          }}
        />
      )}
    </div>
  );
}

/** The row whose first cell was pressed. */
function placeOf({ target }: MouseEvent): number | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return button === null ? null : Number(button.dataset['place']);
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
