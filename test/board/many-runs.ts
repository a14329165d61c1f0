// Many runs in every state, as a desk has them after weeks: for tests of the board, its bench and its pictures.
import type { LaunchRequest } from '#src/contract/reports.ts';
import { createRecord } from '#src/records/record.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MAILBOXES = ['Sales Department', 'Support', 'Billing', 'Orders', 'Montréal', 'Partners', 'Returns'];
const REPORTS = [
  'mailboxPerformance',
  'mailboxUserPerformance',
  'mailboxDomainPerformance',
  'receivedMessageDetail',
] as const;

/** What the `place`-th of the runs asked for. */
function requestOf(place: number): LaunchRequest {
  const report = REPORTS[place % REPORTS.length] ?? 'mailboxPerformance';
  const mailboxId = `mb_${(place % MAILBOXES.length) + 1}`;
  const month = String((place % 9) + 1).padStart(2, '0');
  const [start, end] = [`2026-${month}-01T00:00:00`, `2026-${month}-28T23:59:59`];
  return report === 'receivedMessageDetail'
    ? {
        report,
        options: {},
        parameters: { mailboxId, activityType: 'received', activityStart: start, activityEnd: end },
      }
    : { report, options: {}, parameters: { mailboxId, start, end, period: 'day' } };
}

const id = (place: number) => `00000000-0000-4000-9000-${String(place).padStart(12, '0')}`;

type RunChanges = Partial<RunRecord> & { readonly state: RunState };

/** One run, pressed `age` ms before `now`. */
export function run(place: number, age: number, now: number, keyId: string, changes: RunChanges): RunRecord {
  const at = now - age;
  const made = createRecord({
    id: id(place),
    request: requestOf(place),
    mailbox: { name: MAILBOXES[place % MAILBOXES.length] ?? '', timeZone: 'America/Toronto' },
    keyId,
    keyLabel: 'Full access',
    now: at,
  });
  const sent = changes.state !== 'queued';
  const linked = changes.state === 'running' || changes.state === 'done' || changes.state === 'failed';
  return {
    ...made,
    ...(sent && { attempts: [{ key: made.id, ledgerId: 'ledger-1', sentAt: at, settledAt: at }] }),
    ...(linked && { self: `/api/v1/reports/results/rr_${place}?max=500`, checkedAt: at, movedAt: at }),
    ...(changes.state === 'done' && {
      progress: 100,
      endedAt: at + 4 * 60_000,
      tookMs: 4 * 60_000,
      summary: { total: 30 + (place % 900), firstPage: 30, more: false, cutoff: null },
    }),
    ...(changes.state === 'failed' && { endedAt: at + 60_000 }),
    ...changes,
  };
}

/** `count` runs, newest first: some failed, some are done, and the older ones have expired. Nothing runs or waits. */
export function pastRuns(count: number, now: number, keyId: string): RunRecord[] {
  return Array.from({ length: count }, (_, place) => {
    // Thirty of the last day, the others of the weeks before.
    const age = place < 30 ? (place + 1) * 0.5 * HOUR : DAY + (place - 29) * HOUR;
    return run(place, age, now, keyId, { state: place % 20 === 7 && place < 200 ? 'failed' : 'done' });
  });
}
