// `GET /messages/{messageId}/attachments` (contract.md section 10).
import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { tolerantArray } from './tolerant-array.ts';

const attachment = z.looseObject({
  id: z.string(),
  name: z._default(z.string(), ''),
  contentType: z._default(z.string(), 'application/octet-stream'),
  size: z._default(z.number(), 0),
  attachmentType: openEnum(['fileAttachment', 'referenceAttachment', 'itemAttachment']),
});

/** The attachments of one message; only `fileAttachment` can be downloaded. */
export const attachmentListSchema = z.looseObject({ attachments: tolerantArray(attachment) });
/** One attachment; `size` in bytes. */
export type Attachment = z.infer<typeof attachment>;
