// One row whole: every field that it has, whether its column is shown or not, and the row as it came.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { cellText } from '#src/rows/cells.ts';
import { valueAt } from '#src/rows/columns.ts';
import type { ColumnKind } from '#src/rows/columns.ts';
import { rawText, tabSeparated } from '#src/rows/row-text.ts';
import { Button } from '#src/ui/button.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { Details } from '#src/ui/details.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import type { TableState } from './table-state.ts';
import * as words from './table-words.tsx';
import styles from './table-dialogs.module.css';

/** Longest text in the dialog; copies have all of it. */
const SHOWN = 20_000;

/** Kinds whose cells say it otherwise than the row did. */
const FORMATTED: ReadonlySet<ColumnKind> = new Set(['integer', 'number', 'time', 'boolean']);

type TableRowDialogProps = {
  readonly table: TableState;
  /** Its place among the rows that are let through, from 0. */
  readonly place: number;
  readonly actions?: ReactNode;
  readonly onMove: (place: number) => void;
  readonly onClose: () => void;
};

export function TableRowDialog({ table, place, actions, onMove, onClose }: TableRowDialogProps) {
  const { view, columns } = table;
  const row = view.row(place);
  const all = columns.map(({ column }) => column).filter(({ key }) => Object.hasOwn(row, key));
  const json = useMemo(() => jsonOf(row), [row]);
  return (
    <Dialog
      open
      size="medium"
      title={words.rowOf(place + 1, view.count)}
      onClose={onClose}
      actions={
        <>
          {actions}
          <CopyButton text={() => tabSeparated(all, [row])}>{words.copyRow}</CopyButton>
          <CopyButton text={json}>{words.copyAsJson}</CopyButton>
          <Button
            variant="quiet"
            disabledReason={place === 0 ? words.firstRow : undefined}
            onClick={() => onMove(place - 1)}
          >
            {words.previous}
          </Button>
          <Button
            variant="quiet"
            disabledReason={place + 1 >= view.count ? words.lastRow : undefined}
            onClick={() => onMove(place + 1)}
          >
            {words.next}
          </Button>
        </>
      }
    >
      <dl className={styles['fields']}>
        {all.map((column) => {
          const value = valueAt(row, column.key);
          const raw = rawText(value);
          const text = FORMATTED.has(column.kind) ? cellText(value, column, view.timeStyle) : raw;
          return (
            <div key={column.key} className={styles['field']}>
              <dt title={column.key}>{column.label}</dt>
              <dd>
                <div className={styles['value']}>
                  {text === '' ? <span className={styles['quiet']}>{words.blank}</span> : cut(text)}
                  {text !== raw && <span className={styles['quiet']}>{cut(raw)}</span>}
                </div>
                <CopyButton size="small" text={raw}>
                  {words.copy(<span className="visually-hidden">{column.label}</span>)}
                </CopyButton>
              </dd>
            </div>
          );
        })}
      </dl>
      <Details summary={words.asItCame}>
        <pre className={styles['json']}>{cut(json)}</pre>
      </Details>
    </Dialog>
  );
}

function jsonOf(row: ResultRow): string {
  try {
    return JSON.stringify(row, null, 2);
  } catch {
    return rawText(row);
  }
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
