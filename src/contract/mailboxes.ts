// `GET /admin/mailboxes` (contract.md section 9).
import * as z from 'zod/mini';
import { tolerantArray } from './tolerant-array.ts';

const user = z.looseObject({
  userId: z.string(),
  userName: z.catch(z.string(), ''),
  userEmail: z.catch(z.string(), ''),
  active: z.catch(z.boolean(), true),
});
const tag = z.looseObject({
  tagId: z.string(),
  tagName: z.catch(z.string(), ''),
  tagColor: z.catch(z.optional(z.nullable(z.string())), null),
  active: z.catch(z.boolean(), true),
});
const mailbox = z.looseObject({
  mailboxId: z.string(),
  mailboxName: z.string(),
  mailboxEmail: z.catch(z.string(), ''),
  active: z.catch(z.boolean(), true),
  timeZone: z.string(),
  users: z.catch(tolerantArray(user), []),
  tags: z.catch(tolerantArray(tag), []),
});

/** The whole mailbox list of a key: filtered to its allowlist, inactive entries included. */
export const mailboxListSchema = z.looseObject({ mailboxes: tolerantArray(mailbox) });
/** See {@link mailboxListSchema}. */
export type MailboxList = z.infer<typeof mailboxListSchema>;
/** One shared mailbox; `timeZone` is an IANA name, ids are opaque. */
export type Mailbox = z.infer<typeof mailbox>;
/** A member of a mailbox. */
export type MailboxUser = z.infer<typeof user>;
