// What the choices above the cards say: which runs, in which order, as cards or as a list.
import { formatNumber, plural } from '#src/ui/number-format.ts';
import type { StateChoice } from './board-view.ts';

export const runsOnTheBoard = 'Runs on the board';
export const findRun = 'Find a run';

export const state = 'State';
export const allStates = 'All states';
export const states: Readonly<Record<StateChoice, string>> = {
  'needs-you': 'Needs you',
  running: 'Running',
  queued: 'Queued',
  done: 'Done',
  expired: 'Expired',
  elsewhere: 'From another browser',
};

export const report = 'Report';
export const allReports = 'All reports';

export const mailbox = 'Mailbox';
export const allMailboxes = 'All mailboxes';
export const mailboxWithoutRuns = 'A mailbox without runs here';

export const order = 'Order';
export const newestFirst = 'Newest first';
export const oldestFirst = 'Oldest first';
export const recentlyUpdated = 'Recently updated';
export const byMailbox = 'By mailbox';
export const byReport = 'By report';
export const byColumn = 'By a column';

export const showRunsAs = 'Show runs as';
export const cards = 'Cards';
export const list = 'List';

// What is seen.
export const seenOf = (seen: number, all: number) => `${formatNumber(seen)} of ${plural(all, 'run', 'runs')}`;
export const clearFilters = 'Clear filters';
export const noRunMatches = 'No run matches';
export const noneWithAll = 'There are runs on the board, but none with all that was chosen above.';
