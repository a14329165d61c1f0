// All runs that match as one table, which stays quick with thousands: only rows in view are rendered.
import { memo, useState } from 'react';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { RunOrder } from './board-filter-order.ts';
import type { ChangeBoardView } from './board-filter-state.ts';
import { useRowWindow } from '#src/ui/row-window.ts';
import { RunListActions } from './run-list-actions.tsx';
import { CHECK_CHARACTERS, COLUMNS, TABLE_CHARACTERS } from './run-list-columns.ts';
import { RunListHead } from './run-list-head.tsx';
import { RunListRow } from './run-list-row.tsx';
import { useRunSelection } from './run-list-selection.ts';
import * as words from './list-words.ts';
import styles from './run-list.module.css';

/** Until the first row was measured, px. */
const GUESSED_ROW_PX = 36;

type RunListProps = {
  /** What matches, in its order. */
  readonly records: readonly RunRecord[];
  readonly keys: LoadedKeys;
  readonly order: RunOrder;
  readonly onChange: ChangeBoardView;
};

export const RunList = memo(function RunList({ records, keys, order, onChange }: RunListProps) {
  const selection = useRunSelection(records);
  const [view, setView] = useState<HTMLElement | null>(null);
  const [rowPx, setRowPx] = useState(GUESSED_ROW_PX);
  const { from, to } = useRowWindow(view, records.length, rowPx);

  function measure(row: HTMLTableRowElement | null) {
    const height = row?.offsetHeight ?? 0;
    if (height !== 0) setRowPx(height);
  }

  return (
    <div className={styles['list']}>
      <RunListActions records={records} keys={keys} selected={selection.selected} />
      <section
        ref={setView}
        className={styles['view']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
        tabIndex={0}
        aria-label={words.runsRows}
      >
        <table
          className={styles['table']}
          aria-label={words.runs}
          aria-rowcount={records.length + 1}
          aria-colcount={COLUMNS.length + 1}
          style={{ minInlineSize: `${TABLE_CHARACTERS}ch` }}
        >
          <colgroup>
            <col style={{ inlineSize: `${CHECK_CHARACTERS}ch` }} />
            {COLUMNS.map(({ name, characters }) => (
              <col key={name} style={{ inlineSize: `${characters}ch` }} />
            ))}
          </colgroup>
          <RunListHead
            order={order}
            selection={selection}
            count={records.length}
            onOrder={(next) => {
              onChange({ order: next });
              if (view !== null) showFirst(view);
            }}
          />
          <Spacer rows={from} rowPx={rowPx} />
          <tbody>
            {records.slice(from, to).map((record, offset) => (
              <RunListRow
                key={record.id}
                record={record}
                keys={keys}
                place={from + offset}
                selected={selection.selected.has(record.id)}
                onSelect={selection.toggle}
                measure={offset === 0 ? measure : undefined}
              />
            ))}
          </tbody>
          <Spacer rows={records.length - to} rowPx={rowPx} />
        </table>
      </section>
    </div>
  );
});

function showFirst(view: HTMLElement): void {
  view.scrollTop = 0;
}

/** Room for the rows that are not rendered. */
function Spacer({ rows, rowPx }: { rows: number; rowPx: number }) {
  if (rows <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={{ blockSize: rows * rowPx }}>
        {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- not a control, and hidden */}
        <td colSpan={COLUMNS.length + 1} className={styles['spacer']} />
      </tr>
    </tbody>
  );
}
