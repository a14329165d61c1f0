// What the list of runs says: its headings, its rows, and what can be done with many at once.
import { formatNumber, plural } from '#src/ui/number-format.ts';

export const runs = 'Runs';
export const runsRows = 'Runs, rows';

// Headings.
export const report = 'Report';
export const state = 'State';
export const mailbox = 'Mailbox';
export const range = 'Range';
export const launched = 'Launched';
export const endedOrExpires = 'Ended or expires';
export const key = 'Key';
export const selectAll = (count: number) => `Select all ${formatNumber(count)} runs that match`;

// A row.
export const select = (run: string, state: string, launched: string) =>
  `Select ${run}, ${state}, launched ${launched}`;
export const batch = 'Batch';
export const batchOf = (run: string) => `Batch: all launched together with ${run}`;
/** `when` is "in 21 h" or "20 s ago". */
export const expires = (when: string) => `Expires ${when}`;
export const expired = (when: string) => `Expired ${when}`;
export const ended = (when: string) => `Ended ${when}`;

// Many at once.
export const count = (all: number) => plural(all, 'run', 'runs');
export const selectedOf = (selected: number, all: number) =>
  `${formatNumber(selected)} of ${formatNumber(all)} selected`;
export const removeSelected = 'Remove selected';
export const removeSome = (some: number) => `Remove selected (${formatNumber(some)})`;
export const removeExpired = (all: number) => `Remove all expired (${formatNumber(all)})`;
export const tickFirst = 'Tick the runs to remove first.';
export const noneCanGo = 'None of the selected runs can be removed.';
export const notSent = (unsent: number) => {
  const are = unsent === 1 ? 'is' : 'are';
  return `${formatNumber(unsent)} of them ${are} still in the queue and ${are} not sent once removed.`;
};
/** `why` is a whole sentence. */
export const stay = (staying: number, why: string) =>
  `${formatNumber(staying)} of them ${staying === 1 ? 'stays' : 'stay'}: ${why}`;
export const stateNotKnown = 'This version of the desk does not know its state.';
