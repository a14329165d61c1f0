// What is said of an attachment: its kind, its size, and why it may not be had.
import type { Attachment } from '#src/contract/attachments.ts';
import type { FailureFacts } from '#src/failures/view.ts';
import { plainText } from '#src/failures/phrases.ts';
import { formatBytes } from '#src/ui/number-format.ts';
import * as words from './words.tsx';

type Kind = Attachment['attachmentType'];

/** Of these the API never gives the content (contract.md section 10), so it is not asked. A kind that is new may be another matter. */
export const NOT_FILES: Readonly<Record<Kind, FailureFacts['attachment']>> = {
  fileAttachment: undefined,
  referenceAttachment: 'link',
  itemAttachment: 'item',
  unrecognised: undefined,
};

/** Longest part of a name or type that is shown, in characters. */
const SHOWN_CHARACTERS = 200;

/** The name as it is shown: all that can be seen of it, in one line. */
export function shownName({ name }: Pick<Attachment, 'name'>): string {
  const text = plainText(name, SHOWN_CHARACTERS);
  return text === '' ? words.nameless : text;
}

/** "File, text/plain, 1.2 kB": as the list says it. A size that it does not say, or that cannot be, is left out. */
export function attachmentLine({ attachmentType, contentType, size }: Attachment): string {
  const type = plainText(contentType, SHOWN_CHARACTERS);
  return [
    words.kinds[attachmentType],
    ...(type === '' || attachmentType !== 'fileAttachment' ? [] : [type]),
    ...(isSize(size) ? [formatBytes(size)] : []),
  ].join(', ');
}

function isSize(size: number): boolean {
  return Number.isInteger(size) && size > 0;
}

/** "1.2 MB of 12 MB", "1.2 MB so far". */
export function progressText(received: number, total: number | null): string {
  return total === null
    ? words.soFar(formatBytes(received))
    : words.receivedOf(formatBytes(received), formatBytes(total));
}
