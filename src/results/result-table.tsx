// The rows of a result as a table that stays quick with a hundred thousand of them: only rows in view are rendered.
import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { ResultTableBody } from './result-table-body.tsx';
import type { TableRows } from './result-table-body.tsx';
import { ResultTableHead } from './result-table-head.tsx';
import { TableColumnsDialog } from './table-columns-dialog.tsx';
import { TableFilters } from './table-filters.tsx';
import { layOut } from './table-layout.ts';
import { TableRowDialog } from './table-row-dialog.tsx';
import type { TableState } from './table-state.ts';
import { TableTools } from './table-tools.tsx';
import { hasTotals, TableTotals } from './table-totals.tsx';
import { withFilter } from './table-view.ts';
import * as words from './table-words.tsx';
import styles from './result-table.module.css';

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

  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const rows = useRef<TableRows>(null);

  function toTop() {
    if (scroller !== null) scrollUp(scroller);
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
        ref={setScroller}
        className={styles['view']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
        tabIndex={0}
        aria-label={words.rowsOfReport(name)}
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
          <ResultTableBody
            ref={rows}
            scroller={scroller}
            view={table.view}
            columns={columns}
            headings={headings}
            onOpen={setOpened}
          />
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
            rows.current?.moveTo(opened);
          }}
        />
      )}
    </div>
  );
}

function scrollUp(scroller: HTMLElement): void {
  scroller.scrollTop = 0;
}
