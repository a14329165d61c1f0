// A read that went wrong, as a failure of the catalogue, for components; and what the rest of the desk has to know of it.
import { useEffect, useMemo } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { RunFailure } from '#src/records/failure.ts';
import { explain } from './explain.ts';
import type { ExplainContext, ExplainFacts } from './explain.ts';

/** What React Query knows of a read that goes wrong. */
export type CallTrouble = {
  /** Why the last read failed for good. */
  readonly error: Error | null;
  /** Why its last try failed, while another is waited for. */
  readonly failureReason: Error | null;
};

/** Where the read belongs, and what is known beside its error. */
export type CallFacts = Omit<ExplainFacts, 'at'> & {
  readonly context: ExplainContext;
  /** The key that it is read with. */
  readonly keyId: string;
};

/** The failure that stands in the way of a read, or null. A wait of a minute for the budget is shown, one of a second is not. */
export function useCallFailure({ error, failureReason }: CallTrouble, facts: CallFacts): RunFailure | null {
  const { clock, status, config } = useDesk().environment;
  const { context, keyId, target, expiresAt, downloadable } = facts;
  const failure = useMemo(() => {
    const explained = (cause: Error) =>
      explain(cause, context, { at: clock.now(), target, expiresAt, downloadable });
    const waiting = failureReason === null ? null : explained(failureReason);
    if (waiting?.kind === 'rate-limited') return waiting;
    return error === null ? null : explained(error);
  }, [error, failureReason, context, target, expiresAt, downloadable, clock]);

  useEffect(() => {
    if (failure?.kind === 'key-refused') status.pauseKey(keyId);
    if (failure?.kind === 'signed-out') status.setSignedOut(true);
    // The gateway no longer has the key: the list of keys here is out of date.
    if (failure?.kind === 'result-other-key') void config.refresh().catch(() => undefined);
  }, [failure, keyId, status, config]);
  return failure;
}
