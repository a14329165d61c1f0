// What an operator should know of a range before it is launched, in words: what its clocks do, what its end takes in or leaves out, and
// which time it is for them meanwhile.
import { reportOf } from '#src/contract/reports.ts';
import type { Period } from '#src/contract/reports.ts';
import { formatNumber } from '#src/ui/number-format.ts';
import { formatDayRange, zoneLabel } from '#src/ui/time-format.ts';
import { zuluOf } from './build-request.ts';
import type { EnteredRange } from './build-request.ts';
import type { FormState } from './form-state.ts';
import { snappedPeriods, wholeRange, wireTime } from '#src/range/mailbox-time.ts';
import type { WallRange } from '#src/range/mailbox-time.ts';
import { clockChanges, ownTimeOf, readingsOf } from '#src/range/range-clock.ts';
import type { ClockChange } from '#src/range/range-clock.ts';
import { WEEKDAY_NAMES } from '#src/range/week-start.ts';
import type { Weekday } from '#src/range/week-start.ts';
import * as words from './range-words.ts';

/** Changes of clocks that are told one by one. */
const MOST_CHANGES = 3;

export type RangePlace = {
  /** The mailbox's zone. */
  readonly timeZone: string;
  /** The operator's own. */
  readonly viewerZone: string;
  readonly weekStart: Weekday;
};

/** "9–15 Sep 2026, Toronto time. 00:00 Toronto time is 06:00 your time.": what a preset stands for. */
export function presetInWords(range: WallRange, { timeZone, viewerZone }: RangePlace): string {
  const [first, last] = [dayOf(range.start), dayOf(range.end)];
  const zone = zoneLabel(timeZone);
  const days = words.daysInZone(formatDayRange(first, last), zone);
  const begins = ownClock(`${first}T00:00:00`, timeZone, viewerZone);
  const ends = ownClock(`${last}T00:00:00`, timeZone, viewerZone);
  if (begins !== ends) {
    return `${days} ${words.midnightIs(zone, dayInWords(first), begins, dayInWords(last), ends)}`;
  }
  return begins === words.sameForYou ? days : `${days} ${words.clockIs('00:00', zone, begins)}`;
}

/** What is said under *From* or *To*; null where there is nothing to say. */
export function endNotes(
  which: 'from' | 'to',
  form: FormState,
  range: EnteredRange,
  place: RangePlace | null,
): string | null {
  const messages = reportOf(form.report).family === 'messages';
  const text = which === 'from' ? range.start : range.end;
  if (text === '') {
    if (messages) return which === 'from' ? words.emptyFrom : words.emptyTo;
    return place === null ? null : words.inZone(zoneLabel(place.timeZone));
  }
  const wire = wireTime(text);
  if (wire === null) return null;
  const notes: (string | null)[] = zuluOf(form).includes(which)
    ? [words.sentWithZ]
    : place === null
      ? []
      : [readingInWords(wire, place) ?? ownTimeInWords(wire, place)];
  if (which === 'to') notes.push(messages ? leftOut(wire) : takenIn(form.period, range, place));
  const said = notes.filter((note) => note !== null);
  return said.length === 0 ? null : said.join(' ');
}

function ownTimeInWords(wire: string, { timeZone, viewerZone }: RangePlace): string {
  const own = ownClock(wire, timeZone, viewerZone);
  const zone = zoneLabel(timeZone);
  return own === words.sameForYou ? words.inZone(zone) : words.clockIs(clockOf(wire), zone, own);
}

/** "06:00 your time", "18:00 your time the day before": what the viewer's clocks read, or that they agree. */
function ownClock(wire: string, timeZone: string, viewerZone: string): string {
  const own = ownTimeOf(wire, timeZone, viewerZone);
  if (own === wire) return words.sameForYou;
  const clock = clockOf(own);
  if (dayOf(own) === dayOf(wire)) return words.yourTime(clock);
  return dayOf(own) < dayOf(wire) ? words.yourTimeDayBefore(clock) : words.yourTimeNextDay(clock);
}

function readingInWords(wire: string, { timeZone }: RangePlace): string | null {
  const readings = readingsOf(wire, timeZone);
  if (readings.kind === 'once') return null;
  const [clock, zone, day] = [clockOf(wire), zoneLabel(timeZone), dayInWords(dayOf(wire))];
  if (readings.kind !== 'never') return words.comesTwice(clock, zone, day);
  if (readings.before <= `${dayOf(wire)}T00:00:00` && dayOf(readings.after) > dayOf(wire)) {
    return words.dayNeverComes(day, zone);
  }
  return words.neverComes(clock, zone, day, clockOf(readings.before), clockOf(readings.after));
}

/** The period that an end takes in by touching its beginning (contract.md section 8). */
function takenIn(period: Period, range: EnteredRange, place: RangePlace | null): string | null {
  const whole = wholeRange(range);
  if (whole === null) return null;
  const { first, last } = snappedPeriods(whole, period, place?.timeZone, place?.weekStart);
  if (whole.end !== last.start || first.start === last.start) return null;
  const end = clockOf(whole.end);
  const day = dayInWords(dayOf(last.start));
  if (period === 'hour') {
    const after = `${String(Number(last.start.slice(11, 13)) + 1).padStart(2, '0')}:00`;
    return words.endTakesHour(end, clockOf(last.start), after);
  }
  if (period === 'day') return words.endTakesDays(end, day);
  // Which day the API begins its weeks with is not documented (contract.md section 8).
  if (period === 'week') return words.endTakesWeek(end, day, WEEKDAY_NAMES[place?.weekStart ?? 1]);
  return words.endTakesDays(end, formatDayRange(dayOf(last.start), dayOf(last.end)));
}

/** What an end of message detail, which counts to the second, leaves out of its last day. */
function leftOut(wire: string): string | null {
  const day = dayInWords(dayOf(wire));
  if (wire.endsWith('T00:00:00')) return words.endLeavesDay(day);
  return wire.endsWith('T23:59:00') ? words.endLeavesMinute(day) : null;
}

/** "Clocks go back on 1 Nov 2026: that day has 25 hours.", for what the report will count. */
export function clockNotes(form: FormState, range: EnteredRange, place: RangePlace): string[] {
  const whole = wholeRange(range);
  // With a Z it is not known whose clocks count.
  if (whole === null || zuluOf(form).length > 0) return [];
  const { changes, more } = clockChanges(countedDays(form, whole, place), place.timeZone, MOST_CHANGES);
  return [...changes.map(changeInWords), ...(more ? [words.clocksChangeAgain] : [])];
}

/** Performance reports count whole periods. Weeks may begin on another day at the API, so only the days asked for are looked at. */
function countedDays({ report, period }: FormState, range: WallRange, { timeZone }: RangePlace): WallRange {
  if (reportOf(report).family === 'messages' || period === 'hour') return range;
  const { first, last } = snappedPeriods(range, period === 'week' ? 'day' : period, timeZone);
  return { start: first.start, end: last.end };
}

function changeInWords({ direction, day, hours }: ClockChange): string {
  if (hours === 0) return words.daySkipped(dayInWords(day));
  const say = direction === 'forward' ? words.clocksGoForward : words.clocksGoBack;
  return say(dayInWords(day), formatNumber(hours, 2));
}

function dayInWords(day: string): string {
  return formatDayRange(day, day);
}

function dayOf(wire: string): string {
  return wire.slice(0, 10);
}

/** The last second of a minute ends it: seconds are told where they are others. */
function clockOf(wire: string): string {
  const seconds = wire.slice(17, 19);
  return seconds === '00' || seconds === '59' ? wire.slice(11, 16) : wire.slice(11, 19);
}
