// The attachments of one message: their list, and the download of each. Loaded when it is first opened.
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { KeyChoice } from '#src/connection/key-dialogs.ts';
import { reportOf } from '#src/contract/reports.ts';
import type { Scope } from '#src/contract/reports.ts';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import { useCallFailure } from '#src/failures/use-call-failure.ts';
import { useRetryAt } from '#src/failures/use-retry-at.ts';
import type { FailureView } from '#src/failures/view.ts';
import type { RunRecord } from '#src/records/record.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { AttachmentRow } from './attachment-row.tsx';
import { attachmentKeys, attachmentsQuery } from './attachments-query.ts';
import { useCallHandlers } from './use-call-handlers.ts';
import * as words from './words.tsx';
import styles from './attachments.module.css';

const LIST_SCOPES: readonly Scope[] = ['messages:read'];

type AttachmentsDialogProps = {
  /** The record that the message's row belongs to. */
  readonly record: RunRecord;
  readonly messageId: string;
  readonly onClose: () => void;
};

export function AttachmentsDialog({ record, messageId, onClose }: AttachmentsDialogProps) {
  const { client } = useDesk().environment;
  const first = useFirstKey(record);
  const [listKey, setListKey] = useState(first);
  const [contentKey, setContentKey] = useState(first);
  const list = useQuery(attachmentsQuery(client, listKey.id, messageId));
  const downloads = useIsFetching({ queryKey: attachmentKeys.contents(messageId) });
  const failure = useCallFailure(list, { context: 'attachments', keyId: listKey.id });
  const again = () => void list.refetch();
  useRetryAt(failure?.kind === 'rate-limited' && !list.isFetching ? failure.retryAt : null, again);

  function onListKey(key: KeyChoice) {
    setListKey(key);
    setContentKey(key);
    // The same key may have been given once more: nothing else would ask again then.
    if (key.id === listKey.id) again();
  }

  const handlers = useCallHandlers({ usedKey: listKey, scopes: LIST_SCOPES, again, onKey: onListKey });
  const facts = useFacts(record, list.isSuccess);
  const id = <bdi className={styles['id']}>{messageId}</bdi>;
  return (
    <Dialog open title={words.attachments} size="medium" dirty={downloads > 0} onClose={onClose}>
      <p className={styles['about']}>
        {list.data === undefined ? words.message(id) : words.attachmentsOf(list.data.length, id)}
      </p>
      {listKey.id !== record.keyId && <p className={styles['about']}>{words.readWith(listKey.label)}</p>}
      {failure !== null && (
        <FailurePanel
          size="card"
          headingLevel={3}
          failure={{ ...facts, ...failure, subject: words.theAttachments, keyLabel: listKey.label }}
          handlers={handlers}
        >
          {failure.kind === 'not-recognised' && <p>{words.messageGone}</p>}
        </FailurePanel>
      )}
      {list.isPending && failure === null && (
        <SkeletonRegion label={words.loadingAttachments}>
          <SkeletonLines lines={4} />
        </SkeletonRegion>
      )}
      {list.data?.length === 0 && <p>{words.noAttachments}</p>}
      {list.data !== undefined && list.data.length > 0 && (
        <AttachmentList>
          {list.data.map((attachment, place) => (
            <AttachmentRow
              // Ids are foreign, and may come twice.
              // oxlint-disable-next-line react/no-array-index-key -- the list never changes its order
              key={`${place} ${attachment.id}`}
              messageId={messageId}
              attachment={attachment}
              usedKey={contentKey}
              onKey={setContentKey}
              facts={facts}
            />
          ))}
        </AttachmentList>
      )}
      {downloads > 0 && <p className={styles['about']}>{words.closingCancels}</p>}
    </Dialog>
  );
}

function AttachmentList({ children }: { children: ReactNode }) {
  return <ul className={styles['list']}>{children}</ul>;
}

/** The record's own key, else the first that is loaded: any key that may read the mailbox reads its messages. */
function useFirstKey({ keyId, keyLabel }: RunRecord): KeyChoice {
  const { config } = useDesk().environment;
  const loaded = config.current()?.keys ?? [];
  const other = loaded.some(({ id }) => id === keyId) ? undefined : loaded[0];
  return other ?? { id: keyId, label: keyLabel };
}

/** What every failure here is told with. The launch worked, so its scopes did. */
function useFacts(record: RunRecord, isListed: boolean): Partial<FailureView> {
  const { config } = useDesk().environment;
  const scopes: readonly Scope[] = reportOf(record.request.report).scopes;
  return {
    mailboxName: record.mailbox.name,
    timeZone: record.mailbox.timeZone,
    upstreamOrigin: config.current()?.upstream,
    scopesKnown: [...new Set([...scopes, ...(isListed ? LIST_SCOPES : [])])],
  };
}
