// What is said where a key is missing or does not do: the key dialogs, and the first steps of a desk without one.
import type { ReactNode } from 'react';
import type { DeskKey } from '#src/contract/desk.ts';
import type { KeyDialogKind } from '#src/connection/key-dialogs.ts';

// The key in question, as it is called in a sentence.
export const theKey = 'the key';
export const keyCalled = (label: string) => `“${label}”`;

// The dialogs.
export const titles: Readonly<Record<KeyDialogKind, string>> = {
  enter: 'Enter key',
  rescope: 'Use a key with more scopes',
  switch: 'Switch key',
};
export const onlyWithStarter = (key: string) =>
  `Results open only with the key that started them. Enter the value of ${key} to go on: the same value is known again, and what waits for it resumes.`;
export const mistakes = {
  same: 'This is the key that was refused. Another one is needed.',
  other:
    'This key works and is loaded now, but it is not the one that started this run. That one is still needed.',
};
export const orLoadedKey = 'Or use a key that is already here:';
export const notForgotten = (label: string) =>
  `The key ${label} could not be forgotten. It is still on the page Connection.`;

// A refused launch goes out once more.
export const sendAgainTitle = 'Send the refused launch again?';
export const sendOnceMore = 'Send once more';
export const notNow = 'Not now';
export const sendAgain = (label: string) =>
  `The launch goes out once more with exactly the same settings and the key “${label}”. The refused card stays where it is.`;

// A key was refused, or none is there.
export const nothingSent = (key: string) =>
  `Nothing is sent with ${key} until a working key is here. The same key resumes where it stopped. Another key starts new runs, but cannot open the runs of the old one.`;
export const from: Readonly<Record<DeskKey['source'], string | null>> = {
  environment:
    'It comes from the gateway’s environment: whoever runs this desk can put a new value there and start it again. A key that is entered here works at once.',
  sandbox: 'It is one of the sandbox’s own keys; README tells their values.',
  entered: null,
  unrecognised: null,
};
export const orAskOnceMore = 'Or ask once more with the key that is here:';
export const checkAgain = 'Check key again';
export const stillRefused = 'It is still not accepted.';
export const notChecked = 'It could not be checked now. Try again in a moment.';

// What becomes of the key that is replaced.
export const nothingNeedsIt = 'Nothing on this board needs it.';
export const itHas = (what: string) => `It has ${what}.`;
export const keeps = (key: string, orphaned: string) =>
  `Runs started with ${key} can be read only with ${key}. ${orphaned} Both keys stay loaded: new launches use the new one, and the old runs are followed with the old one until they end.`;
export const forgets = (key: string, orphaned: string) =>
  `${orphaned} Once the new key works, ${key} is forgotten here.`;
export const forgetsAndLoses = (key: string, orphaned: string) =>
  `${orphaned} Once the new key works, ${key} is forgotten here, and none of that can be followed or read until it is entered again.`;
export const ifAnotherForget = (key: string) => `If this is another key, forget ${key}`;
export const staysPaused = 'It stays loaded and paused.';
export const waitsForSameKey =
  'What it has then waits as “Belongs to another key” until the same key is entered again.';

// How to come by a key with more scopes.
export const callNeeds = (scopes: string) => `This call needs ${scopes}.`;
export const knownToWork = (key: string, scopes: string) => `Known to work with ${key}: ${scopes}.`;
export const notSeenToWork = (scopes: string) => `Not seen to work: ${scopes}.`;
export const newKeyIsMade = 'Keys cannot be changed, so a new one is made:';
export const pressAddKey: ReactNode = (
  <>
    A system administrator opens Emailgistics <strong>Admin → API Access</strong> and presses{' '}
    <strong>Add Key</strong>.
  </>
);
export const sameMailboxes = (key: string) => `Mailboxes: the same as those of ${key}.`;
export const sameMailboxesNamed = (key: string, names: string) =>
  `Mailboxes: the same as those of ${key} (${names}).`;
export const more = (count: number) => `${count} more`;
export const exactScopes = (scopes: string): ReactNode => (
  <>
    Scopes, exactly these: <strong>{scopes}</strong>.
  </>
);
export const asNeeded = 'as needed';
export const generateKey: ReactNode = (
  <>
    <strong>Generate Key</strong>. Its value is shown once: enter it below.
  </>
);

// The first steps.
export const noKeyYet = 'No key yet';
export const enterKey = 'Enter key';
export const needsKey = (address: string) =>
  `This desk is connected to ${address} and needs a key of your account first:`;
export const makeKey: ReactNode = (
  <>
    A system administrator makes a key in Emailgistics <strong>Admin → API Access → Add Key</strong>: a name,
    an expiry date, and the mailboxes you report on. None of it can be changed later.
  </>
);
export const scopesDecide = 'Scopes decide what the key can do:';
export const scopesFor = (scopes: string, reports: string): ReactNode => (
  <>
    <strong>{scopes}</strong> for {reports}
  </>
);
export const contentFor: ReactNode = (
  <>
    <strong>messages:content</strong> too, to download attachments
  </>
);
export const enterValueHere =
  'Its value is shown once. Enter it here: it is checked and kept by this desk’s gateway, never in this browser.';
export const enterValueBelow =
  'Its value is shown once. Enter it under “Add a key” on this page: it is checked and kept by this desk’s gateway, never in this browser.';
export const thenLaunch = 'Then launch a report.';
export const sandboxKeys = 'The sandbox’s own keys come back when its gateway is started again.';
