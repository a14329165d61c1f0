// What the page of saved copies says to people, and what is asked before copies are removed.
import { formatNumber, plural } from '#src/ui/number-format.ts';
import type { KeptDays } from './copy-settings.ts';
import type { FileReading } from './copy-file.ts';
import type { CopySource } from './saved-copy.ts';

// The list.
export const savedCopies = 'Saved copies';
export const findCopy = 'Find a copy';
export const foundOf = (found: number, all: number) => `${found} of ${plural(all, 'copy', 'copies')}`;
export const removeAll = 'Remove all';
export const removeThese = (count: number) => `Remove these ${count}`;
export const removed = (count: number) => `${plural(count, 'copy', 'copies')} removed.`;

// The space that they take.
export const takeSpace = (count: number, size: string) =>
  `${plural(count, 'copy', 'copies')}, about ${size}. They are kept in this browser only.`;
export const takeSpaceOf = (count: number, size: string, free: string) =>
  `${plural(count, 'copy', 'copies')}, about ${size}; this browser has room for ${free} more. They are kept in this browser only.`;

// One copy.
export const rows = (count: number) => plural(count, 'row', 'rows');
export const onlyPart = (kept: number) => `Only a part: ${formatNumber(kept)} rows`;
export const onlyPartOf = (kept: number, all: number) =>
  `Only a part: ${formatNumber(kept)} of ${formatNumber(all)} rows`;
export const final = 'Final';
export const lastPeriodOpen = 'Its last period was open';
export const savedAt: Readonly<Record<CopySource, (time: string) => string>> = {
  operator: (time) => `saved ${time}`,
  automatic: (time) => `saved by the desk itself ${time}`,
  file: (time) => `from a file, saved ${time}`,
};
export const withKey = (label: string) => `key ${label}`;
export const notGivenBack = 'The browser does not give this copy back, so there is no file.';
export const open = 'Open';
export const openCopy = (title: string) => `Open ${title}`;
export const exportToFile = 'Export to a file';
export const exportCopy = (title: string) => `Export to a file: ${title}`;
export const remove = 'Remove';
export const removeCopy = (title: string) => `Remove ${title}`;

// Before copies are removed.
export const removeThisTitle = 'Remove this copy?';
export const removeManyTitle = (count: number) => `Remove ${plural(count, 'copy', 'copies')}?`;
export const removeOne = 'Remove copy';
export const removeMany = (count: number) => `Remove ${plural(count, 'copy', 'copies')}`;
export const keepIt = 'Keep it';
export const keepThem = 'Keep them';
export const spaceFreed = (size: string, count: number) =>
  `${size} of this browser’s space ${count === 1 ? 'is' : 'are'} freed. Results that have expired cannot be read again; their reports can be run again.`;
export const notRemoved = 'The browser did not let them be removed. Try again in a moment.';

// Before the key of copies is forgotten.
export const forgetTitle = (label: string) => `Forget key ${label}?`;
export const forgetKey = 'Forget key';
export const copiesOfKey = (count: number) =>
  `${plural(count, 'saved copy of its results is', 'saved copies of its results are')} in this browser, and open without the key.`;
export const alsoRemove = (count: number, size: string) =>
  `Also remove ${count === 1 ? 'this copy' : 'these copies'} (${size})`;
export const nothingForgotten =
  'The browser did not let the copies be removed, so nothing was forgotten. Try again in a moment.';

// Settings.
export const keepCopies = 'Keep copies';
export const keepCopiesHint = 'Older ones are removed when the desk is next opened.';
export const keptDays: Readonly<Record<KeptDays, string>> = {
  '30': '30 days',
  '90': '90 days',
  '365': '365 days',
  ever: 'Until they are removed',
};
export const saveByItself = 'Save by itself';
export const saveByItselfHint =
  'Finished results of these reports are saved while this desk is open and in sight, with requests that nobody else needs: only while less than half of the minute’s are used.';
export const saveByHand = 'Lists of messages tell of people: save those by hand.';

// A copy from a file.
export const readFromFile = 'Read a copy from a file';
export const copyFile = 'File of a saved copy';
export const notRead = (file: string, reason: string) => `${file}: ${reason}`;
export const notReadBecause: Readonly<
  Record<Exclude<FileReading['kind'], 'read'>, (largest: string) => string>
> = {
  'too-large': (largest) => `The file is larger than ${largest}, so it was not read.`,
  'not-json': () => 'The file is not JSON, so there is no copy in it.',
  'not-a-copy': () => 'The file is not a copy that this version of Report Desk can read.',
};
export const notKept = 'The copy was not kept: this browser has no room for it, or does not allow it.';
export const inTheList = (title: string, count: number) =>
  `${title}, ${plural(count, 'row', 'rows')}, is in the list.`;
export const partInFile = 'Only a part of the result is in it.';
