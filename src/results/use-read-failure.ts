// A page that could not be read, as a failure of the catalogue: when it is tried again by itself, and what the rest of the desk has
// to know of it.
import { useEffect, useMemo } from 'react';
import { explain } from '#src/failures/explain.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { expiresAt } from '#src/records/derived.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { RunFailure } from '#src/records/failure.ts';
import type { RunRecord } from '#src/records/record.ts';
import { transientWait } from '#src/records/waits.ts';

/** Longest delay that a browser's timer takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What passes by itself is asked for again by itself. */
const PASSING: ReadonlySet<FailureKind> = new Set(['update-delayed', 'connection-lost']);

/** What React Query knows of the read that goes wrong. */
export type ReadTrouble = {
  /** Why the last read failed for good. */
  readonly error: Error | null;
  /** Why its last try failed, while another is waited for. */
  readonly failureReason: Error | null;
  /** Reads of this result that have failed so far. */
  readonly errorUpdateCount: number;
};

/** The failure that stands in the way of reading, or null. A wait of a minute for the budget is shown, one of a second is not. */
export function useReadFailure(
  { error, failureReason, errorUpdateCount }: ReadTrouble,
  record: RunRecord,
): RunFailure | null {
  const { clock, status, config } = useDesk().environment;
  const { keyId } = record;
  const expiry = expiresAt(record);
  const failure = useMemo(() => {
    const explained = (cause: Error) => explain(cause, 'page', { at: clock.now(), expiresAt: expiry });
    const waiting = failureReason === null ? null : explained(failureReason);
    if (waiting?.kind === 'rate-limited') return waiting;
    if (error === null) return null;
    const found = explained(error);
    return PASSING.has(found.kind)
      ? { ...found, retryAt: found.at + transientWait(errorUpdateCount - 1) }
      : found;
  }, [error, failureReason, errorUpdateCount, expiry, clock]);

  useEffect(() => {
    if (failure?.kind === 'key-refused') status.pauseKey(keyId);
    if (failure?.kind === 'signed-out') status.setSignedOut(true);
    // The gateway no longer has the key: the list of keys here is out of date.
    if (failure?.kind === 'result-other-key') void config.refresh().catch(() => undefined);
  }, [failure, keyId, status, config]);
  return failure;
}

/** Calls `retry` once at `at` (epoch ms of the desk's clock), also when the clock jumps past it. Null = never. */
export function useRetryAt(at: number | null, retry: () => void): void {
  const { clock } = useDesk().environment;
  useEffect(() => {
    if (at === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function schedule() {
      clearTimeout(timer);
      timer = setTimeout(retry, Math.min(LONGEST_TIMER_MS, Math.max(0, (at ?? 0) - clock.now())));
    }
    schedule();
    const unsubscribe = clock.subscribe(schedule);
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
    // `retry` is a new function on every render; what it does follows from `at`.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [at, clock]);
}
