// What a launch amounts to, in words, before it is sent.
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { reportOf } from '#src/contract/reports.ts';
import type { LaunchRequest, Period } from '#src/contract/reports.ts';
import { plural } from '#src/ui/number-format.ts';
import { formatDayRange } from '#src/ui/time-format.ts';
import { snappedPeriods, wallTimeAt } from '#src/range/mailbox-time.ts';
import type { SnappedPeriods, WallRange } from '#src/range/mailbox-time.ts';
import { estimateRows, pagesInWords } from './row-estimate.ts';
import { WEEKDAY_NAMES } from '#src/range/week-start.ts';
import type { Weekday } from '#src/range/week-start.ts';

/** The periods that a performance report will count; null for a report that has none. */
export function periodsOf(
  request: LaunchRequest,
  timeZone: string,
  weekStart: Weekday = 1,
): (SnappedPeriods & { period: Period }) | null {
  const { start, end, period } = request.parameters;
  if (reportOf(request.report).family !== 'performance') return null;
  if (typeof start !== 'string' || typeof end !== 'string') return null;
  const length = period as Period;
  return { ...snappedPeriods({ start, end }, length, timeZone, weekStart), period: length };
}

/** "1–7 Sep 2026", for hours "1 Sep 2026, 09:00–10:00". */
export function periodInWords({ start, end }: WallRange, period: Period): string {
  const days = formatDayRange(start.slice(0, 10), end.slice(0, 10));
  if (period !== 'hour') return days;
  const hour = Number(start.slice(11, 13));
  return `${formatDayRange(start.slice(0, 10), start.slice(0, 10))}, ${clock(hour)}–${clock(hour + 1)}`;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** How many rows to expect, as far as it can be told; null where nothing can be said. */
export function rowsInWords(
  request: LaunchRequest,
  mailbox: Pick<Mailbox, 'timeZone'> & Partial<Pick<Mailbox, 'users'>>,
  now: number,
  weekStart: Weekday = 1,
): string | null {
  const periods = periodsOf(request, mailbox.timeZone, weekStart);
  const estimate = periods === null ? null : estimateRows(request, periods, mailbox);
  if (periods === null || estimate === null) return null;
  const { count, period, last } = periods;
  const span = plural(count, period, `${period}s`);
  if (estimate.each === null) {
    return `One per ${reportOf(request.report).rowPer.replace('period', period)}, over ${span}`;
  }
  const rows = count * estimate.each;
  const pages = pagesInWords(rows);
  if (estimate.eachInWords !== null) {
    return `${period === 'week' ? 'About' : 'Up to'} ${plural(rows, 'row', 'rows')}: ${span} × ${estimate.eachInWords}${pages}`;
  }
  // Weeks that begin on another day at the API make one more or one less of them.
  if (period === 'week') return `About ${plural(rows, 'row', 'rows')}, one per week${pages}`;
  const reachesAhead = last.start > wallTimeAt(now, mailbox.timeZone);
  return `${reachesAhead ? 'Up to ' : ''}${plural(rows, 'row', 'rows')}, one per ${period}${pages}`;
}

/** What the launch does to the account's slots. `queued` counts the launches that wait already. */
export function slotsInWords(held: number, total: number, queued: number): string {
  const free = Math.max(0, total - held);
  const ahead = queued === 0 ? '' : ` ${plural(queued, 'launch waits', 'launches wait')} before it.`;
  if (free === 0)
    return `All ${total} slots are in use. It waits in the queue and is sent when one is free.${ahead}`;
  return `Uses 1 of ${total} slots; ${free} free.${ahead}`;
}

/** What the preview of weeks rests on. The API's own first day is not documented (contract.md section 8). */
export function weeksInWords(weekStart: Weekday): string {
  return `Shown from ${WEEKDAY_NAMES[weekStart]}. Which day the API begins its weeks with is not documented, so its rows may begin on another.`;
}
