// What is wrong with a run, on its card: what happened, and what can be done about it.
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import { useIsOldNews, useRecordView } from '#src/failures/use-record-view.ts';
import { useRunHandlers } from '#src/results/use-run-handlers.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { RunRecord } from '#src/records/record.ts';

type CardFailureProps = {
  readonly record: RunRecord;
  readonly keys: LoadedKeys;
  readonly kind: FailureKind;
};

export function CardFailure({ record, keys, kind }: CardFailureProps) {
  const handlers = useRunHandlers(record);
  const view = useRecordView(record, kind, keys);
  const quiet = useIsOldNews(view);
  return <FailurePanel failure={view} handlers={handlers} quiet={quiet} size="card" />;
}
