// The mailboxes of one key: how many, which, as read when, and the way to read them anew.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mailboxesReadAt, refreshMailboxes } from '#src/connection/mailbox-lists.ts';
import { mailboxesQuery } from '#src/connection/queries.ts';
import type { DeskKey } from '#src/contract/desk.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { MailboxesFailed } from '#src/launch/mailboxes-failed.tsx';
import { useDesk, useDeskStatus } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Details } from '#src/ui/details.tsx';
import { Time } from '#src/ui/time.tsx';
import * as words from './key-words.tsx';
import styles from './key-item.module.css';

type KeyMailboxesProps = {
  deskKey: DeskKey;
  /** Whether the list is read without being asked for: each costs one request of the account's budget. */
  eager: boolean;
};

export function KeyMailboxes({ deskKey, eager }: KeyMailboxesProps) {
  const { environment } = useDesk();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const isPaused = useDeskStatus().pausedKeys.has(deskKey.id);
  const mailboxes = useQuery({
    ...mailboxesQuery(environment.client, deskKey.id),
    enabled: eager && !isPaused,
  });
  const { data, isError } = mailboxes;
  const readAt = mailboxesReadAt(queryClient, deskKey.id);

  async function refresh() {
    setBusy(true);
    const reading = await refreshMailboxes(environment, deskKey.id);
    setBusy(false);
    if (reading.kind === 'read') announce(words.listWasRead(deskKey.label));
  }

  return (
    <div className={styles['mailboxes']}>
      <p>
        {data === undefined ? (mailboxes.isFetching ? words.beingRead : words.notReadYet) : counted(data)}
        {data !== undefined && readAt !== null && <> {words.readAt(<Time at={readAt} />)}</>}
      </p>
      {data !== undefined && data.length > 0 && (
        <Details summary={words.mailboxesOf(deskKey.label)}>
          <ul>
            {data.map(({ mailboxId, mailboxName, active }) => (
              <li key={mailboxId}>{active ? mailboxName : words.inactiveMailbox(mailboxName)}</li>
            ))}
          </ul>
        </Details>
      )}
      {isError && (
        <MailboxesFailed
          mailboxes={mailboxes}
          deskKey={deskKey}
          size="card"
          headingLevel={4}
          onKey={() => undefined}
        />
      )}
      <div>
        <Button
          size="small"
          icon="refresh"
          busy={busy || mailboxes.isFetching}
          aria-label={words.refreshListOf(deskKey.label)}
          onClick={() => void refresh()}
        >
          {words.refreshList}
        </Button>
      </div>
    </div>
  );
}

function counted(list: readonly Mailbox[]): string {
  const inactive = list.filter(({ active }) => !active).length;
  return inactive === 0 ? words.mailboxCount(list.length) : words.mailboxCountInactive(list.length, inactive);
}
