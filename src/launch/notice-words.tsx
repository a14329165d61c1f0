// What is said after a press of Launch report that sent nothing, or not everything: the desk has the runs already, or could not write them
// down.
import type { ReactNode } from 'react';
import type { DuplicateKind } from '#src/records/duplicates.ts';

// One run that is there already.
export const runAnyway = 'Run anyway';
export const itsKeyIs = (key: string) => `Its key is “${key}”.`;
export const wasLaunched = (when: string) => `It was launched ${when}.`;

// Several, of which some are there already.
export const allThere = (all: number) => `All ${all} runs are there already`;
export const someThere = (there: number, all: number) =>
  `${there} of ${all} runs ${there === 1 ? 'is' : 'are'} there already`;
export const launchedWithThese = 'These were launched with exactly these settings:';
const usingSlots = (label: string, used: number, total: number) =>
  `${label} · uses ${used} of ${total} slots`;
export const launchOthers = (others: number, used: number, total: number) =>
  usingSlots(`Launch the other ${others === 1 ? 'one' : others}`, used, total);
export const launchAll = (all: number, used: number, total: number) =>
  usingSlots(`Launch all ${all} anyway`, used, total);
/** What is said of each, by the name of its mailbox. */
export const isThere: Readonly<Record<DuplicateKind, (mailbox: ReactNode) => ReactNode>> = {
  running: (mailbox) => <>{mailbox} is running already.</>,
  waiting: (mailbox) => <>{mailbox} is waiting already.</>,
  'may-be-running': (mailbox) => <>{mailbox} may be running: nobody knows yet whether it started.</>,
  final: (mailbox) => <>{mailbox} has its result, and running it again gives the same rows.</>,
  'moved-on': (mailbox) => <>{mailbox} has an earlier result, and running it again may give newer figures.</>,
  'other-key': (mailbox) => <>{mailbox} was started with a key that is not loaded.</>,
};

// What could not be written down.
export const notWritten = 'Launch not written down';
export const nothingSent = 'Nothing was sent.';
export const someSent = (written: number, all: number) =>
  `${written} of ${all} launches were written down and go out. Launching again adds the others, and none twice.`;
export const writtenDownFirst =
  'A launch is written down in this browser before it goes out, and the browser refused to store it. Nothing entered was lost: free some space or allow storage for this page, then launch again.';
export const nothingSentOrLost = 'Nothing was sent, and nothing entered was lost.';
export const nothingLost = 'Nothing that was entered was lost.';
