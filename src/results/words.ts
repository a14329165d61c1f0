// What the page of a run says to people: how far it is, what its rows are, and saved copies. The table, exports and comparisons have
// catalogues of their own.
import type { SavedCopy } from '#src/copies/saved-copy.ts';
import type { ReadingEnd } from '#src/rows/gather-pages.ts';
import { formatNumber, plural } from '#src/ui/number-format.ts';

// The page.
export const loadingRun = 'Loading the run';
export const loadingRows = 'Loading the rows';
export const loading = 'Loading';
export const showMessages = 'Show these messages';
export const outOfReach =
  'Its rows are at Emailgistics, and no copy of them is saved in this browser. They open here when the desk answers again.';

// A run without rows yet.
export const progress = 'Progress';
export const onItsWay = 'On its way to Emailgistics.';
export const opensByItself = 'The result opens here by itself.';

// A run without a card.
export const lookingForRun = 'Looking for the run';
export const noSuchRun = 'No such run';
export const goToBoard = 'Go to the board';
export const cardRemoved = 'The card of this run was removed';
export const bringBack = 'Bring it back';
export const removedAreKept = 'Removed cards are kept for two days. Its result may still be there to read.';
export const runNotKnown = 'This browser knows no such run';
export const whereRunsAreKept =
  'Runs are kept in the browser that launched them, and for two days in this desk’s gateway, which does not know this one either.';

// The views of its rows.
export const views = 'Views of the result';
export const table = 'Table';
export const chart = 'Chart';
export const compare = 'Compare';
/** Below the title of a chart that has a part of the rows. */
export const requestInPart = (request: string, rows: string) => `${request} (${rows})`;
/** In the name of a picture's file: small letters and hyphens. */
export const chartInFileName = 'chart';

// How many rows are here.
export const rows = (count: number) => plural(count, 'row', 'rows');
export const rowsOfTotal = (count: number, total: number) =>
  `${formatNumber(count)} of ${plural(total, 'row', 'rows')} loaded`;
export const moreFollow = (count: number) => `${plural(count, 'row', 'rows')} loaded, more follow`;
export const moreMayFollow = (count: number) => `${plural(count, 'row', 'rows')} loaded, more may follow`;
export const rowsSoFar = (rowsHere: string) => `${rowsHere}.`;
export const partial = (rowsHere: string) => `Partial: ${rowsHere}`;
export const cameTwice = (count: number) =>
  plural(count, 'row came a second time and is shown once.', 'rows came a second time and are shown once.');
export const allLoaded = (count: number) => `All ${plural(count, 'row', 'rows')} loaded.`;
export const pause = 'Pause';
export const rowsLoaded = 'Rows loaded';
export const loadAllRows = 'Load all rows';

// Up to when they count.
export const final = 'Final';
export const stillMoving = 'Still moving';
export const dataUpTo = (when: string) => `Data up to ${when}`;
export const sameRowsAgain = 'All periods are final: running it again gives the same rows.';
export const newerFiguresAgain = 'The last period was still open: running it again may give newer figures.';

// Why reading stopped before the end.
export const stops: Readonly<
  Record<Exclude<ReadingEnd, 'complete' | 'more'>, { readonly title: string; readonly text: string }>
> = {
  cycle: {
    title: 'Pages lead round in a circle',
    text: 'The link to the next page leads back to rows that are here already. Reading stopped, so that no row counts twice. There may be rows that are not shown.',
  },
  'foreign-link': {
    title: 'Next page leads elsewhere',
    text: 'The link to the next page does not lead to a result at Emailgistics, so it was not followed and nothing was sent there. There may be rows that are not shown.',
  },
  'empty-pages': {
    title: 'Only empty pages follow',
    text: 'Page after page came without a single row, so reading stopped. There may be rows that are not shown.',
  },
};

// No rows.
export const noRows = 'No rows match these settings';
export const nothingFound = (reason: string) =>
  `The report ran to its end and found nothing to list. ${reason} Without rows there is nothing to export or to save; what was asked for stays with the run.`;
export const usersLeftOut =
  'Users who are not in this mailbox are left out without an error. Without the filter, all users are counted.';
export const domainsMatched =
  'Domains are matched exactly, and their subdomains are not included. Without the filter, all domains are counted.';
export const onlyStatuses = 'Only messages in the chosen statuses are listed.';
export const longerRange = 'A longer range may hold more.';

// The figures on top.
export const figures = 'Figures';
export const moreFigures = (count: number) => `${count} more`;
export const howCounted = 'How they are counted';
export const weighted =
  'Averages are weighted by the counts they are averages over, and shares are worked out from their counts. What cannot be combined that way is left out.';

// A saved copy in the place of the result.
export const copyOf = (title: string) => `Copy of ${title}`;
export const openItsRun = 'Open its run';
export const openingCopy = 'Opening the copy';
export const copyLost = 'This copy cannot be read';
export const rowsNotGivenBack =
  'The browser does not give its rows back, or not all of them. What is left of it can be removed on the page Saved copies.';
export const savedCopy = 'Saved copy';
export const savedPart = 'Saved copy of a part';
export const savedOn: Readonly<Record<SavedCopy['source'], (when: string) => string>> = {
  operator: (when) => `Saved on ${when}.`,
  automatic: (when) => `Saved by the desk itself on ${when}.`,
  file: (when) => `Read from a file, which says that it was saved on ${when}.`,
};
export const launchedOn = (when: string, key: string, cutoff: string) =>
  `Launched on ${when} with the key “${key}”. ${cutoff}.`;
export const notWhole = (count: number) =>
  `Not the whole result: ${plural(count, 'row', 'rows')} are here. Counts and sums of them are not those of the report.`;
export const notWholeOf = (count: number, total: number) =>
  `Not the whole result: ${plural(count, 'row', 'rows')} of ${formatNumber(total)} are here. Counts and sums of them are not those of the report.`;
