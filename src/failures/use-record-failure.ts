// What is wrong with a record, for components: the kind, which changes seldom.
import type { LoadedKeys } from '#src/records/derived.ts';
import { useDesk, useLiveValue } from '#src/runs/desk-context.tsx';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { holdUpOf } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';
import { describeRecord, kindOfHoldUp } from './describe-record.ts';

/** The kind that a card or page shows for `record`, null where there is nothing to say. Renders again only when it changes. */
export function useRecordFailure(record: RunRecord, keys: LoadedKeys): FailureKind | null {
  const desk = useDesk();
  return useLiveValue((records, now) => {
    const { status } = desk.environment;
    if (record.state !== 'queued') return describeRecord(record, now, keys, status.snapshot());
    const holdUp = holdUpOf(record, records, desk.situation());
    return holdUp === null ? null : kindOfHoldUp(holdUp, record);
  });
}
