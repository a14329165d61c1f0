// What the frame of every page says to people only now and then: the log-in, what is not saved, what was removed, the budget, a second
// run of the same, and the bar of the sandbox.
import type { ReactNode } from 'react';
import type { SavingState } from '#src/records/saved-store.ts';
import { plural } from '#src/ui/number-format.ts';
import type { SandboxStep } from './sandbox-bar.tsx';

// The log-in.
export const accessToken = 'Access token';
export const accessTokenHint = 'Whoever runs this desk has set it.';
export const enterAccessToken = 'Enter the access token.';
export const wrongAccessToken = 'This is not the access token of this desk.';
export const tooManyWrongTokens = 'Too many wrong tokens. Wait a minute, then try again.';
export const deskNotReached = 'This desk could not be reached. Check that it is running, then try again.';
export const signIn = 'Sign in';
export const signedIn = 'Signed in.';

// What is written down does not outlive the tab.
type NotSaved = { readonly title: string; readonly text: string };
const FOUND_AGAIN =
  'Launches that were sent are found again through the gateway, as cards marked From another browser. Those still in the queue are lost when this tab is closed.';
export const notSaved: Readonly<Record<Exclude<SavingState, 'saved'>, NotSaved>> = {
  blocked: {
    title: 'This browser saves nothing here',
    text: `It does not let this page keep data, so the desk works from memory until the tab is closed. ${FOUND_AGAIN}`,
  },
  full: {
    title: 'No space left to save',
    text: `The browser’s storage is full, so the desk works from memory until there is space. Free some, then save again. ${FOUND_AGAIN}`,
  },
  failed: {
    title: 'Saving does not work',
    text: `The browser’s storage reports a fault, so the desk works from memory. ${FOUND_AGAIN}`,
  },
  cleared: {
    title: 'This site’s data was cleared',
    text: 'What this tab still knew is kept in memory. Save again to write it back to the browser’s storage.',
  },
  'newer-version': {
    title: 'A newer version of this desk is open',
    text: 'It has taken over the records in this browser. Reload this tab to go on with it; what is launched here until then is not saved.',
  },
};
export const saveAgain = 'Save again';
export const reload = 'Reload';
export const savedAgain = 'Everything is saved in this browser again.';
export const stillNotSaved = 'Saving still does not work.';
export const triedInVain = 'It was tried and still does not work.';

// Cards that were removed.
export const removed = 'Removed';
export const cardsRemoved = (count: number) => `${plural(count, 'card', 'cards')} removed`;
export const cardsBack = (count: number) => `${plural(count, 'card', 'cards')} back on the board`;
export const undo = 'Undo';
export const dismiss = 'Dismiss';

// What used the budget.
export const whatUsedBudget = 'What used the budget';
export const aboutBudget = (limit: string) =>
  `An account may make ${limit} requests in any minute, with all its keys and tools together. This desk counts its own; what other tools use cannot be seen from here.`;
export const loadingUsage = 'Loading what was used';
export const requestsOfDesk = 'Requests of this desk in the last minute';
export const used = 'Used';
export const usedRequests = (count: number, limit: number) => `${count} of ${limit} requests`;
export const usedFor = {
  launch: 'Launches',
  read: 'Mailboxes and result pages',
  poll: 'Updates of runs',
  prefetch: 'Read ahead',
};
export const usageNotRead = 'The figures could not be read. They are asked for again every few seconds.';

// A second run of what the desk has already.
export const runAnyway = 'Run anyway';
export const wasLaunched = (when: string) => `It was launched ${when}.`;

// The bar of the sandbox.
export const sandbox = 'Sandbox';
export const nothingReal: ReactNode = (
  <>
    <strong>Sandbox:</strong> nothing here touches a real account.
  </>
);
export const itsTime = (time: ReactNode): ReactNode => <>Its time: {time}</>;
export const timeSteps: Readonly<Record<SandboxStep, string>> = {
  '5m': '+ 5 minutes',
  '24h': '+ 24 hours',
};
export const moveTime = (step: string) => `Move the sandbox's time on, ${step}`;
export const timeMoved: Readonly<Record<SandboxStep, string>> = {
  '5m': "The sandbox's time was moved on by 5m.",
  '24h': "The sandbox's time was moved on by 24h.",
};
export const timeNotMoved =
  "The sandbox's time could not be moved. Check that this desk is running, then try again.";
export const drills = 'Drills';
