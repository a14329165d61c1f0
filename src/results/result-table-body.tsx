// The rows of the table that are in view. A component of its own, so that scrolling renders nothing else of the table.
import { useImperativeHandle } from 'react';
import type { MouseEvent, Ref } from 'react';
import type { ResultView } from '#src/rows/view.ts';
import { ResultTableRow } from './result-table-row.tsx';
import type { DrawnColumn } from './table-layout.ts';
import { useRowFocus } from './table-row-focus.ts';
import { useRowHeight } from './table-row-height.ts';
import { formatNumber } from '#src/ui/number-format.ts';
import { usePrinting } from '#src/ui/printing.ts';
import { PRINTED_ROWS, useRowWindow } from '#src/ui/row-window.ts';
import * as words from './table-words.tsx';
import styles from './result-table.module.css';

/** What the table asks of its rows. */
export type TableRows = {
  /** Brings a row into view and gives it the focus. */
  readonly moveTo: (place: number) => void;
};

type ResultTableBodyProps = {
  readonly ref: Ref<TableRows>;
  /** What scrolls; null until it is there. */
  readonly scroller: HTMLElement | null;
  readonly view: Pick<ResultView, 'count' | 'row' | 'timeStyle'>;
  readonly columns: readonly DrawnColumn[];
  /** Rows above the first one. */
  readonly headings: number;
  readonly onOpen: (place: number) => void;
};

export function ResultTableBody({ ref, scroller, view, columns, headings, onOpen }: ResultTableBodyProps) {
  const { count, row: rowAt, timeStyle } = view;
  const printing = usePrinting();
  const rowPx = useRowHeight(scroller, columns);
  const { from, to, firstInView } = useRowWindow(scroller, count, rowPx);
  const { tabStop, moveTo, handlers } = useRowFocus(scroller, { count, rowPx, from, to, firstInView });
  useImperativeHandle(ref, () => ({ moveTo }));
  return (
    <>
      <Spacer rows={from} rowPx={rowPx} columns={columns.length} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- presses of the buttons in its rows, of which there may be many */}
      <tbody
        {...handlers}
        onClick={(event) => {
          const place = placeOf(event);
          if (place !== null) onOpen(place);
        }}
      >
        {Array.from({ length: to - from }, (_, offset) => {
          const place = from + offset;
          return (
            <ResultTableRow
              key={place}
              row={rowAt(place)}
              place={place}
              headings={headings}
              columns={columns}
              timeStyle={timeStyle}
              tabStop={place === tabStop}
            />
          );
        })}
        {count === 0 && (
          <tr aria-rowindex={headings + 1}>
            <td colSpan={columns.length} className={styles['none']}>
              {words.noneMatch}
            </td>
          </tr>
        )}
      </tbody>
      {printing ? (
        <NotPrinted rows={count - to} columns={columns.length} />
      ) : (
        <Spacer rows={count - to} rowPx={rowPx} columns={columns.length} />
      )}
    </>
  );
}

/** Stands on paper in the place of rows that would make a book. */
function NotPrinted({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tbody>
      <tr>
        <td colSpan={columns} className={styles['none']}>
          {words.notPrinted(formatNumber(PRINTED_ROWS))}
        </td>
      </tr>
    </tbody>
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
