// A record's failure with everything that its words need, for cards and result pages.
import { LONGEST_RUN_MS } from '#src/contract/limits.ts';
import { reportOf } from '#src/contract/reports.ts';
import { expiresAt, holdsSlot } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { failureFrom } from '#src/records/failure.ts';
import type { RunFailure } from '#src/records/failure.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { runTitle } from '#src/records/describe-request.ts';
import { shownZone } from '#src/ui/zone-choice.ts';
import type { FailureFacts, FailureView } from './view.ts';

/** What the record does not know itself. `now` is epoch ms of the desk's clock. */
export type RecordFacts = Pick<
  FailureFacts,
  'slots' | 'upstreamOrigin' | 'scopesKnown' | 'field' | 'otherKeyLabel'
> & {
  readonly now: number;
  readonly keys: LoadedKeys;
};

/** What a panel shows for `kind` (from describeRecord) on `record`. */
export function recordView(
  record: RunRecord,
  kind: FailureKind,
  { now, keys, ...facts }: RecordFacts,
): FailureView {
  const evidence = record.failure?.kind === kind ? record.failure : null;
  const slotHeld = record.state === 'unknown' && holdsSlot(record, now, keys);
  return {
    ...(evidence ?? derivedFailure(record, kind)),
    // While updates are paused nothing is asked by itself, whatever was planned before.
    ...(record.state === 'running' && record.polling === 'stopped' && { retryAt: null }),
    asked: evidence !== null,
    subject: runTitle(record),
    keyLabel: record.keyLabel,
    mailboxName: record.mailbox.name,
    timeZone: shownZone(record.mailbox.timeZone),
    scopesNeeded: reportOf(record.request.report).scopes,
    launchedAt: launchedAt(record),
    expiresAt: expiresAt(record),
    lastGoodAt: record.checkedAt,
    slotUntil: slotHeld ? launchedAt(record) + LONGEST_RUN_MS : null,
    final: record.summary === null ? null : record.summary.cutoff === null,
    queued: record.state === 'queued',
    slower: record.slower,
    launchBody: record.body,
    ...facts,
  };
}

/** What follows from the clock and the loaded keys has no reply; it dates from the moment from which it has been so. */
function derivedFailure(record: RunRecord, kind: FailureKind): RunFailure {
  const method = record.self === null ? 'POST' : 'GET';
  return failureFrom(kind, { method, target: record.self ?? record.target, at: sinceOf(record, kind) }, null);
}

function sinceOf(record: RunRecord, kind: FailureKind): number {
  if (kind === 'result-expired') return expiresAt(record);
  if (kind === 'overdue') return launchedAt(record) + LONGEST_RUN_MS;
  return launchedAt(record);
}
