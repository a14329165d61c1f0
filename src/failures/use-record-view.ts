// All that the words about a record's failure need, for components.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { mailboxesReadAt } from '#src/connection/mailbox-lists.ts';
import { mailboxesQuery } from '#src/connection/queries.ts';
import { anotherKey } from '#src/runs/another-key.ts';
import { slotsHeld } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { RunRecord } from '#src/records/record.ts';
import { useNow } from '#src/ui/now.tsx';
import { keyUse, keyUseWords } from './key-use.ts';
import { scopesSeen } from './key-scopes.ts';
import { recordView } from './record-view.ts';
import type { FailureFacts, FailureView } from './view.ts';

/** A list that was read this long before a failure, or later, says something about it, in ms. */
const LIST_SPEAKS_MS = 10 * 60_000;

/** How often the words of a panel look at the slots and at what has run out, in ms. */
const REVIEW_MS = 5_000;

/** What a panel needs to show `kind` on `record`. */
export function useRecordView(record: RunRecord, kind: FailureKind, keys: LoadedKeys): FailureView {
  const { config } = useDesk().environment;
  const records = useRecords();
  const now = useNow(REVIEW_MS);
  const list = useListFacts(record);
  const { upstream, limits, keys: present = [] } = config.current() ?? {};
  const { pausedKeys } = useDeskStatus();
  const other = anotherKey(record, present, pausedKeys);
  return {
    ...recordView(record, kind, {
      now,
      keys,
      upstreamOrigin: upstream,
      scopesKnown: scopesSeen(record.keyId, records, list.keyMailboxes !== undefined).works,
      ...(other !== null && { otherKeyLabel: other.label }),
      ...(limits !== undefined && {
        slots: { used: slotsHeld(records, now, keys), total: limits.concurrentRuns },
      }),
    }),
    ...list,
    keyInUse: keyUseWords(keyUse(record.keyId, records, now)),
  };
}

/** What the mailbox list of the record's key shows, as far as it is known. Asks for nothing. */
function useListFacts({
  keyId,
  request,
  failure,
}: RunRecord): Pick<FailureFacts, 'mailboxListed' | 'keyMailboxes'> {
  const { client } = useDesk().environment;
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...mailboxesQuery(client, keyId), enabled: false, throwOnError: false });
  const at = mailboxesReadAt(queryClient, keyId);
  if (data === undefined) return {};
  const speaks = at !== null && at >= (failure?.at ?? 0) - LIST_SPEAKS_MS;
  return {
    keyMailboxes: data.map(({ mailboxName }) => mailboxName),
    ...(speaks && {
      mailboxListed: {
        at,
        listed: data.some(({ mailboxId }) => mailboxId === request.parameters.mailboxId),
      },
    }),
  };
}

/** Whether a failure dates from before this desk was opened: it is shown, and is no news. */
export function useIsOldNews({ at }: FailureView): boolean {
  return at < useDesk().situation().startedAt;
}
