// What the figures on top of a result say to people. What only charts and comparisons say has a catalogue of its own.
import { formatNumber, plural } from '#src/ui/number-format.ts';

/** What the rows of a list of messages are counted as. */
export const messages = 'Messages';

// Over how many rows figures are.
export const overOnlyRow = 'Over the only row.';
export const overAllRows = (rows: number) => `Over all ${plural(rows, 'row', 'rows')}.`;
export const overLoadedOf = (loaded: number, all: number) =>
  `Only over the ${formatNumber(loaded)} of ${plural(all, 'row', 'rows')} that are loaded.`;
export const overLoadedMoreFollow = (loaded: number) =>
  `Only over the ${plural(loaded, 'row that is', 'rows that are')} loaded; more follow.`;
export const overLoadedMoreMayFollow = (loaded: number) =>
  `Only over the ${plural(loaded, 'row that is', 'rows that are')} loaded; more may follow.`;
