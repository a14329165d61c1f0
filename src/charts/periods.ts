// Periods on the mailbox's calendar and clocks: where one begins, and which follows it. A day on which the clocks change has 23 or 25
// hours, so lengths are never added in milliseconds.
import type { Period } from '#src/contract/reports.ts';
import { temporal } from '#src/range/temporal.ts';
import { isIsoTime, readIsoTime } from '#src/rows/iso-time.ts';
import { knownZone } from '#src/ui/time-format.ts';

export const HOUR_MS = 3_600_000;
/** About as long as each, in ms. */
export const LENGTH_MS: Readonly<Record<Period, number>> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 30 * 24 * HOUR_MS,
};

/** `at` (epoch ms) on the clocks of the zone. */
export function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(knownZone(timeZone));
}

/**
 * Reads times of rows as epoch ms, null for what is none. A time without an offset is the mailbox's wall clock; an hour that its clocks
 * show twice counts as the first. The same few times come over and over, so each is worked out once.
 */
export function createTimeReader(timeZone: string): (value: unknown) => number | null {
  const known = new Map<string, number>();
  return (value) => {
    if (!isIsoTimeOf(known, value)) return null;
    let at = known.get(value);
    if (at === undefined) {
      const read = readIsoTime(value);
      at = read.isInstant ? read.at : onClocks(read.at, timeZone);
      known.set(value, at);
    }
    return at;
  };
}

function isIsoTimeOf(known: ReadonlyMap<string, number>, value: unknown): value is string {
  return typeof value === 'string' && (known.has(value) || isIsoTime(value));
}

/** When the clocks of the zone show what clocks in UTC show at `wallAt`. */
function onClocks(wallAt: number, timeZone: string): number {
  return zoned(wallAt, 'UTC').toPlainDateTime().toZonedDateTime(knownZone(timeZone)).epochMilliseconds;
}

/** Where the period begins that `at` is in. Weeks begin on Monday. */
export function periodStart(at: number, period: Period, timeZone: string): number {
  const time = zoned(at, timeZone);
  if (period === 'hour') return time.round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds;
  const day = time.startOfDay();
  if (period === 'day') return day.epochMilliseconds;
  const back = period === 'week' ? { days: time.dayOfWeek - 1 } : { days: time.day - 1 };
  return day.subtract(back).startOfDay().epochMilliseconds;
}

/**
 * {@link periodStart} for many times: one that falls into the period of the time before it costs nothing. To be asked in the order of
 * time, or nearly so.
 */
export function createPeriodFinder(period: Period, timeZone: string): (at: number) => number {
  let [start, end] = [NaN, NaN];
  return (at) => {
    if (at >= start && at < end) return start;
    start = periodStart(at, period, timeZone);
    // A day may begin at one o'clock, and the next one not.
    end = periodStart(periodAfter(start, period, timeZone), period, timeZone);
    return start;
  };
}

/** Where the period after the one that begins at `at` begins. */
function periodAfter(at: number, period: Period, timeZone: string): number {
  if (period === 'hour') return at + HOUR_MS;
  return zoned(at, timeZone).add({ [`${period}s`]: 1 }).epochMilliseconds;
}

/** Most periods that one line has room for. */
const MOST_PERIODS = 20_000;

/**
 * `starts` (ascending) with the periods that are missing between them, each at its own place. Starts that keep to no calendar stay as
 * they are.
 */
export function withMissing(starts: readonly number[], period: Period, timeZone: string): readonly number[] {
  const whole: number[] = [];
  // Nothing is missing between two that are closer than this.
  const slack = LENGTH_MS[period] / 2;
  for (const [place, start] of starts.entries()) {
    whole.push(start);
    const next = starts[place + 1];
    if (next === undefined || next - start < LENGTH_MS[period] + slack) continue;
    let missing = periodAfter(start, period, timeZone);
    while (missing < next - slack) {
      whole.push(missing);
      // One place is enough to part a line that would be too long otherwise.
      if (whole.length >= MOST_PERIODS) break;
      missing = periodAfter(missing, period, timeZone);
    }
  }
  return whole;
}

/** Periods for times of single messages: so many that a line shows something, so few that it can be read. */
export function periodFor(from: number, to: number): Period {
  const span = to - from;
  if (span <= 3 * LENGTH_MS.day) return 'hour';
  if (span <= 100 * LENGTH_MS.day) return 'day';
  return span <= 730 * LENGTH_MS.day ? 'week' : 'month';
}
