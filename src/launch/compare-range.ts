// The period before a range: what its figures are compared with. A named range has the one before of its name (this month → last month),
// an entered one as many days, weeks or months, or as long a time, as it counts itself. All by the calendar and clocks of the mailbox.
import type { Period } from '#src/contract/reports.ts';
import { snappedPeriods } from '#src/range/mailbox-time.ts';
import type { WallRange } from '#src/range/mailbox-time.ts';
import type { DatedPreset, RangePreset } from '#src/range/range-presets.ts';
import { temporal } from '#src/range/temporal.ts';
import type { Weekday } from '#src/range/week-start.ts';
import { knownZone } from '#src/ui/time-format.ts';

/** Both ends of a named range lie on days, so the one before it is a length of the calendar. */
const LENGTHS: Readonly<Record<DatedPreset, Temporal.DurationLike>> = {
  today: { days: 1 },
  yesterday: { days: 1 },
  'this-week': { weeks: 1 },
  'last-week': { weeks: 1 },
  'last-7-days': { days: 7 },
  'this-month': { months: 1 },
  'last-month': { months: 1 },
  'last-30-days': { days: 30 },
};

/** What an entered range is counted by. */
export type Counting = {
  /** Null where every second counts for itself. */
  readonly period: Period | null;
  readonly timeZone: string;
  readonly weekStart: Weekday;
};

/** The range before `range`, both of wire times; it ends in the second before the one that `range`, as it is counted, begins with. */
export function rangeBefore(range: WallRange, preset: RangePreset, counting: Counting): WallRange {
  if (preset !== 'custom' && preset !== 'any') {
    const start = temporal.PlainDateTime.from(range.start);
    return { start: textOf(start.subtract(LENGTHS[preset])), end: textOf(start.subtract({ seconds: 1 })) };
  }
  const { start, end } = counted(range, counting);
  const length = calendarLength({ start, end });
  if (length !== null) {
    const first = temporal.PlainDateTime.from(start);
    return { start: textOf(first.subtract(length)), end: textOf(first.subtract({ seconds: 1 })) };
  }
  return timeBefore({ start, end }, knownZone(counting.timeZone));
}

/** The whole periods that a performance report counts (contract.md section 8). */
function counted(range: WallRange, { period, timeZone, weekStart }: Counting): WallRange {
  if (period === null) return range;
  const { first, last } = snappedPeriods(range, period, timeZone, weekStart);
  return { start: first.start, end: last.end };
}

/** The length of a range of whole months, weeks or days; null where it begins or ends within a day. */
function calendarLength({ start, end }: WallRange): Temporal.DurationLike | null {
  if (!start.endsWith('T00:00:00') || !/T23:59:(?:00|59)$/.test(end)) return null;
  const first = temporal.PlainDate.from(start.slice(0, 10));
  const after = temporal.PlainDate.from(end.slice(0, 10)).add({ days: 1 });
  return first.day === 1 && after.day === 1
    ? { months: first.until(after, { largestUnit: 'month' }).months }
    : { days: first.until(after, { largestUnit: 'day' }).days };
}

/** As many days, hours, minutes and seconds as they pass on the zone's clocks. */
function timeBefore({ start, end }: WallRange, zone: string): WallRange {
  const first = temporal.PlainDateTime.from(start).toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = temporal.PlainDateTime.from(end).toZonedDateTime(zone, { disambiguation: 'later' });
  const length = first.until(last.add({ seconds: 1 }), { largestUnit: 'day' });
  return {
    start: textOf(first.subtract(length).toPlainDateTime()),
    end: textOf(first.subtract({ seconds: 1 }).toPlainDateTime()),
  };
}

function textOf(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'second' });
}
