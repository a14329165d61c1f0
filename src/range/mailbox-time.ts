// Ranges as the API counts them: wall-clock times in the mailbox's zone, without a suffix, ending at the last second of a day because an
// end at exactly midnight takes in the next one (contract.md section 8).
import type { Period } from '#src/contract/reports.ts';
import { knownZone } from '#src/ui/time-format.ts';
import type { DatedPreset } from './range-presets.ts';
import { temporal } from './temporal.ts';
import type { Weekday } from './week-start.ts';

/** `YYYY-MM-DDTHH:MM:SS`, both ends included. */
export type WallRange = { readonly start: string; readonly end: string };

/** What a preset is counted from. */
export type Here = {
  /** Epoch ms. */
  readonly now: number;
  /** IANA name of the mailbox's zone. One that this browser does not know counts as UTC, as it does wherever times are shown. */
  readonly timeZone: string;
  readonly weekStart: Weekday;
};

/** The days of a preset. What is called "last" is over; what is called "this" goes up to the end of today. */
export function presetRange(preset: DatedPreset, here: Here): WallRange {
  const [first, last] = DAYS[preset](todayIn(here), here.weekStart);
  return {
    start: `${first.toString()}T00:00:00`,
    end: `${last.toString()}T23:59:59`,
  };
}

type Days = [Temporal.PlainDate, Temporal.PlainDate];

const DAYS: Record<DatedPreset, (today: Temporal.PlainDate, weekStart: Weekday) => Days> = {
  today: (today) => [today, today],
  yesterday: (today) => [today.subtract({ days: 1 }), today.subtract({ days: 1 })],
  'this-week': (today, weekStart) => [startOfWeek(today, weekStart), today],
  'last-week': (today, weekStart) => {
    const thisWeek = startOfWeek(today, weekStart);
    return [thisWeek.subtract({ days: 7 }), thisWeek.subtract({ days: 1 })];
  },
  'last-7-days': (today) => [today.subtract({ days: 7 }), today.subtract({ days: 1 })],
  'this-month': (today) => [today.with({ day: 1 }), today],
  'last-month': (today) => {
    const thisMonth = today.with({ day: 1 });
    return [thisMonth.subtract({ months: 1 }), thisMonth.subtract({ days: 1 })];
  },
  'last-30-days': (today) => [today.subtract({ days: 30 }), today.subtract({ days: 1 })],
};

function todayIn({ now, timeZone }: Here): Temporal.PlainDate {
  return temporal.Instant.fromEpochMilliseconds(Math.floor(now))
    .toZonedDateTimeISO(knownZone(timeZone))
    .toPlainDate();
}

function startOfWeek(day: Temporal.PlainDate, weekStart: Weekday): Temporal.PlainDate {
  return day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
}

/** A time as it goes over the wire, from one that may lack seconds; null where there is no such date or time. */
export function wireTime(text: string): string | null {
  try {
    return temporal.PlainDateTime.from(text, { overflow: 'reject' }).toString({ smallestUnit: 'second' });
  } catch {
    return null;
  }
}

/** Both ends of a range as wire times; null where one is missing or no time, or where it ends before it begins. */
export function wholeRange(entered: WallRange): WallRange | null {
  const [start, end] = [wireTime(entered.start), wireTime(entered.end)];
  return start === null || end === null || end < start ? null : { start, end };
}

/** The whole periods that a range touches: rows begin with the first and end with the last. */
export type SnappedPeriods = {
  readonly first: WallRange;
  readonly last: WallRange;
  readonly count: number;
};

/**
 * The periods that contain `start` and `end` and all between them; both are wire times, `start` not after `end`. Hours are counted as
 * they pass in `timeZone`, so a day on which the clocks change has 23 or 25; a change in the middle of an hour may put it out by one.
 * The day that the API's own weeks begin with is not documented: `weekStart` is what the preview of weeks assumes, and says so.
 */
export function snappedPeriods(
  { start, end }: WallRange,
  period: Period,
  timeZone = 'UTC',
  weekStart: Weekday = 1,
): SnappedPeriods {
  const first = floorTo(temporal.PlainDateTime.from(start), period, weekStart);
  const last = floorTo(temporal.PlainDateTime.from(end), period, weekStart);
  return {
    first: periodFrom(first, period),
    last: periodFrom(last, period),
    count:
      1 +
      (period === 'hour'
        ? hoursBetween(first, last, timeZone)
        : first.until(last, { largestUnit: period })[`${period}s`]),
  };
}

function floorTo(at: Temporal.PlainDateTime, period: Period, weekStart: Weekday): Temporal.PlainDateTime {
  if (period === 'hour') return at.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const day = at.toPlainDate();
  const firstDay = { day, week: startOfWeek(day, weekStart), month: day.with({ day: 1 }) }[period];
  return firstDay.toPlainDateTime();
}

function periodFrom(start: Temporal.PlainDateTime, period: Period): WallRange {
  const end = start.add({ [`${period}s`]: 1 }).subtract({ seconds: 1 });
  return { start: start.toString({ smallestUnit: 'second' }), end: end.toString({ smallestUnit: 'second' }) };
}

function hoursBetween(first: Temporal.PlainDateTime, last: Temporal.PlainDateTime, timeZone: string): number {
  const zone = knownZone(timeZone);
  return Math.floor((instantOf(last, zone, 'later') - instantOf(first, zone, 'earlier')) / 3_600_000);
}

/** Epoch ms at which the clocks of a zone read `at`; `side` chooses where they do so twice. Skipped by the clocks: when they skip it. */
function instantOf(at: Temporal.PlainDateTime, zone: string, side: 'earlier' | 'later'): number {
  const zoned = at.toZonedDateTime(zone, { disambiguation: side });
  if (zoned.toPlainDateTime().equals(at)) return zoned.epochMilliseconds;
  const before = at.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return (before.getTimeZoneTransition('next') ?? zoned).epochMilliseconds;
}

/** What the mailbox's clocks read at an instant, as a wire time. */
export function wallTimeAt(now: number, timeZone: string): string {
  return temporal.Instant.fromEpochMilliseconds(Math.floor(now))
    .toZonedDateTimeISO(knownZone(timeZone))
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}
