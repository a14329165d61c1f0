// What this folder says to people: the way from a row to its messages, the attachments of a message, and their downloads.
import type { ReactNode } from 'react';
import type { Attachment } from '#src/contract/attachments.ts';
import { plural } from '#src/ui/number-format.ts';

// From a row.
export const attachments = 'Attachments';
export const showMessages = 'Show these messages';

// The list.
export const attachmentsOf = (count: number, messageId: ReactNode): ReactNode => (
  <>
    {plural(count, 'attachment', 'attachments')} of message {messageId}
  </>
);
export const message = (messageId: ReactNode): ReactNode => <>Message {messageId}</>;
export const readWith = (key: string) => `Read with key “${key}”.`;
/** What a failure of the list is about. */
export const theAttachments = 'the attachments of a message';
export const messageGone =
  'Most likely the message is gone from Exchange, or its mailbox is outside the list of this key: the API does not say which.';
export const loadingAttachments = 'Loading the attachments';
export const noAttachments = 'This message has no attachments.';
export const closingCancels = 'Closing this cancels what is being downloaded.';

// One of them.
export const nameless = 'Attachment without a name';
export const kinds: Readonly<Record<Attachment['attachmentType'], string>> = {
  fileAttachment: 'File',
  referenceAttachment: 'Link to a file kept elsewhere',
  itemAttachment: 'Item of Exchange',
  unrecognised: 'Kind not known to this desk',
};
export const download = (name: ReactNode): ReactNode => <>Download {name}</>;
export const cancel = (name: ReactNode): ReactNode => <>Cancel {name}</>;
export const noAddress = 'Its id is not one that the API can be asked for.';
export const tooLargeHere = (most: string) =>
  `Larger than ${most}, which this browser cannot save from here. Open its message in the mailbox to save it.`;
/** The name of a file that came without one. */
export const namelessFile = 'attachment';

// Its download.
export const downloaded = 'Downloaded';
export const askedFor = 'Asked for';
export const soFar = (received: string) => `${received} so far`;
export const receivedOf = (received: string, total: string) => `${received} of ${total}`;
export const isSaved = (name: string) => `${name} saved.`;
export const saved = 'Saved to where this browser keeps what it downloads';
export const tooLarge = (most: string) =>
  `Larger than ${most}, so it was given up. Open its message in the mailbox to save it`;
export const notWritten = 'Could not be written where it was to be saved. Nothing of it was kept';
