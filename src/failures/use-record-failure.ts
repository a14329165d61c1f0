// What is wrong with a record, for components: the kind, which changes seldom, and the view with all that its words need.
import { useQueryClient } from '@tanstack/react-query';
import { connectionKeys } from '#src/connection/queries.ts';
import { reportOf } from '#src/contract/reports.ts';
import type { Scope } from '#src/contract/reports.ts';
import { anotherKey } from '#src/runs/another-key.ts';
import { slotsHeld } from '#src/runs/derived.ts';
import type { LoadedKeys } from '#src/runs/derived.ts';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import type { FailureKind } from '#src/runs/failure-kind.ts';
import { holdUpOf } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/runs/record.ts';
import { useClockValue, useNow } from '#src/ui/now.tsx';
import { describeRecord, kindOfHoldUp } from './describe-record.ts';
import { recordView } from './record-view.ts';
import type { FailureView } from './view.ts';

/** How often the words of a panel look at the slots and at what has run out, in ms. */
const REVIEW_MS = 5_000;

/** The kind that a card or page shows for `record`, null where there is nothing to say. Renders again only when it changes. */
export function useRecordFailure(record: RunRecord, keys: LoadedKeys): FailureKind | null {
  const desk = useDesk();
  const records = useRecords();
  const status = useDeskStatus();
  return useClockValue((now) => {
    if (record.state !== 'queued') return describeRecord(record, now, keys, status);
    const holdUp = holdUpOf(record, records, desk.situation());
    return holdUp === null ? null : kindOfHoldUp(holdUp, record);
  });
}

/** What a panel needs to show `kind` on `record`. */
export function useRecordView(record: RunRecord, kind: FailureKind, keys: LoadedKeys): FailureView {
  const { config } = useDesk().environment;
  const records = useRecords();
  const now = useNow(REVIEW_MS);
  const queryClient = useQueryClient();
  const listed = queryClient.getQueryData(connectionKeys.mailboxes(record.keyId)) !== undefined;
  const { upstream, limits, keys: present = [] } = config.current() ?? {};
  const { pausedKeys } = useDeskStatus();
  const other = anotherKey(record, present, pausedKeys);
  return recordView(record, kind, {
    now,
    keys,
    upstreamOrigin: upstream,
    scopesKnown: knownScopes(record.keyId, records, listed),
    ...(other !== null && { otherKeyLabel: other.label }),
    ...(limits !== undefined && {
      slots: { used: slotsHeld(records, now, keys), total: limits.concurrentRuns },
    }),
  });
}

/** Scopes that a key was seen to have: what its accepted launches needed, and what a mailbox list needs. */
function knownScopes(keyId: string, records: readonly RunRecord[], listed: boolean): Scope[] {
  const accepted = records.filter((record) => record.keyId === keyId && record.self !== null);
  const known = accepted.flatMap((record) => [...reportOf(record.request.report).scopes]);
  return [...new Set<Scope>(listed ? ['reporting', ...known] : known)];
}
