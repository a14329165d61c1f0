// What a row of a result leads to: the attachments of a message, or the messages behind a count.
import { lazy, useState } from 'react';
import { Link } from 'react-router';
import type { ResultRow } from '#src/contract/envelope.ts';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import type { RunRecord } from '#src/records/record.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { messageIdOf } from './attachments-query.ts';
import { messagesOfRow } from './messages-link.ts';
import * as words from './words.tsx';

const AttachmentsDialog = lazy(async () => ({
  default: (await import('./attachments-dialog.tsx')).AttachmentsDialog,
}));

/** Nothing where the row is neither a message nor a count of messages. */
export function MessageActions({ record, row }: { record: RunRecord; row: ResultRow }) {
  const [isOpen, setOpen] = useState(false);
  const messageId = messageIdOf(row);
  const messages = messagesOfRow(record, row);
  return (
    <>
      {messageId !== null && <Button onClick={() => setOpen(true)}>{words.attachments}</Button>}
      {messages !== null && (
        <Link className={buttonClass()} to={messages}>
          {words.showMessages}
        </Link>
      )}
      {messageId !== null && isOpen && (
        <LazyPart>
          <AttachmentsDialog record={record} messageId={messageId} onClose={() => setOpen(false)} />
        </LazyPart>
      )}
    </>
  );
}
