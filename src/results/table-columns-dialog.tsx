// Which columns there are: shown or hidden, in which order, which of them stay in sight, and how their numbers are written.
import { moveColumn, pinColumn, showColumn } from '#src/rows/column-arrangement.ts';
import { COLUMN_FORMATS } from '#src/rows/column-formats.ts';
import type { PlacedColumn } from '#src/rows/column-arrangement.ts';
import { tabSeparated } from '#src/rows/row-text.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Select } from '#src/ui/select.tsx';
import type { TableState } from './table-state.ts';
import { PLAIN_TABLE } from './table-view.ts';
import * as words from './table-words.tsx';
import styles from './table-dialogs.module.css';

type TableColumnsDialogProps = {
  readonly open: boolean;
  readonly table: TableState;
  readonly onClose: () => void;
};

export function TableColumnsDialog({ open, table, onClose }: TableColumnsDialogProps) {
  const { choice, change, columns } = table;

  function move(key: string, by: number) {
    change(
      moveColumn(
        columns.map(({ column }) => column),
        choice,
        key,
        by,
      ),
    );
  }

  return (
    <Dialog
      open={open}
      size="large"
      title={words.columns}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onClick={onClose}>
            {words.done}
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              const { order, shown, pins, bars } = PLAIN_TABLE;
              change({ order, shown, pins, bars });
            }}
          >
            {words.usualColumns}
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              change({ shown: new Map(columns.map(({ column }) => [column.key, true])) });
            }}
          >
            {words.showAll}
          </Button>
        </>
      }
    >
      <Checkbox
        label={words.bars}
        checked={choice.bars}
        onChange={(event) => {
          change({ bars: event.target.checked });
        }}
      />
      <ol className={styles['columns']}>
        {columns.map((placed, place) => (
          <ColumnItem
            key={placed.column.key}
            placed={placed}
            table={table}
            before={columns[place - 1]}
            after={columns[place + 1]}
            onMove={(by) => {
              move(placed.column.key, by);
            }}
          />
        ))}
      </ol>
    </Dialog>
  );
}

type ColumnItemProps = {
  readonly placed: PlacedColumn;
  readonly table: TableState;
  readonly before: PlacedColumn | undefined;
  readonly after: PlacedColumn | undefined;
  readonly onMove: (by: number) => void;
};

function ColumnItem({ placed, table, before, after, onMove }: ColumnItemProps) {
  const { column, shown, pinned } = placed;
  const { choice, change, columns, view, formats } = table;
  const { key, label } = column;
  const isLast = shown && view.columns.length === 1;
  const barrier = (beside: PlacedColumn | undefined, atEnd: string) => {
    if (beside === undefined) return atEnd;
    return beside.pinned === pinned ? undefined : words.pinnedFirst;
  };
  return (
    <li className={styles['column']}>
      <Checkbox
        className={styles['name']}
        label={label}
        hint={`${column.group} · ${key}`}
        checked={shown}
        disabled={isLast}
        onChange={(event) => {
          change(
            showColumn(
              columns.map((one) => one.column),
              choice,
              key,
              event.target.checked,
            ),
          );
        }}
      />
      {column.numeric && (
        <Select
          className={styles['format']}
          aria-label={words.formatOf(label)}
          value={formats.get(key) ?? ''}
          onChange={(event) => {
            const chosen = COLUMN_FORMATS.find(({ value }) => value === event.target.value);
            table.setFormat(key, chosen?.value ?? null);
          }}
        >
          <option value="">{words.asUsual}</option>
          {COLUMN_FORMATS.map((format) => (
            <option key={format.value} value={format.value}>
              {format.label}
            </option>
          ))}
        </Select>
      )}
      <div className={styles['buttons']}>
        <Button
          size="small"
          variant="quiet"
          className={styles['pin']}
          aria-pressed={pinned}
          onClick={() => {
            change(pinColumn(choice, key, !pinned));
          }}
        >
          {words.pin(<span className="visually-hidden">{label}</span>)}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon="up"
          iconOnly
          disabledReason={barrier(before, words.firstColumn)}
          onClick={() => onMove(-1)}
        >
          {words.moveLeft(label)}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon="down"
          iconOnly
          disabledReason={barrier(after, words.lastColumn)}
          onClick={() => onMove(1)}
        >
          {words.moveRight(label)}
        </Button>
        <CopyButton
          size="small"
          text={() =>
            tabSeparated(
              [column],
              Array.from({ length: view.count }, (_, row) => view.row(row)),
            )
          }
        >
          {words.copy(<span className="visually-hidden">{label}</span>)}
        </CopyButton>
      </div>
    </li>
  );
}
