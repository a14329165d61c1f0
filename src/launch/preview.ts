// What a launch amounts to, in words, before it is sent.
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { reportOf } from '#src/contract/reports.ts';
import type { LaunchRequest, Period } from '#src/contract/reports.ts';
import { formatDayRange } from '#src/ui/time-format.ts';
import { snappedPeriods, wallTimeAt } from '#src/range/mailbox-time.ts';
import type { SnappedPeriods, WallRange } from '#src/range/mailbox-time.ts';
import { certaintyIn, estimateRows, pagesInWords } from './row-estimate.ts';
import { WEEKDAY_NAMES } from '#src/range/week-start.ts';
import type { Weekday } from '#src/range/week-start.ts';
import * as words from './summary-words.tsx';

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
  if (estimate.each === null) {
    const onePer = reportOf(request.report).filter === 'users' ? words.onePerUser : words.onePerDomain;
    return onePer(count, period);
  }
  const rows = count * estimate.each;
  const pages = pagesInWords(rows);
  if (estimate.eachInWords !== null) {
    return words.rowsForEach(rows, certaintyIn(period), count, period, estimate.eachInWords, pages);
  }
  const reachesAhead = last.start > wallTimeAt(now, mailbox.timeZone);
  const certainty = period === 'week' || reachesAhead ? certaintyIn(period) : 'exact';
  return words.rowsPerPeriod(rows, certainty, period, pages);
}

/** What the launch does to the account's slots. `queued` counts the launches that wait already. */
export function slotsInWords(held: number, total: number, queued: number): string {
  const free = Math.max(0, total - held);
  const said = free === 0 ? words.allSlotsInUse(total) : words.usesOneSlot(total, free);
  return queued === 0 ? said : `${said} ${words.waitBeforeIt(queued)}`;
}

/** What the preview of weeks rests on. The API's own first day is not documented (contract.md section 8). */
export function weeksInWords(weekStart: Weekday): string {
  return words.weeksShownFrom(WEEKDAY_NAMES[weekStart]);
}
