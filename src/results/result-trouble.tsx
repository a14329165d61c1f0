// What stands between the operator and the rows: what the clock and the keys say, else the page that could not be read.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import type { FailureHandlers } from '#src/failures/actions.ts';
import { useRecordView } from '#src/failures/use-record-view.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { RunRecord } from '#src/records/record.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { exportResult } from './export-result.ts';
import type { ResultReading } from './use-result-pages.ts';
import { useRunHandlers } from './use-run-handlers.ts';

type ResultTroubleProps = {
  readonly record: RunRecord;
  readonly keys: LoadedKeys;
  readonly trouble: FailureKind | null;
  readonly reading: ResultReading;
};

export function ResultTrouble(props: ResultTroubleProps) {
  const kind = props.trouble ?? props.reading.failure?.kind ?? null;
  return kind === null ? null : <TroublePanel {...props} kind={kind} />;
}

function TroublePanel({ record, keys, trouble, reading, kind }: ResultTroubleProps & { kind: FailureKind }) {
  const navigate = useNavigate();
  const runHandlers = useRunHandlers(record, {
    launched: ({ id }) => void navigate(`/runs/${id}`),
    removed: () => void navigate('/'),
    keyLoaded: reading.retry,
  });
  const view = useRecordView(record, kind, keys);
  const { failure, gathered } = reading;
  const { clock } = useDesk().environment;
  const [exported, setExported] = useState('');
  const exportLoaded =
    gathered === null || gathered.rows.length === 0
      ? undefined
      : () => void exportResult('csv', { record, gathered }, { now: clock.now() }).then(setExported);
  return (
    <FailurePanel
      failure={trouble === null && failure !== null ? { ...view, ...failure, asked: true } : view}
      handlers={{
        ...pageHandlers(runHandlers, reading),
        ...(exportLoaded !== undefined && { 'export-loaded-rows': exportLoaded }),
      }}
      size="page"
      headingLevel={2}
    >
      <output>{exported}</output>
    </FailurePanel>
  );
}

/** Here every "check" reads the page again; the run itself is over, so there are no updates to pause. */
function pageHandlers(runHandlers: FailureHandlers, reading: ResultReading): FailureHandlers {
  const handlers: FailureHandlers = {
    ...runHandlers,
    'check-now': reading.retry,
    'check-once-more': reading.retry,
    reconnect: reading.retry,
    'reload-first-page': reading.reload,
  };
  delete handlers['pause-updates'];
  return handlers;
}
