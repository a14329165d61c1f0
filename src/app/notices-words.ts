// What is told about runs while they go on, and what is said of notifications.
import type { ToldState } from '#src/records/changes.ts';
import { formatNumber } from '#src/ui/number-format.ts';

// Announcements. `state` is the word that cards show.
export const newsOfRun = (run: string, state: string) => `${run}: ${state.toLowerCase()}`;
export const whileAway = (counts: string) => `While you were away: ${counts}.`;
const STATES: Readonly<Record<ToldState, string>> = {
  done: 'done',
  failed: 'failed',
  refused: 'refused',
  lost: 'lost',
  unknown: 'not sure it started',
  running: 'running',
};
export const countOf = (count: number, state: ToldState) => `${formatNumber(count)} ${STATES[state]}`;

// The offer.
export const notifications = 'Notifications';
export const runsTakeAWhile =
  'Runs take a while. This desk can tell you when one ends, also while you look elsewhere.';
export const tellMe = 'Tell me when a run ends';
export const noThanks = 'No, thanks';
export const close = 'Close';

// What came of it.
export const youAreTold = 'You are told when a run ends. This can be turned off on the Preferences page.';
export const denied =
  'Your browser does not show notifications of this desk. To change that, allow them in its settings for this site, beside the address.';

// The setting.
export const whenRunEnds = 'System notifications when a run ends';
export const whenRunEndsHint = 'Shown by each tab of this desk that is not in front, in this browser only.';
