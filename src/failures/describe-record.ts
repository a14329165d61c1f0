// Which failure a record's card shows: the one written down, or one that follows from the clock and the loaded keys.
import type { DeskStatusSnapshot } from '#src/connection/desk-status.ts';
import { isExpired, isOverdue, needsKey } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { HoldUp } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';

/** Held up until a time; once that has come the launch merely waits its turn. */
const TIMED: ReadonlySet<FailureKind> = new Set(['rate-limited', 'limit-undecided', 'not-sent']);

/**
 * The kind that a card or page shows for `record`, or null where there is nothing to say. Without `status` a refused key and a
 * missing log-in are believed for as long as the record carries them; with it, only while they last.
 *
 * What is said first, and why:
 * - `sending`: nothing; an earlier attempt's failure is history.
 * - `failed`, `refused`, `unknown`: what is written down. Neither time nor another key changes what happened.
 * - signed out, before all that needs the keys: which keys are loaded is not known then.
 * - another key, before expiry: without the key nobody can look, so "expired" would only be a guess.
 * - expired, before any trouble with polls: there is nothing left to ask for.
 * - a failed poll, before overdue: while nothing is heard nobody knows that the run still runs.
 */
export function describeRecord(
  record: RunRecord,
  now: number,
  keys: LoadedKeys,
  status?: DeskStatusSnapshot,
): FailureKind | null {
  const kind = currentFailure(record, keys, status);
  switch (record.state) {
    case 'sending':
      return null;
    case 'failed':
      return record.failure?.kind ?? 'report-failed';
    case 'refused':
      return record.failure?.kind ?? 'not-recognised';
    case 'unknown':
      return record.failure?.kind ?? 'outcome-unknown';
    case 'queued':
    case 'running':
    case 'done':
    case 'lost':
      if (kind === 'signed-out') return kind;
      if (needsKey(record, keys)) return 'result-other-key';
      return record.state === 'queued' ? queuedKind(record, now, kind) : runKind(record, now, kind);
  }
}

function queuedKind(record: RunRecord, now: number, kind: FailureKind | null): FailureKind | null {
  if (kind === null || !TIMED.has(kind)) return kind;
  return record.notBefore !== null && now < record.notBefore ? kind : null;
}

function runKind(record: RunRecord, now: number, kind: FailureKind | null): FailureKind | null {
  if (isExpired(record, now)) return 'result-expired';
  if (kind !== null || record.state === 'done') return kind;
  if (record.state === 'lost') return 'result-missing';
  return isOverdue(record, now) ? 'overdue' : null;
}

/** The failure that the record carries, unless what it speaks of is over: signed in again, key loaded again. */
function currentFailure(
  { failure, keyId }: RunRecord,
  keys: LoadedKeys,
  status: DeskStatusSnapshot | undefined,
): FailureKind | null {
  if (failure === null) return null;
  const { kind } = failure;
  const usable = keys.has(keyId) && status?.pausedKeys.has(keyId) !== true;
  const over =
    (kind === 'signed-out' && status?.signedOut === false) ||
    (kind === 'key-refused' && status !== undefined && usable) ||
    (kind === 'result-other-key' && usable);
  return over ? null : kind;
}

/** The kind that says why a queued launch is not sent now; null where it only waits its turn. `holdUp` is from runs/queue.ts. */
export function kindOfHoldUp(holdUp: HoldUp, record: RunRecord): FailureKind | null {
  switch (holdUp.kind) {
    case 'signed-out':
      return 'signed-out';
    case 'needs-key':
      return 'result-other-key';
    case 'key-paused':
      return record.failure?.kind === 'result-other-key' ? 'result-other-key' : 'key-refused';
    case 'slots-full':
      return 'slots-full';
    case 'wait':
      return record.notBefore === null ? null : (record.failure?.kind ?? null);
    case 'stale':
    case 'behind':
      return null;
  }
}
