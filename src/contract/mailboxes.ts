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

/** The reserved user id for activity that belongs to nobody known (contract.md section 8). */
export const UNKNOWN_USER = 'unknown';

/** The whole mailbox list of a key: filtered to its allowlist, inactive entries included. */
export const mailboxListSchema = z.looseObject({ mailboxes: tolerantArray(mailbox) });
/** One shared mailbox; `timeZone` is an IANA name, ids are opaque. */
export type Mailbox = z.infer<typeof mailbox>;
