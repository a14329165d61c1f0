// What failures of runs, results, attachments and saved copies say to people (result-failures.ts), kind by kind. `when` is an instant
// in words, absolute and relative; `key` and `mailbox` are one of the ways to name them in panel-words.tsx.

// page-link-refused
export const linkStoppedWorking = 'This page link stopped working';
export const runIsIntact =
  'The run is intact. Only the link to this page of its result was refused; why is not known.';
export const readsAnew = 'Reload from first page reads the result anew and starts nothing.';

// run-key-mismatch
export const wrongKey = 'Wrong key for this run';
export const onlyStartingKey = (key: string) =>
  `Only the key that started a run can read it, and the API does not let ${key} read this one.`;
export const updatesStop =
  'The run goes on at Emailgistics; its updates stop here until the key is switched.';

// not-downloadable
export const cannotBeDownloaded = 'This attachment cannot be downloaded';
/** Why an attachment has no content to give. */
export const noContent = {
  link: 'Only file attachments can be downloaded, and this one is a link to a file that is kept elsewhere, such as in OneDrive or SharePoint.',
  item: 'Only file attachments can be downloaded, and this one is an item of Exchange itself, such as a message, an appointment or a contact.',
  other: 'Only file attachments can be downloaded, and this one is of another kind.',
  gone: 'It is in the list of its message, but its content is gone: it was deleted or moved in Exchange, where it is read from each time.',
};
/** Where to look instead. */
export const inTheMailbox = {
  link: 'To follow it, open its message in the mailbox.',
  item: 'To see it, open its message in the mailbox.',
  other: 'To see it, open its message in the mailbox.',
  gone: 'To look for it, open its message in the mailbox.',
};

// result-expired
export const resultExpired = 'Result expired';
export const keptHours = (hours: number) => `Results are kept ${hours} hours. The settings are kept.`;
export const keptHoursUntil = (hours: number, when: string) =>
  `Results are kept ${hours} hours, this one until ${when}. The settings are kept.`;
export const sameNumbers = 'All its periods were final: running it again gives the same numbers.';
export const otherNumbers = 'Its last period was still open: running it again may give other numbers.';
export const eitherNumbers =
  'For periods that were final the numbers will be the same; for an open period they may have moved.';

// result-other-key
export const otherKey = 'Belongs to another key';
export const madeWith = (key: string) =>
  `Made with ${key}, which is not loaded at this desk. Results open only with the key that started them.`;
export const toBeSentWith = (key: string) =>
  `To be sent with ${key}, which is not loaded at this desk. It waits in the queue and is sent when that key is loaded.`;
export const toBeReadWith = (key: string) =>
  `To be read with ${key}, which is not loaded at this desk. Its mailbox list opens only with that key.`;
export const switchToGoOn = 'Switch to that key to go on.';
export const newRunWith = (key: string) => `Run again with this key starts a new run with ${key}.`;

// result-missing
export const cannotBeFound = 'Result cannot be found';
export const notFound = 'The API does not find this result, and it should still be there. Why is not known.';
export const notFoundThen = (when: string) =>
  `The API did not find this result while it should still have been there, until ${when}. Why is not known.`;
export const checked = (hours: number, key: string, mailbox: string) =>
  `What was checked. Its age: results are kept ${hours} hours. Its key: ${key}. Its mailbox: ${mailbox}.`;
export const checkedOfAge = (when: string, hours: number, key: string, mailbox: string) =>
  `What was checked. Its age: launched ${when}, and results are kept ${hours} hours. Its key: ${key}. Its mailbox: ${mailbox}.`;
export const checkOrRun = 'Check once more only looks again. Run again makes a new run.';

// rate-limited
export const tooManyRequests = 'Paused: too many requests';
export const requestsUsedUp = (perMinute: number) =>
  `The account allows ${perMinute} requests a minute for all keys and tools together, and they are used up.`;
export const continues = 'It continues by itself. Runs carry on at Emailgistics.';
export const continuesAt = (time: string) =>
  `It continues ${time}, by itself. Runs carry on at Emailgistics.`;

// update-delayed
export const updateDelayed = 'Update delayed';
export const lastGood = (when: string) => `The last good update was ${when}.`;
export const noneGood = 'No good answer has come yet.';
export const runUnaffected = 'The service, or the way to it, had a fault; the run is most likely unaffected.';
export const runsUnaffected = 'The service, or the way to it, had a fault; runs are most likely unaffected.';
export const checkNowReads = 'Check now asks again; it only reads.';

// answer-not-understood
export const notUnderstood = 'Answer not understood';
export const undocumentedForm =
  'An answer came that is not in the documented form. The last good data is kept.';
export const checkOnceMoreReads = 'Check once more asks again; it only reads.';

// copy-not-saved
export const copyNotSaved = 'Copy not saved';
export const noRoom =
  'This browser has no room for the copy, or does not allow it to be stored. No part of it was kept.';
export const staysHours = (hours: number) =>
  `The result stays at Emailgistics for ${hours} hours after its launch. Export it before then, or free space and save it again.`;
export const staysUntil = (when: string) =>
  `The result stays at Emailgistics until ${when}. Export it before then, or free space and save it again.`;
