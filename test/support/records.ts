// Run records for tests: made by the product's own functions, then changed where a test says so.
import type { LaunchRequest } from '#src/contract/reports.ts';
import { failureFrom } from '#src/records/failure.ts';
import type { RunFailure } from '#src/records/failure.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { createRecord } from '#src/records/record.ts';
import type { Attempt, RunRecord, RunState } from '#src/records/record.ts';
import { SELF } from './replies.ts';

/** Monday, 23 November 2026, 06:00 UTC. */
export const NOW = Date.UTC(2026, 10, 23, 6);
/** The key that records of tests belong to. */
export const KEY = 'key-1';
/** The gateway's ledger in tests. */
export const LEDGER = 'ledger-1';
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

/** A launch of Mailbox Performance for September 2026. */
export function launchRequest(parameters: Record<string, unknown> = {}): LaunchRequest {
  const standard = {
    mailboxId: 'mb_1',
    start: '2026-09-01T00:00:00',
    end: '2026-09-30T23:59:59',
    period: 'day',
  };
  return { report: 'mailboxPerformance', options: {}, parameters: { ...standard, ...parameters } };
}

/** An attempt that left at `sentAt`. */
export function attempt(key: string, sentAt = NOW, settledAt: number | null = null): Attempt {
  return { key, ledgerId: LEDGER, sentAt, settledAt };
}

/** A failure of a poll, as it is written down at `at`. */
export function failureOf(kind: FailureKind, at = NOW, more: Partial<RunFailure> = {}): RunFailure {
  return { ...failureFrom(kind, { method: 'GET', target: SELF, at }, null), ...more };
}

const SENT: readonly RunState[] = ['sending', 'running', 'done', 'failed', 'unknown', 'lost', 'refused'];
const LINKED: readonly RunState[] = ['running', 'done', 'failed', 'lost'];

/** A record pressed and, but for `queued`, sent at `NOW`, in `state` as the product leaves it. */
export function record(state: RunState = 'queued', changes: Partial<RunRecord> = {}): RunRecord {
  const id = changes.id ?? 'record-1';
  const queued = createRecord({
    id,
    request: launchRequest(),
    mailbox: { name: 'Sales', timeZone: 'America/Toronto' },
    keyId: KEY,
    keyLabel: 'Full access',
    now: NOW,
  });
  const settled = state === 'sending' ? null : NOW;
  return {
    ...queued,
    state,
    ...(SENT.includes(state) && { attempts: [attempt(id, NOW, settled)] }),
    ...(LINKED.includes(state) && { self: SELF, checkedAt: NOW, movedAt: NOW }),
    ...(state === 'done' && { progress: 100, endedAt: NOW }),
    ...(state === 'lost' && { polling: 'stopped', endedAt: NOW }),
    ...changes,
  };
}
