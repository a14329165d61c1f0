// What failures of launches say to people (launch-failures.ts), kind by kind. `when` is an instant in words, absolute and relative;
// `key` and `mailbox` are one of the ways to name them in panel-words.tsx.

export const notStarted = 'The report was not started.';

// settings-refused
export const checkTheseSettings = 'Check these settings';
export const nothingLost = 'The report was not started. Nothing that was entered was lost.';
export const changeSettings = 'Change the settings, then run it.';
export const changeField = (field: string) =>
  `This is about the field ${field}. Change it, then run the report.`;

// scope-missing
export const lacksPermission = 'This key lacks a permission';
export const scopesUnknown = 'Which scopes this call needs is not known.';
export const scopesNeeded = (scopes: string) => `This call needs ${scopes}.`;
export const scopesThatWork = (key: string, scopes: string) => `Known to work with ${key}: ${scopes}.`;
export const scopesInDoubt = (scopes: string) => `Not known to work: ${scopes}.`;
export const nothingElseSaid = 'The service does not say what else is missing.';
export const keysCannotBeEdited =
  'Keys cannot be edited. A system administrator makes a new one in Emailgistics Admin → API Access with exactly these scopes and the same mailboxes.';
export const keepPresentKey = (key: string) =>
  `A new key cannot open what ${key} has started: keep that one until its runs have ended and their results are read.`;
/** `use`: what needs the key, as a list of nouns. */
export const keyHas = (use: string) => `It has ${use}.`;

// mailbox-out-of-reach
export const mailboxOutOfReach = 'Mailbox out of reach';
export const outsideList = (mailbox: string, key: string) =>
  `The report was not started. ${mailbox} is outside the list of ${key}, or it is gone: the API does not say which.`;
export const chooseOrRefresh =
  'Choose another mailbox, or refresh the list to see what the key reaches now. A key’s list cannot be changed: an administrator can make a key that reaches more.';

// slots-full
export const threeRunning = 'Three reports are running';
export const threeAtATime =
  'The account runs three reports at a time, and reports that are running cannot be stopped.';
export const sentWhenOneEnds = 'This one is kept in the queue and is sent by itself when one of them ends.';

// limit-undecided
export const limitReached = 'Limit reached';
export const oneOfTwoLimits =
  'The report was not started. One of two limits is reached, and the API does not say which: the requests of this minute, or three reports running at a time. Other tools may be using the account.';
export const firstInLine = 'It stays first in line and is tried again by itself.';
export const firstInLineUntil = (time: string) =>
  `It stays first in line and is tried again ${time}, by itself.`;

// outcome-unknown, and started-without-link where it says the same
export const notSure = 'Not sure it started';
export const sentNotKnown =
  'The launch was sent, and whether it was taken is not known. The report may be running.';
export const sentAt = (when: string) => `It was sent ${when}.`;
export const nothingCameBack = 'Nothing came back.';
export const unreadableCameBack = 'An answer came back that cannot be read.';
export const noWholeAnswer = 'No whole answer of the service came back to this desk.';
export const faultCameBack = 'The service, or something on the way to it, answered with a fault.';
export const slotsByRecord = (used: number, total: number) =>
  `By this desk’s record ${used} of ${total} slots are in use.`;
export const holdsSlotFor = (span: string) => `It counts as holding a slot for up to ${span}.`;
export const holdsSlotUntil = (when: string) => `It counts as holding a slot until ${when} at the latest.`;
export const holdsNoSlot = 'It no longer counts as holding a slot.';
export const couldMakeTwo = 'Sending it again could make two runs.';
export const asksLedger =
  'The desk keeps asking its own ledger and follows the run as soon as it is found there.';

// not-sent
export const notSent = 'Not sent';
export const neverLeft =
  'Nothing was started. The launch never left this desk, and it was made too long ago to be sent by itself.';
export const settingsKept = 'Its settings are kept: run it again if the report is still wanted.';
export const noConnectionToDesk = 'Nothing was started: there is no connection to this desk.';
export const notPassedOn = 'Nothing was started: this desk could not pass the launch on to Emailgistics.';
export const goesOutLater = 'It is kept in the queue and goes out when the connection is back.';

// started-without-link
export const linkLost = 'Started, but its link was lost';
export const acceptedWithoutAddress =
  'Emailgistics accepted the launch, but its answer gives no address under which the run can be followed. Its result cannot be opened here.';
export const makesSecondRun = 'Sending it again makes a second run.';

// report-failed
export const reportFailed = 'Report failed while running';
export const endedWithoutResult = 'The service ended the run without a result.';
export const slotIsFree =
  'Its slot is free. Run again makes a new run with the same settings; Edit and run lets them be changed first.';

// overdue
export const takingLonger = 'Taking longer than expected';
export const launchedAt = (when: string) => `It was launched ${when}.`;
export const normallyDone =
  'Reports are normally done within about 30 minutes. Why this one takes longer is not known.';
export const stillHoldsSlot = 'It still holds its slot and cannot be stopped.';
export const keepsWatching = 'The desk goes on watching it.';
export const keepsWatchingSlowly = 'The desk goes on watching it, once a minute.';
