// What is said of one key, where it is listed and where it is added.
import type { ReactNode } from 'react';
import type { DeskKey } from '#src/contract/desk.ts';
import { plural } from '#src/ui/number-format.ts';

// The form.
export const label = 'Label';
export const labelHint = 'Only for you: the name it has in Admin serves well.';
export const keyValue = 'Key value';
export const keyValueHint =
  "Kept in the memory of this desk's gateway until it stops. It never comes back to the browser.";
export const addKey = 'Add key';
export const useThisKey = 'Use this key';
export const notNow = 'Not now';
export const giveName = 'Give the key a name that you will recognise.';
export const pasteValue = 'Paste the value that was shown when the key was made.';
export const notAccepted = 'Emailgistics does not accept this key: it may be mistyped, expired or deleted.';
export const tooManyRequests = 'Too many requests in the last minute. Try again in a moment.';
export const serviceNotReached =
  'Emailgistics could not be reached to check this key. Try again in a moment.';
export const deskNotReached = 'This desk could not be reached. Check that it is running, then try again.';
export const notChecked = (status: number | null) => `The key could not be checked (HTTP ${status}).`;

// The list: what a key is.
export const refused = 'Not accepted';
export const sources: Readonly<Record<DeskKey['source'], string>> = {
  sandbox: 'made by the sandbox',
  environment: 'from the gateway’s environment',
  entered: 'entered here, kept until the gateway stops',
  unrecognised: 'loaded',
};
export const shortId = (id: ReactNode): ReactNode => <>id {id}</>;
export const usedForLaunches = 'used for new launches';
export const useForLaunches = 'Use for new launches';
export const useKeyForLaunches = (key: string) => `Use for new launches: ${key}`;
export const enterKey = 'Enter key';
export const enterThisKey = (key: string) => `Enter key ${key}`;
export const forgetKey = 'Forget key';
export const forgetThisKey = (key: string) => `Forget key ${key}`;
export const neededBy = (what: string, count: number) =>
  `${what} ${count === 1 ? 'needs' : 'need'} this key, and only this one will do. Forgotten, it can be entered again: the same value is known by the same id.`;
export const notForgotten =
  'This key could not be forgotten. Check that this desk is running, then try again.';
export const expiresOn = 'Expires on';
export const expiresOnHint = 'Noted in this browser only; the API does not tell it.';

// What it may do.
export const scopes = 'Scopes';
export const noScopeSeen = 'Nothing seen yet: the API does not tell them.';
export const seenToWork = (names: string): ReactNode => (
  <>
    Seen to work: <strong>{names}</strong>.
  </>
);
export const notSeenToWork = (names: string): ReactNode => (
  <>
    Not seen to work: <strong>{names}</strong>.
  </>
);

// Its mailboxes.
export const mailboxes = 'Mailboxes';
export const beingRead = 'Being read.';
export const notReadYet = 'Not read yet.';
export const mailboxCount = (count: number) => `${plural(count, 'mailbox', 'mailboxes')}.`;
export const mailboxCountInactive = (count: number, inactive: number) =>
  `${plural(count, 'mailbox', 'mailboxes')}, ${inactive} inactive.`;
export const readAt = (time: ReactNode): ReactNode => <>Read {time}.</>;
export const mailboxesOf = (key: string) => `Mailboxes of ${key}`;
export const inactiveMailbox = (name: string) => `${name} (inactive)`;
export const refreshList = 'Refresh mailbox list';
export const refreshListOf = (key: string) => `Refresh mailbox list of ${key}`;
export const listWasRead = (key: string) => `The mailboxes of ${key} were read.`;
