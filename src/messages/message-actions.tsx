// What a row of a result leads to: the attachments of a message, or the messages behind a count.
import { useState } from 'react';
import { Link } from 'react-router';
import type { ResultRow } from '#src/contract/envelope.ts';
import type { RunRecord } from '#src/records/record.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { AttachmentsDialog } from './attachments-dialog.tsx';
import { messageIdOf } from './attachments-query.ts';
import { messagesOfRow } from './messages-link.ts';
import * as words from './words.tsx';

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
        <AttachmentsDialog record={record} messageId={messageId} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
