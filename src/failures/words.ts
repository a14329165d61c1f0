// What this folder says to people and the first page has to know: the names of actions, and what stands where a part broke or is
// missing. What a whole panel says is in the other catalogues beside this one, which are fetched with it.

// Names of actions, on their buttons.
export const editAndRun = 'Edit and run';
export const copyDetails = 'Copy details';
export const reloadFirstPage = 'Reload from first page';
export const exportLoadedRows = 'Export rows already loaded';
export const enterKey = 'Enter key';
export const openSavedCopies = 'Open saved copies';
export const useKeyWithMoreScopes = 'Use a key with more scopes';
export const copyRequest = 'Copy request for administrator';
export const keepOldKey = 'Keep old key for current runs';
export const switchKey = 'Switch key';
export const hideCard = 'Hide card';
export const runAgain = 'Run again';
export const openSavedCopy = 'Open saved copy';
export const runAgainWithThisKey = 'Run again with this key';
export const chooseMailbox = 'Choose another mailbox';
export const refreshMailboxes = 'Refresh mailbox list';
export const checkOnceMore = 'Check once more';
export const checkConnection = 'Check connection';
export const showBudget = 'What used the budget';
export const keepInQueue = 'Keep in queue';
export const removeFromQueue = 'Remove from queue';
export const checkNow = 'Check now';
export const pauseUpdates = 'Pause updates';
export const keepWaiting = 'Keep waiting';
export const treatAsNotStarted = 'Treat as not started';
export const startAnother = 'Start another anyway';
export const reconnect = 'Reconnect now';
export const showRawReply = 'Show raw reply';
export const keepWatching = 'Keep watching';
export const slowerUpdates = 'Slower updates';
export const exportNow = 'Export now';
export const freeSpace = 'Free space';
export const signIn = 'Sign in';
export const reloadPanel = 'Reload this panel';

/** The button of an action that starts a run, `label` being one of the names above. */
export const usesSlot = (label: string, total: number) => `${label} · uses 1 of ${total} slots`;

// What is ticked before an action, and what is said after one.
export const mayMakeDuplicate = 'I know that this may make a duplicate';
export const staysInQueue = 'It stays in the queue. Nothing else has to be done.';
export const goesOnWaiting = 'The desk goes on waiting. Nothing else has to be done.';
export const goesOnWatching = 'The desk goes on watching this run. Nothing else has to be done.';
export const askedOnceAMinute = 'This run is asked about once a minute from now on.';

// A part that broke, or whose code is missing.
export const somethingBroke = 'Something broke in this panel';
export const ownMistake =
  'A mistake in the desk’s own code. Nothing was sent, and the rest of the desk works.';
export const deskNotShown =
  'The desk could not be shown. What it wrote down is kept, and runs go on at Emailgistics.';
export const thePage = (path: string) => `the page ${path}`;
export const wholeDesk = 'the whole desk';
export const thrown = (what: string) => `Thrown: ${what}`;
export const connectionLost = 'Connection lost';
export const partOutOfReach =
  'This part cannot be shown: this desk does not answer. Nothing is lost, and runs go on at Emailgistics.';
export const reloadPage = 'Reload the page';
export const loadingFailure = 'Loading what happened';

/** Stands for what looked like a key. */
export const removed = '[removed]';
