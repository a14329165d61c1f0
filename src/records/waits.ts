// The fixed series of waits that the protocol names (protocol.md tables 1 and 3, failures.md).
import type { DeskCode } from '#src/contract/desk.ts';
import { RATE_LIMIT_WAIT_MS, RATE_LIMIT_WAITS_MS } from '#src/contract/limits.ts';
import type { FailureKind } from './failure-kind.ts';
import type { RunFailure } from './failure.ts';

/** Longest wait that a `Retry-After` is believed, in ms: a larger number is a mistake, and timers cannot hold it. */
const LONGEST_GIVEN_WAIT_MS = 3_600_000;

const DESK_BUDGET: DeskCode = 'desk-budget';
const TRANSIENT_MS = [5_000, 10_000, 20_000, 40_000, 80_000, 120_000] as const;

function step(series: readonly number[], repeats: number): number {
  return series[Math.min(Math.max(0, repeats), series.length - 1)] ?? 0;
}

/** 5, 10, 20 … 120 s, in ms: after a passing fault. `repeats` counts the waits in a row before this one. */
export function transientWait(repeats: number): number {
  return step(TRANSIENT_MS, repeats);
}

/** After a 429 from the API: 60, 120, 240, 300 s, and never less than `Retry-After`, in ms. */
export function limitWait(repeats: number, retryAfterMs: number | null): number {
  return Math.max(givenWait(retryAfterMs) ?? 0, step(RATE_LIMIT_WAITS_MS, repeats));
}

/** After `desk-budget`: exactly `Retry-After`, in ms; a minute where the gateway did not say. */
export function budgetWait(retryAfterMs: number | null): number {
  return givenWait(retryAfterMs) ?? RATE_LIMIT_WAIT_MS;
}

function givenWait(retryAfterMs: number | null): number | null {
  return retryAfterMs === null ? null : Math.min(LONGEST_GIVEN_WAIT_MS, retryAfterMs);
}

const FAULTS: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'not-sent',
  'update-delayed',
  'connection-lost',
  'answer-not-understood',
]);
const LIMITS: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'rate-limited',
  'slots-full',
  'limit-undecided',
]);

/** What a wait is for. Waits of one cause in a row grow; another cause begins anew. */
export type WaitCause = 'fault' | 'limit' | 'budget' | 'other';

/** The cause of the wait that follows `failure`. */
export function waitCause({ kind, code }: Pick<RunFailure, 'kind' | 'code'>): WaitCause {
  if (FAULTS.has(kind)) return 'fault';
  if (!LIMITS.has(kind)) return 'other';
  return code === DESK_BUDGET ? 'budget' : 'limit';
}

/** How many waits for `cause` a record has had in a row. */
export function waitsFor(
  cause: WaitCause,
  { failure, waits }: { readonly failure: RunFailure | null; readonly waits: number },
): number {
  return failure !== null && waitCause(failure) === cause ? waits : 0;
}
