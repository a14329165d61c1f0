// What the launch form says of mailboxes.
import { plural } from '#src/ui/number-format.ts';

export const mailbox = 'Mailbox';
export const mailboxes = 'Mailboxes';
export const chooseMailbox = 'Choose a mailbox';
export const severalMailboxes = 'Several mailboxes';
export const onlyOneMailbox = 'Only one mailbox';
export const severalAreChosen = 'Several are chosen. Take off all but one first.';
export const inactive = (mailboxName: string) => `${mailboxName} (inactive)`;
export const notInList = (mailboxName: string) => `${mailboxName} (not in the list of this key)`;
export const rangeIsInItsTime = 'The range is read in the mailbox’s time.';
export const timeNow = (time: string) => `Now ${time}`;
export const addressAndTimeNow = (email: string, time: string) => `${email}, now ${time}`;

// Several at once.
export const eachLaunches = 'Each makes a launch of its own, in its own time.';
export const launches = (count: number) => `${plural(count, 'launch', 'launches')}, one for each.`;
export const launchesInTimes = (count: number, zones: string) =>
  `${plural(count, 'launch', 'launches')}, one for each, each in its own time: ${zones}.`;

// The search.
export const findByName = 'Find by name';
export const noneFound = 'None has that in its name.';
export const enterChooses = (mailboxName: string) => `Enter chooses ${mailboxName}.`;
export const found = (count: number) => `${count} to choose from.`;

// The list of a key.
export const loadingMailboxes = 'Loading mailboxes';
export const listOfMailboxes = 'the list of mailboxes';
export const notKnown = (key: string) => `The mailboxes of “${key}” are not known.`;
export const notKnownYet = (key: string) => `The mailboxes of “${key}” are not known yet.`;
export const nothingLost = 'Nothing entered was lost. Another key can be chosen above.';
export const refreshList = 'Refresh mailbox list';
export const noMailboxes = 'This key has no mailboxes';
export const noMailboxesWhy = (key: string) =>
  `The mailboxes of a key are fixed when it is made, and “${key}” was made with none that still exist. Choose another key, or ask a system administrator for one with the mailboxes you need.`;

// Why nothing can be launched.
export const cannotLaunchWithout = 'This key has no mailboxes.';
export const couldNotBeRead = 'The mailboxes of this key could not be read.';
export const areBeingRead = 'The mailboxes of this key are being read.';
export const listNotHere = 'The list of mailboxes is not here yet.';
export const chooseOne = 'Choose a mailbox.';
export const chosenNotInList =
  'The mailbox that was chosen is not in the list of this key. Choose one from the list, or another key.';
export const notAllInList =
  'Not every mailbox that was chosen is in the list of this key. Take off what is not, or choose another key.';
