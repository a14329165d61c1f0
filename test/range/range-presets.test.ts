// @vitest-environment node
// The named ranges and the periods that they touch, in every zone, around every change of clocks of 2026, against Intl and plain days.
import { describe, expect, test } from 'vitest';
import { PERIODS } from '#src/contract/reports.ts';
import { presetRange, snappedPeriods, wireTime } from '#src/range/mailbox-time.ts';
import { presetsFor, RANGE_PRESETS } from '#src/range/range-presets.ts';
import type { DatedPreset } from '#src/range/range-presets.ts';
import type { Weekday } from '#src/range/week-start.ts';
import { changesIn, DAY, wallAt, ZONES } from '../launch/zone-oracle.ts';

const WEEK_STARTS: readonly Weekday[] = [1, 7, 6];
const DATED = RANGE_PRESETS.map(({ value }) => value).filter(
  (value): value is DatedPreset => value !== 'any' && value !== 'custom',
);

/** Days since 1970 of a date, or of the date of a wire time. */
const dayOf = (wire: string) => Date.parse(`${wire.slice(0, 10)}T00:00:00Z`) / DAY;
const textOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const weekdayOf = (day: number) => new Date(day * DAY).getUTCDay() || 7;
const dateOf = (day: number) => new Date(day * DAY).getUTCDate();
const monthBegins = (day: number) => day - dateOf(day) + 1;

/** The days that a name stands for, counted on plain days. */
const MEANT: Record<DatedPreset, (today: number, weekStart: Weekday) => [number, number]> = {
  today: (today) => [today, today],
  yesterday: (today) => [today - 1, today - 1],
  'this-week': (today, weekStart) => [weekBegins(today, weekStart), today],
  'last-week': (today, weekStart) => [weekBegins(today, weekStart) - 7, weekBegins(today, weekStart) - 1],
  'last-7-days': (today) => [today - 7, today - 1],
  'this-month': (today) => [monthBegins(today), today],
  'last-month': (today) => [monthBegins(monthBegins(today) - 1), monthBegins(today) - 1],
  'last-30-days': (today) => [today - 30, today - 1],
};

function weekBegins(today: number, weekStart: Weekday): number {
  let day = today;
  while (weekdayOf(day) !== weekStart) day -= 1;
  return day;
}

/** Ends of months, of the year, and of a February with 29 days; in UTC, so other dates elsewhere. */
const TURNS = ['2026-03-01', '2026-05-01', '2027-01-01', '2028-02-29', '2028-03-01'].map((day) =>
  Date.parse(`${day}T00:00:00Z`),
);
const MOMENTS = ZONES.flatMap((timeZone) => [
  ...TURNS.map((now) => ({ timeZone, now })),
  ...changesIn(2026, timeZone).flatMap((change) =>
    [-DAY, -1, 0, DAY, 7 * DAY].map((away) => ({ timeZone, now: change + away })),
  ),
]);

/** Every preset at every moment; only weeks depend on the day that they begin with. */
const RANGES = MOMENTS.flatMap((moment) =>
  DATED.flatMap((preset) =>
    (preset.endsWith('week') ? WEEK_STARTS : WEEK_STARTS.slice(0, 1)).map((weekStart) => {
      const here = { ...moment, weekStart };
      return { ...here, preset, range: presetRange(preset, here) };
    }),
  ),
);
/** The same days come up in many zones, and their periods other than hours are those of the calendar alone. */
const DIFFERENT = [
  ...new Map(
    RANGES.map((entry) => [`${entry.preset} ${entry.weekStart} ${entry.range.end}`, entry]),
  ).values(),
];

// What is wrong is collected, not expected one by one: there are tens of thousands of cases.
describe('in every zone, around every change of 2026 and every turn of a month', () => {
  test('there is something to look at', () => {
    expect(RANGES.length).toBeGreaterThan(30_000);
    expect(DIFFERENT.length).toBeGreaterThan(300);
  });

  test('each name covers the days that it says, from midnight to the last second', () => {
    const wrong = RANGES.filter(({ timeZone, now, weekStart, preset, range }) => {
      const [first, last] = MEANT[preset](dayOf(wallAt(now, timeZone)), weekStart);
      return range.start !== `${textOf(first)}T00:00:00` || range.end !== `${textOf(last)}T23:59:59`;
    });
    expect(wrong).toEqual([]);
  });

  test('counted by day, no name takes in a day more than it says', () => {
    for (const { range, timeZone } of DIFFERENT) {
      const { first, last, count } = snappedPeriods(range, 'day', timeZone);
      expect({ start: first.start, end: last.end }).toEqual(range);
      expect(count).toBe(dayOf(range.end) - dayOf(range.start) + 1);
    }
  });

  test('“Last week” by week and “Last month” by month are one period each', () => {
    for (const { preset, range, timeZone, weekStart } of DIFFERENT) {
      if (preset !== 'last-week' && preset !== 'last-month') continue;
      const period = preset === 'last-week' ? 'week' : 'month';
      const { first, count } = snappedPeriods(range, period, timeZone, weekStart);
      expect([first, count]).toEqual([range, 1]);
    }
  });
});

describe('periods', () => {
  test('hold both ends, begin where periods of their length begin, and are found again from themselves', () => {
    const wrong = MOMENTS.flatMap(({ timeZone, now }, index) => {
      const range = { start: wallAt(now - 9.3 * DAY, timeZone), end: wallAt(now, timeZone) };
      const period = PERIODS[index % PERIODS.length] ?? 'day';
      const weekStart = WEEK_STARTS[index % WEEK_STARTS.length] ?? 1;
      const { first, last, count } = snappedPeriods(range, period, timeZone, weekStart);
      const again = snappedPeriods({ start: first.start, end: last.end }, period, timeZone, weekStart);
      const right =
        first.start <= range.start &&
        range.start <= first.end &&
        last.start <= range.end &&
        range.end <= last.end &&
        first.start <= last.start &&
        count >= 1 &&
        (period !== 'week' || weekdayOf(dayOf(first.start)) === weekStart) &&
        (period !== 'month' || dateOf(dayOf(first.start)) === 1) &&
        again.first.start === first.start &&
        again.last.end === last.end;
      return right ? [] : [{ timeZone, range, period, weekStart, first, last, count }];
    });
    expect(wrong).toEqual([]);
  }, 20_000);

  test('what goes over the wire is read back as the same wall clock, with and without seconds', () => {
    const wrong = MOMENTS.map(({ timeZone, now }) => wallAt(now, timeZone)).filter(
      (wire) => wireTime(wire) !== wire || wireTime(wire.slice(0, 16)) !== `${wire.slice(0, 16)}:00`,
    );
    expect(wrong).toEqual([]);
  });
});

describe('what is offered', () => {
  test('performance reports have a range, message detail may do without', () => {
    const names = (family: 'performance' | 'messages') => presetsFor(family).map(({ label }) => label);
    expect(names('performance')).toEqual([
      'Today',
      'Yesterday',
      'This week',
      'Last week',
      'Last 7 days',
      'This month',
      'Last month',
      'Last 30 days',
      'Custom',
    ]);
    expect(names('messages')).toEqual(['Any time', ...names('performance')]);
  });
});
