// What the summary beside the launch form says: what is sent, what it costs, how many rows to expect, and what it is compared with.
import type { ReactNode } from 'react';
import type { Period } from '#src/contract/reports.ts';
import { plural } from '#src/ui/number-format.ts';
import type { Certainty } from './row-estimate.ts';

export const summary = 'Summary';
export const launchFor = (report: string, mailboxes: string) => `${report} for ${mailboxes}`;
export const launchForOver = (report: string, mailboxes: string, request: string) =>
  `${report} for ${mailboxes}, ${request}`;
export const saidOf = (mailboxes: string, text: string) => `${mailboxes}: ${text}`;
/** At the end of a list of names. */
export const more = (count: number) => `${count} more`;

// Terms.
export const firstPeriod = 'First period';
export const lastPeriod = 'Last period';
export const weeks = 'Weeks';
export const rows = 'Rows';
export const timeZone = 'Time zone';
export const key = 'Key';
export const comparedWith = 'Compared with';
export const onThisDesk = 'On this desk';
export const scopesNeeded = 'Scopes needed';
export const slots = 'Slots';
export const requests = 'Requests';

// What is on this desk already.
export const noSuchRun = 'No run with these settings yet.';
export const thereAs = (mailbox: ReactNode, what: string) => (
  <>
    {mailbox}: {what}.
  </>
);
export const comparedThere = (mailbox: ReactNode) => <>{mailbox}: on this desk already, takes no slot.</>;

// Slots and requests.
export const usesOneSlot = (total: number, free: number) => `Uses 1 of ${total} slots; ${free} free.`;
export const allSlotsInUse = (total: number) =>
  `All ${total} slots are in use. It waits in the queue and is sent when one is free.`;
export const waitBeforeIt = (queued: number) =>
  `${plural(queued, 'launch waits', 'launches wait')} before it.`;
export const launchesFit = (launches: number, free: number, total: number) =>
  `${launches} launches, one slot each: ${free} of ${total} free.`;
export const someLaunchesWait = (launches: number, free: number, total: number, waiting: number) =>
  `${launches} launches, one slot each: ${free} of ${total} free. At least ${waiting} of them ${waiting === 1 ? 'waits' : 'wait'} in the queue.`;
export const launchesWait = (launches: number, total: number) =>
  `${launches} launches, one slot each: all ${total} slots are in use. They wait in the queue and are sent as slots become free.`;
export const waitBeforeThem = (queued: number) =>
  `${plural(queued, 'launch waits', 'launches wait')} before them.`;
export const requestsTaken = (launches: number, rowsEach: number, perMinute: number) =>
  `${launches} to launch, a few a minute while ${launches === 1 ? 'it runs' : 'they run'}, and 1 for each ${rowsEach} rows that are read. The account has ${perMinute} a minute.`;
export const inTheSlots = 'In the slots:';
export const waiting = 'Waiting:';

// How many rows.
const CERTAINTIES: Readonly<Record<Certainty, string>> = { exact: '', about: 'About ', most: 'Up to ' };
const rowsOf = (count: number, certainty: Certainty) =>
  `${CERTAINTIES[certainty]}${plural(count, 'row', 'rows')}`;
const periodsOf = (count: number, period: Period) => plural(count, period, `${period}s`);
export const rowsPerPeriod = (count: number, certainty: Certainty, period: Period, pages: string) =>
  `${rowsOf(count, certainty)}, one per ${period}${pages}`;
export const rowsForEach = (
  count: number,
  certainty: Certainty,
  periods: number,
  period: Period,
  each: string,
  pages: string,
) => `${rowsOf(count, certainty)}: ${periodsOf(periods, period)} × ${each}${pages}`;
export const onePerUser = (periods: number, period: Period) =>
  `One per user and ${period}, over ${periodsOf(periods, period)}`;
export const onePerDomain = (periods: number, period: Period) =>
  `One per sender domain and ${period}, over ${periodsOf(periods, period)}`;
export const users = (count: number) => plural(count, 'user', 'users');
export const usersAndUnknown = (count: number) => `(${plural(count, 'user', 'users')} and the unknown one)`;
export const domains = (count: number) => plural(count, 'domain', 'domains');
/** Said after a number of rows. */
export const onPages = (pages: number, rowsEach: number) =>
  `, ${plural(pages, 'page', 'pages')} of ${rowsEach}`;
export const manyRows = (
  periods: number,
  period: Period,
  certainty: Exclude<Certainty, 'exact'>,
  count: number,
  pages: string,
) =>
  `${periodsOf(periods, period)} in this range: ${CERTAINTIES[certainty].toLowerCase()}${plural(count, 'row', 'rows')}${pages}.`;
export const manyRowsForEach = (periods: number, period: Period, certainty: Exclude<Certainty, 'exact'>) =>
  `${periodsOf(periods, period)} in this range: ${CERTAINTIES[certainty].toLowerCase()}as many rows for every domain.`;
export const weeksShownFrom = (weekday: string) =>
  `Shown from ${weekday}. Which day the API begins its weeks with is not documented, so its rows may begin on another.`;

// The period before.
export const compare = 'Compare with the previous period';
export const compareHint = 'Launches the same report for the period before too, in a slot of its own.';
export const compareMessagesHint =
  'Launches the same report for the time before too, in a slot of its own. Needs a range with both ends.';
export const launchesToo = (request: string) => `Launches ${request} too, in a slot of its own.`;
export const isThereToo = (request: string) => `${request} is on this desk already and takes no second slot.`;
export const notPossible = 'Not possible now.';
export const noEnds = 'A range without both ends has no period before it.';
export const tooEarly = 'The period before would begin before the year 2000.';
export const samePeriod = (period: Period) =>
  `Grouped by ${period}, both runs would count the same ${period}. Group by less.`;
export const bothCount = (period: Period, days: string) => `Both runs count the ${period} ${days}.`;

// The request to the letter.
export const exactRequest = 'Exact request';
export const exactRequests = (count: number) => `Exact requests (${count})`;
export const copyAsCurl = 'Copy as cURL';
