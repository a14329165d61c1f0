// Where the time axis is marked, and with what: hours, days and months of the mailbox's own clocks and calendar.
import { LOCALE } from '#src/ui/locale.ts';
import { formatClockTime, knownZone } from '#src/ui/time-format.ts';
import { HOUR_MS, LENGTH_MS, zoned } from './periods.ts';

type Step = { readonly unit: 'hour' | 'day' | 'month'; readonly every: number };

/** From fine to coarse. */
const STEPS: readonly Step[] = [
  ...[1, 2, 3, 6, 12].map((every) => ({ unit: 'hour', every }) as const),
  ...[1, 2, 7, 14].map((every) => ({ unit: 'day', every }) as const),
  ...[1, 3, 6, 12, 24, 60, 120, 600].map((every) => ({ unit: 'month', every }) as const),
];
const COARSEST: Step = { unit: 'month', every: 600 };

/** The finest step that marks no more than `most` times between `from` and `to`, and none finer than `shortest` ms. */
function stepFor(from: number, to: number, most: number, shortest: number): Step {
  return (
    STEPS.find(({ unit, every }) => {
      const length = LENGTH_MS[unit] * every;
      return length >= shortest && (to - from) / length <= most;
    }) ?? COARSEST
  );
}

/** One mark. */
export type Tick = { readonly at: number; readonly label: string };

/** Marks between `from` and `to` (epoch ms, both included), at most about `most`, no closer than `shortest` ms. */
export function timeTicks(
  from: number,
  to: number,
  { timeZone, most, shortest = 0 }: { timeZone: string; most: number; shortest?: number },
): readonly Tick[] {
  if (!(from <= to)) return [];
  const step = stepFor(from, to, Math.max(1, most), shortest);
  const date = new Intl.DateTimeFormat(LOCALE, {
    ...(step.unit !== 'month' && { day: 'numeric' }),
    month: 'short',
    timeZone: knownZone(timeZone),
  });
  let year = '';
  return placesOf(from, to, step, timeZone).map((at) => {
    const [label, thisYear] = labelOf(at, step, timeZone, date);
    // The year is said where it begins.
    const full = thisYear === year ? label : `${label}\n${thisYear}`;
    year = thisYear;
    return { at, label: full };
  });
}

function placesOf(from: number, to: number, step: Step, timeZone: string): number[] {
  const places: number[] = [];
  let day = firstOf(zoned(from, timeZone).startOfDay(), step);
  while (day.epochMilliseconds <= to) {
    for (const at of step.unit === 'hour' ? hoursOf(day, step.every) : [day.epochMilliseconds]) {
      if (at >= from && at <= to) places.push(at);
    }
    day = day.add(
      step.unit === 'month' ? { months: step.every } : { days: step.unit === 'day' ? step.every : 1 },
    );
  }
  return places;
}

/** The marked day at or before `day`: weeks on Mondays, months on the first, every other day by a count that never starts anew. */
function firstOf(day: Temporal.ZonedDateTime, { unit, every }: Step): Temporal.ZonedDateTime {
  if (unit === 'hour') return day;
  if (unit === 'month') {
    const months = day.year * 12 + day.month - 1;
    return day.with({ day: 1 }).subtract({ months: months % every });
  }
  // 5 January 1970 was a Monday.
  const days = Math.round(day.toPlainDate().toZonedDateTime('UTC').epochMilliseconds / LENGTH_MS.day) - 4;
  return day.subtract({ days: ((days % every) + every) % every });
}

/** Hours of the day that its clocks show; one that they skip is not marked, one that they show twice is marked once. */
function hoursOf(day: Temporal.ZonedDateTime, every: number): number[] {
  const places: number[] = [];
  for (let hour = 0; hour < 24; hour += every) {
    const at = day.toPlainDate().toPlainDateTime({ hour }).toZonedDateTime(day.timeZoneId);
    if (at.hour === hour || hour === 0)
      places.push(hour === 0 ? day.epochMilliseconds : at.epochMilliseconds);
  }
  return places;
}

/** "06:00", "3 Nov" or "Nov", in the order of the language, and its year. */
function labelOf(
  at: number,
  { unit }: Step,
  timeZone: string,
  date: Intl.DateTimeFormat,
): [label: string, year: string] {
  const time = zoned(at, timeZone);
  const isClock = unit === 'hour' && at - time.startOfDay().epochMilliseconds >= HOUR_MS;
  // Three letters for September like for every month.
  const label = isClock ? formatClockTime(at, { timeZone }) : date.format(at).replace('Sept', 'Sep');
  return [label, String(time.year)];
}
