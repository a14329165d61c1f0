// A run that has no rows to show: queued, on its way, running, or ended without a result.
import { useNavigate } from 'react-router';
import { actionLabel } from '#src/failures/actions.ts';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import { useRecordFailure } from '#src/failures/use-record-failure.ts';
import { useIsOldNews, useRecordView } from '#src/failures/use-record-view.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { useNextLine } from '#src/runs/use-next-line.ts';
import type { RunRecord } from '#src/records/record.ts';
import { shownState, STATE_LOOKS } from '#src/records/shown-state.ts';
import type { ShownState } from '#src/records/shown-state.ts';
import { Button } from '#src/ui/button.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { formatPercent } from '#src/ui/number-format.ts';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { StatusMark } from '#src/ui/status.tsx';
import { RunHeading } from './run-heading.tsx';
import { SendNow } from './send-now.tsx';
import { useRunHandlers } from './use-run-handlers.ts';
import * as words from './words.ts';
import styles from './result-page.module.css';

type UnfinishedRunProps = {
  readonly record: RunRecord;
  readonly keys: LoadedKeys;
};

export function UnfinishedRun({ record, keys }: UnfinishedRunProps) {
  const kind = useRecordFailure(record, keys);
  const state = useClockValue((now) => shownState(record, now, keys));
  const look = STATE_LOOKS[state];
  const moving = state === 'running' || state === 'overdue';
  // The panel's title says that it started, which is more than the state's word does.
  const inPlace = record.failure?.kind === 'started-without-link' && state === 'unknown';
  return (
    <>
      <RunHeading record={record} />
      <div className={styles['progress']} data-tone={look.tone}>
        {!inPlace && (
          <div className={styles['state']}>
            <StatusMark tone={look.tone} icon={look.icon}>
              {look.word}
            </StatusMark>
            {moving && <span className={styles['percent']}>{formatPercent(record.progress)}</span>}
          </div>
        )}
        {moving && <ProgressBar label={words.progress} value={record.progress} tone={look.tone} />}
        <NextLine record={record} state={state} />
      </div>
      {kind !== null && <Trouble record={record} kind={kind} keys={keys} />}
    </>
  );
}

/** What happens next, in the words of the card. */
function NextLine({ record, state }: { record: RunRecord; state: ShownState }) {
  const desk = useDesk();
  const navigate = useNavigate();
  const next = useNextLine(record);
  const line = state === 'sending' ? words.onItsWay : next;
  if (line === null) return null;

  async function remove() {
    await desk.remove(record.id);
    await navigate('/');
  }

  return (
    <>
      <p className={styles['note']}>{line}</p>
      {state !== 'queued' && <p className={styles['note']}>{words.opensByItself}</p>}
      {state === 'queued' && record.failure === null && (
        <div className={styles['actions']}>
          <SendNow record={record} />
          <Button onClick={() => void remove()}>{actionLabel('remove-from-queue')}</Button>
        </div>
      )}
    </>
  );
}

type TroubleProps = { readonly record: RunRecord; readonly kind: FailureKind; readonly keys: LoadedKeys };

function Trouble({ record, kind, keys }: TroubleProps) {
  const navigate = useNavigate();
  const handlers = useRunHandlers(record, {
    launched: ({ id }) => void navigate(`/runs/${id}`),
    removed: () => void navigate('/'),
  });
  const view = useRecordView(record, kind, keys);
  const quiet = useIsOldNews(view);
  return <FailurePanel failure={view} handlers={handlers} quiet={quiet} size="page" headingLevel={2} />;
}
