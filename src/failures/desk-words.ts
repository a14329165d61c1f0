// What failures of the desk itself say to people (desk-failures.ts), kind by kind. `when` is an instant in words, absolute and
// relative; `key` is one of the ways to name it in panel-words.tsx.

// key-refused
export const keyNotAccepted = 'Key not accepted';
export const noKeyYet = 'This desk has no key yet, or has forgotten it.';
export const keyRefused = (key: string) =>
  `The API did not accept ${key}. It is missing, mistyped, expired or deleted; the API does not say which.`;
export const notStartedKept = 'The report was not started; its settings are kept.';
export const pausedForKey = 'Polling and the queue are paused for this key until it is entered.';
export const newKeyCannotOpen = 'A new key cannot open the old key’s runs. Saved copies stay.';

// not-recognised
export const addressNotRecognised = 'Address not recognised';
export const notStarted = 'The report was not started.';
export const nothingThere = 'There is nothing at the address that was asked.';
export const unknownAnswer = 'The address that was asked gave an answer that this desk does not know.';
export const addressMayBeWrong = 'The base address or a saved link may be wrong.';
export const connectionShowsAddress = 'Check connection shows which address this desk uses.';

// connection-lost
export const noAnswer = 'No answer comes from this desk. What is on the page stays.';
export const noAnswerSince = (when: string) =>
  `No answer comes from this desk. The page shows what was known ${when}.`;
export const runsGoOn = 'Runs go on at Emailgistics. Reconnect now asks again; it only reads.';
export const asksAgain = (when: string) =>
  `Runs go on at Emailgistics. The desk asks again by itself ${when}.`;

// signed-out
export const signedOut = 'Signed out of this desk';
export const asksForToken = 'This desk asks for its access token. Updates and the queue wait until then.';
export const boardStays = 'Runs go on at Emailgistics. The form and the board stay as they are.';

// desk-refused
export const deskRefused = 'This desk refused the request';
export const gatewayStopped =
  'Nothing was sent to Emailgistics: the gateway of this desk stopped the request.';
export const forWhoeverRunsIt = 'Copy the details for whoever runs this desk.';

// crashed
export const ownMistake = 'A mistake in the desk’s own code. Nothing was sent.';
/** `shown`: what was on screen, as a noun. */
export const keptFromBeingShown = (shown: string) =>
  `A mistake in the desk’s own code kept this from being shown: ${shown}. Nothing was sent.`;
export const restWorks = 'The rest of the desk works, and runs go on at Emailgistics.';
export const writtenDownIsKept = 'Runs go on at Emailgistics, and what this desk has written down is kept.';
