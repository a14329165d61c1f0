// Moves a queued launch before or after the one that it stands next to. Nothing to see while it waits alone.
import { useDesk, useLiveValue } from '#src/runs/desk-context.tsx';
import { positionAfterMove } from '#src/runs/queue.ts';
import type { QueueDirection } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';
import { Button } from '#src/ui/button.tsx';
import * as words from './words.ts';
import styles from './run-card.module.css';

type MoveProps = { readonly record: RunRecord };

export function MoveInQueue({ record }: MoveProps) {
  const alone = useLiveValue((records) => records.filter(({ state }) => state === 'queued').length < 2);
  if (alone) return null;
  return (
    <span className={styles['move']}>
      <Move record={record} direction="earlier" atEnd={words.isFirst} />
      <Move record={record} direction="later" atEnd={words.isLast} />
    </span>
  );
}

function Move({ record, direction, atEnd }: MoveProps & { direction: QueueDirection; atEnd: string }) {
  const desk = useDesk();
  const possible = useLiveValue((records) => positionAfterMove(records, record.id, direction) !== null);
  return (
    <Button
      size="small"
      variant="quiet"
      icon={direction === 'earlier' ? 'up' : 'down'}
      iconOnly
      disabledReason={possible ? undefined : atEnd}
      onClick={() => void desk.move(record.id, direction)}
    >
      {direction === 'earlier' ? words.moveUp : words.moveDown}
    </Button>
  );
}
