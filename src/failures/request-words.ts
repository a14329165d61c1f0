// What is asked of an administrator (admin-request.ts): letters that operators copy and send. `key` is `key “…”` or `keyIUse`.
import { plural } from '#src/ui/number-format.ts';

const WHERE = 'Emailgistics Admin → API Access → Add Key';

export const hello = 'Hello,';
export const keyIUse = 'the key that I use';
export const aMailbox = 'a mailbox';
/** Names after the last one that is listed. */
export const more = (count: number) => plural(count, 'more', 'more');
export const withNames = (key: string, names: string) => `${key} (${names})`;

// Where it was noticed.
export const seen = (facts: string) => `Seen ${facts}.`;
export const requestCalled = (id: string) => `request ${id}`;

// A key with more scopes.
export const lacksPermission = (key: string) =>
  `${key} lacks a permission for the Emailgistics API. Keys cannot be edited, so please make a new one in ${WHERE}:`;
export const exactScopes = (scopes: string) => `- Scopes, exactly these: ${scopes}`;
export const scopesOfCall = '- Scopes, exactly these: as the call below needs';
export const sameMailboxes = (key: string) => `- Mailboxes: the same as those of ${key}`;
export const leavePresentKey =
  'Please leave the present key as it is until I have read the results of its runs: only the key that started a run can read it.';

// A mailbox that a key cannot reach.
export const cannotReach = (key: string, mailbox: string) =>
  `${key} cannot reach ${mailbox} in the Emailgistics API. It is outside the key’s list, or it is gone: the API does not say which.`;
export const keyWithMailbox = `If it should be reachable: the list of a key cannot be changed, so please make a new key in ${WHERE} with the same scopes, and with this mailbox beside the present ones.`;
export const keyWithMailboxBeside = (names: string) =>
  `If it should be reachable: the list of a key cannot be changed, so please make a new key in ${WHERE} with the same scopes, and with this mailbox beside the present ones (${names}).`;

// The first key of a desk.
export const needKey = (upstream: string) =>
  `I need a key for the Emailgistics API (${upstream}) to run reports. Please make one in ${WHERE}:`;
export const forReport = (title: string, scopes: string) => `- For ${title}: ${scopes}`;
export const forAttachments =
  '- To list and download attachments of messages: messages:read and messages:content';
export const mailboxesReportedOn = '- Mailboxes: those that I report on';
export const cannotBeChangedLater =
  'Scopes, mailboxes and expiry date cannot be changed later. The value is shown once: please send it to me in a safe way.';
