// One run as a live card: its state first, then which report, then what happens next, and one thing to do.
import { memo } from 'react';
import { Link } from 'react-router';
import { useRecordFailure } from '#src/failures/use-record-failure.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { doneLine, keptLine } from '#src/runs/live-text.ts';
import type { RunRecord } from '#src/records/record.ts';
import { isUnreadable } from '#src/records/sound-record.ts';
import { shownState, STATE_LOOKS } from '#src/records/shown-state.ts';
import type { ShownState } from '#src/records/shown-state.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import { classNames } from '#src/ui/class-names.ts';
import { useClockValue } from '#src/ui/now.tsx';
import { formatPercent } from '#src/ui/number-format.ts';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { StatusMark } from '#src/ui/status.tsx';
import { Time } from '#src/ui/time.tsx';
import { AliveLine } from './alive-line.tsx';
import { CardActions, RemoveCard } from './card-actions.tsx';
import { CardDetails } from './card-details.tsx';
import { DeferredCardFailure } from './deferred-card-failure.tsx';
import { MoveInQueue } from './move-in-queue.tsx';
import * as words from './words.ts';
import styles from './run-card.module.css';

type CardProps = { record: RunRecord; keys: LoadedKeys };

function StateLines({ record, state }: { record: RunRecord; state: ShownState }) {
  const kept = useClockValue((now) => keptLine(record, state, now));
  switch (state) {
    case 'running':
    case 'overdue':
    case 'queued':
      return (
        <p className={styles['next']}>
          <AliveLine record={record} />
        </p>
      );
    case 'done':
      return (
        <p className={styles['next']}>
          {doneLine(record)}
          <br />
          {kept}
        </p>
      );
    case 'expired':
      return <p className={styles['next']}>{kept}</p>;
    case 'sending':
      return <p className={styles['next']}>{words.onItsWay}</p>;
    case 'failed':
    case 'refused':
    case 'unknown':
    case 'lost':
    case 'needs-key':
      return null;
  }
}

export const RunCard = memo(function RunCard({ record, keys }: CardProps) {
  const state = useClockValue((now) => shownState(record, now, keys));
  const kind = useRecordFailure(record, keys);
  const look = STATE_LOOKS[state];
  const title = runTitle(record);
  const moving = state === 'running' || state === 'overdue';
  if (isUnreadable(record)) {
    throw new Error('What was asked for cannot be read from the storage of this browser.');
  }
  // The panel's title says that it started, which is more than the state's word does.
  const inPlace = record.failure?.kind === 'started-without-link' && state === 'unknown';
  return (
    <article className={styles['card']} aria-label={title} data-tone={look.tone}>
      <div className={classNames(styles['body'], inPlace && styles['unmarked'])}>
        <div className={styles['state']}>
          {!inPlace && (
            <StatusMark tone={look.tone} icon={look.icon}>
              {look.word}
            </StatusMark>
          )}
          {moving && <span className={styles['percent']}>{formatPercent(record.progress)}</span>}
          {state === 'queued' && <MoveInQueue record={record} />}
          <RemoveCard record={record} state={state} />
        </div>
        <h2 className={styles['title']}>
          <Link to={`/runs/${record.id}`}>{title}</Link>
        </h2>
        <p className={styles['request']}>{describeRequest(record)}</p>
        {record.origin === 'elsewhere' && <p className={styles['origin']}>{words.fromAnotherBrowser}</p>}
        {moving && <ProgressBar label={words.progress} value={record.progress} tone={look.tone} />}
        <StateLines record={record} state={state} />
        {kind === 'connection-lost' && record.checkedAt !== null && (
          <p className={styles['next']}>
            {words.lastUpdate} <Time at={record.checkedAt} show="relative" />
          </p>
        )}
        {kind !== null && kind !== 'connection-lost' && (
          <DeferredCardFailure record={record} keys={keys} kind={kind} />
        )}
      </div>
      <CardActions record={record} state={state} hasPanel={kind !== null} />
      <CardDetails record={record} />
    </article>
  );
});
