// Failures and records as the tests of this folder need them, with everything known unless a test says otherwise.
import { createRecord } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { RunFailure } from '#src/records/failure.ts';
import type { FailureView } from '#src/failures/view.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** 14:02 in Toronto. */
export const NOW = Date.parse('2026-11-23T19:02:00Z');
export const KEY_ID = 'k_full';
export const SELF = '/api/v1/reports/results/res_1?max=500';

const LAUNCH_KINDS: ReadonlySet<FailureKind> = new Set([
  'settings-refused',
  'scope-missing',
  'mailbox-out-of-reach',
  'slots-full',
  'limit-undecided',
  'outcome-unknown',
  'not-sent',
  'started-without-link',
]);

export function failureOf(kind: FailureKind, more: Partial<RunFailure> = {}): RunFailure {
  const isLaunch = LAUNCH_KINDS.has(kind);
  return {
    kind,
    at: NOW - 4 * MINUTE,
    method: isLaunch ? 'POST' : 'GET',
    target: isLaunch ? '/api/v1/reports/receivedMessageDetail?max=500' : SELF,
    status: 503,
    code: 'server_code',
    message: 'Words of the server.',
    requestId: 'req-1',
    retryAt: null,
    raw: null,
    ...more,
  };
}

export function viewOf(kind: FailureKind, more: Partial<FailureView> = {}): FailureView {
  return {
    ...failureOf(kind),
    subject: 'Message Detail · Sales Department',
    timeZone: 'America/Toronto',
    keyLabel: 'Full access',
    mailboxName: 'Sales Department',
    launchedAt: NOW - HOUR,
    expiresAt: NOW + 23 * HOUR,
    lastGoodAt: NOW - 10 * MINUTE,
    slots: { used: 2, total: 3 },
    slotUntil: NOW + 20 * MINUTE,
    upstreamOrigin: 'https://c1.emailgistics.com',
    launchBody: '{"parameters":{"mailboxId":"mb_1"}}',
    ...more,
  };
}

/** A record launched an hour ago. */
export function recordOf(more: Partial<RunRecord> = {}): RunRecord {
  const pressedAt = NOW - HOUR;
  return {
    ...createRecord({
      id: '3f0f2a52-0d9b-4f53-9a51-6b0f6c1f0001',
      request: {
        report: 'mailboxPerformance',
        options: {},
        parameters: {
          mailboxId: 'mb_1',
          start: '2026-09-01T00:00:00',
          end: '2026-09-30T23:59:59',
          period: 'day',
        },
      },
      mailbox: { name: 'Sales Department', timeZone: 'America/Toronto' },
      keyId: KEY_ID,
      keyLabel: 'Full access',
      now: pressedAt,
    }),
    ...more,
  };
}
