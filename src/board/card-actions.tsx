// The buttons of a card that do not belong to a failure. What the panel above offers already is not shown twice.
import { Link } from 'react-router';
import { actionLabel } from '#src/failures/actions.ts';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { SendNow } from '#src/results/send-now.tsx';
import { can } from '#src/records/can.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { RunRecord } from '#src/records/record.ts';
import type { ShownState } from '#src/records/shown-state.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { boardLate } from './late-parts.ts';
import * as words from './words.ts';
import styles from './run-card.module.css';

const CardMore = boardLate.part(({ CardMore }) => CardMore);

type CardActionsProps = { record: RunRecord; state: ShownState };

export function CardActions({ record, state, hasPanel }: CardActionsProps & { hasPanel: boolean }) {
  const desk = useDesk();
  // Not needed to read the board: where their code cannot be had the card goes without.
  const hasMore = boardLate.useCode() !== 'missing';
  return (
    <div className={styles['actions']}>
      {can('open-result', state).allowed && (
        <Link className={buttonClass('primary', 'small')} to={`/runs/${record.id}`}>
          {words.openResult}
        </Link>
      )}
      {!hasPanel && can('run-again', state).allowed && (
        <>
          <Button size="small" onClick={() => void desk.runAgain(record)}>
            {actionLabel('run-again')}
          </Button>
          {hasMore && (
            <LazyPart loading={<span className={styles['more']} />}>
              <CardMore record={record} />
            </LazyPart>
          )}
        </>
      )}
      {state === 'queued' && <SendNow record={record} />}
      {!hasPanel && can('remove-from-queue', state).allowed && (
        <Button size="small" onClick={() => void desk.remove(record.id)}>
          {actionLabel('remove-from-queue')}
        </Button>
      )}
    </div>
  );
}

/** The card's corner. Where the card is the only trace of a run it stays, and the button says why. */
export function RemoveCard({ record, state }: CardActionsProps) {
  const desk = useDesk();
  const permission = can('remove-card', state, record.released);
  return (
    <Button
      size="small"
      variant="quiet"
      icon="close"
      iconOnly
      className={styles['remove']}
      disabledReason={permission.allowed ? undefined : permission.why}
      onClick={() => {
        void desk.remove(record.id);
        // The button goes with its card: the focus stays on the page.
        document.getElementById('main')?.focus({ preventScroll: true });
      }}
    >
      {words.removeCard}
    </Button>
  );
}
