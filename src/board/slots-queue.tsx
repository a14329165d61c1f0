// The queue in its order: why each launch waits, when it should go, and how to let it go earlier, later, or not at all.
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { actionLabel } from '#src/failures/actions.ts';
import { SendNow } from '#src/results/send-now.tsx';
import { useDesk, useRecords } from '#src/runs/desk-context.tsx';
import { queueOrder } from '#src/runs/queue.ts';
import type { QueueDirection } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { NextLine } from './next-line.tsx';
import * as boardWords from './words.ts';
import * as words from './slots-words.ts';
import styles from './slots-panel.module.css';

/** Id of the button that moves a launch. */
const moveId = (id: string, direction: QueueDirection) => `move-${direction}-${id}`;

type Move = { readonly id: string; readonly direction: QueueDirection };

export function SlotsQueue() {
  const desk = useDesk();
  const records = useRecords();
  const announce = useAnnounce();
  const queue = queueOrder(records);
  const order = queue.map(({ id }) => id).join(' ');
  /** A row that changed its place loses the focus. */
  const moved = useRef<Move | null>(null);

  useEffect(() => {
    if (moved.current === null) return;
    const { id, direction } = moved.current;
    moved.current = null;
    document.getElementById(moveId(id, direction))?.focus({ preventScroll: true });
    const ids = order.split(' ');
    announce(words.nowNumber(ids.indexOf(id) + 1, ids.length));
  }, [announce, order]);

  if (queue.length === 0) return null;
  return (
    <section aria-label={words.queue} className={styles['column']}>
      <Heading level={2} className={styles['heading']}>
        {words.queue}
      </Heading>
      <ol className={styles['list']}>
        {queue.map((record, index) => (
          <QueuedLaunch
            key={record.id}
            record={record}
            place={index + 1}
            of={queue.length}
            onMove={(direction) => {
              moved.current = { id: record.id, direction };
              void desk.move(record.id, direction);
            }}
          />
        ))}
      </ol>
    </section>
  );
}

type QueuedLaunchProps = {
  record: RunRecord;
  place: number;
  of: number;
  onMove: (direction: QueueDirection) => void;
};

function QueuedLaunch({ record, place, of, onMove }: QueuedLaunchProps) {
  const desk = useDesk();
  const titleId = `queued-${record.id}`;
  return (
    <li className={styles['row']}>
      <p>
        <span className={styles['place']}>{place} </span>
        <Link id={titleId} to={`/runs/${record.id}`}>
          {runTitle(record)}
        </Link>
      </p>
      <p className={styles['line']}>{describeRequest(record)}</p>
      <p className={styles['line']}>
        <NextLine record={record} />
      </p>
      <div className={styles['actions']}>
        {of > 1 && (
          <>
            <Button
              id={moveId(record.id, 'earlier')}
              size="small"
              variant="quiet"
              icon="up"
              iconOnly
              aria-describedby={titleId}
              disabledReason={place === 1 ? boardWords.isFirst : undefined}
              onClick={() => {
                onMove('earlier');
              }}
            >
              {boardWords.moveUp}
            </Button>
            <Button
              id={moveId(record.id, 'later')}
              size="small"
              variant="quiet"
              icon="down"
              iconOnly
              aria-describedby={titleId}
              disabledReason={place === of ? boardWords.isLast : undefined}
              onClick={() => {
                onMove('later');
              }}
            >
              {boardWords.moveDown}
            </Button>
          </>
        )}
        <SendNow record={record} />
        <Button
          size="small"
          variant="quiet"
          aria-describedby={titleId}
          onClick={() => {
            void desk.remove(record.id);
            // The button goes with its row: the focus stays on the page.
            document.getElementById('main')?.focus({ preventScroll: true });
          }}
        >
          {actionLabel('remove-from-queue')}
        </Button>
      </div>
    </li>
  );
}
