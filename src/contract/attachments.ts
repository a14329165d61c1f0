// `GET /messages/{messageId}/attachments` (contract.md section 10).
import * as z from 'zod/mini';
import { openEnum, UNRECOGNISED } from './open-enum.ts';
import { tolerantArray } from './tolerant-array.ts';

const attachment = z.looseObject({
  id: z.string(),
  name: z.catch(z.string(), ''),
  contentType: z.catch(z.string(), 'application/octet-stream'),
  size: z.catch(z.number(), 0),
  attachmentType: z.catch(
    openEnum(['fileAttachment', 'referenceAttachment', 'itemAttachment']),
    UNRECOGNISED,
  ),
});

/** The attachments of one message; only `fileAttachment` can be downloaded. */
export const attachmentListSchema = z.looseObject({ attachments: tolerantArray(attachment) });
/** One attachment; `size` in bytes. */
export type Attachment = z.infer<typeof attachment>;
