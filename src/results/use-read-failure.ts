// A page that could not be read, as a failure of the catalogue, and when it is asked for again by itself.
import { useMemo } from 'react';
import { useCallFailure } from '#src/failures/use-call-failure.ts';
import type { CallTrouble } from '#src/failures/use-call-failure.ts';
import { expiresAt } from '#src/records/derived.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { RunFailure } from '#src/records/failure.ts';
import type { RunRecord } from '#src/records/record.ts';
import { transientWait } from '#src/records/waits.ts';

/** What passes by itself is asked for again by itself. */
const PASSING: ReadonlySet<FailureKind> = new Set(['update-delayed', 'connection-lost']);

/** What React Query knows of the read that goes wrong. */
export type ReadTrouble = CallTrouble & {
  /** Reads of this result that have failed so far. */
  readonly errorUpdateCount: number;
};

/** The failure that stands in the way of reading, or null. */
export function useReadFailure(trouble: ReadTrouble, record: RunRecord): RunFailure | null {
  const failure = useCallFailure(trouble, {
    context: 'page',
    keyId: record.keyId,
    expiresAt: expiresAt(record),
  });
  const { errorUpdateCount } = trouble;
  return useMemo(
    () =>
      failure !== null && PASSING.has(failure.kind)
        ? { ...failure, retryAt: failure.at + transientWait(errorUpdateCount - 1) }
        : failure,
    [failure, errorUpdateCount],
  );
}
