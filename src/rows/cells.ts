// One value of a row as text, for the screen. Nothing here guesses: an absent value is blank and never zero, a number that would
// round away is shown in full, and what has no form of its own is shown as the JSON that it came as.
import type { Period } from '#src/contract/reports.ts';
import { LOCALE } from '#src/ui/locale.ts';
import { formatNumber, formatPercent } from '#src/ui/number-format.ts';
import { formatClockTime, formatDate } from '#src/ui/time-format.ts';
import { DURATION_MS } from './column-units.ts';
import type { ResultColumn } from './columns.ts';
import { isIsoTime, readIsoTime } from './iso-time.ts';
import * as words from './words.ts';

/** In whose time, and for which grouping, times of rows are shown. */
export type TimeStyle = {
  /** IANA zone of the mailbox. */
  readonly timeZone: string;
  /** Length of the report's periods, null for reports that have none. */
  readonly period: Period | null;
};

/** Longest text of a cell; the rest is cut off with an ellipsis. */
export const CELL_LIMIT = 400;
/** From here on, separators of thousands would claim digits that a number does not have. */
const LARGEST_EXACT = 1e15;

/** The text of `value` in `column`. Never throws. */
export function cellText(
  value: unknown,
  column: Pick<ResultColumn, 'key' | 'digits' | 'unit'>,
  style: TimeStyle,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, column);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return isIsoTime(value) ? timeText(value, column.key, style) : cut(value);
  return cut(jsonText(value));
}

/** A number of `column` in its unit. */
export function numberText(value: number, { digits, unit }: Pick<ResultColumn, 'digits' | 'unit'>): string {
  if (unit === null) return figure(value, digits);
  const ms = DURATION_MS[unit];
  if (ms !== undefined) return durationText(value * (ms / 1_000));
  const percent = value === 0 ? 0 : unit === 'share' ? value * 100 : value;
  return isPlain(percent) ? formatPercent(percent, Math.max(digits, 1)) : `${String(percent)} %`;
}

/** Numbers that thousands and decimals can be written of. */
function isPlain(value: number): boolean {
  return Math.abs(value) < LARGEST_EXACT && (value === 0 || Math.abs(value) >= 0.05);
}

function figure(value: number, digits: number): string {
  // Also for -0, which would be written with its sign.
  if (value === 0) return '0';
  const tooFine = Math.abs(value) < 0.5 * 10 ** -digits;
  return tooFine || Math.abs(value) >= LARGEST_EXACT ? String(value) : formatNumber(value, digits);
}

/** "45 s", "4 min 12 s", "26 h 5 min": hours are the largest unit, so that times of any length compare at a glance. */
function durationText(seconds: number): string {
  const length = Math.abs(seconds);
  const sign = seconds < 0 ? '-' : '';
  if (length < 59.5 || length >= LARGEST_EXACT) return words.seconds(figure(seconds, length < 10 ? 1 : 0));
  const whole = Math.round(length);
  if (whole < 3_600) return sign + inUnits(whole, words.minutes, words.minutesAndSeconds);
  const minutes = Math.round(length / 60);
  return sign + inUnits(minutes, words.hours, words.hoursAndMinutes);
}

/** `length` in a unit of sixty, and what is left over. */
function inUnits(
  length: number,
  inLarge: (large: string) => string,
  inBoth: (large: string, small: number) => string,
): string {
  const [large, small] = [figure(Math.floor(length / 60), 0), length % 60];
  return small === 0 ? inLarge(large) : inBoth(large, small);
}

function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the browser can write.
    return '…';
  }
}

function cut(text: string): string {
  return text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT)}…` : text;
}

/** A time with an offset is an instant, shown in the mailbox's zone; one without is the mailbox's wall clock already. */
function timeText(value: string, key: string, { timeZone, period }: TimeStyle): string {
  const { at, isInstant } = readIsoTime(value);
  const zone = isInstant ? timeZone : 'UTC';
  const clock = formatClockTime(at, { timeZone: zone });
  const wholeDays = key === 'startDateTime' && period !== null && period !== 'hour' && clock === '00:00';
  if (!wholeDays) return `${formatDate(at, { timeZone: zone })}, ${clock}`;
  return period === 'month' ? monthText(at, zone) : dayText(at, zone, period === 'day');
}

const dayNames = new Map<string, Intl.DateTimeFormat>();

/** With the name of the day where rows are days, since a quiet Sunday is no news. */
function dayText(at: number, timeZone: string, withName: boolean): string {
  const date = formatDate(at, { timeZone });
  return withName ? `${partText(at, timeZone, { weekday: 'short' })} ${date}` : date;
}

function monthText(at: number, timeZone: string): string {
  return partText(at, timeZone, { month: 'long', year: 'numeric' });
}

function partText(at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const id = `${timeZone} ${Object.keys(options).join(' ')}`;
  let format = dayNames.get(id);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone });
    } catch {
      // A zone that this browser does not know: ui/time-format.ts falls back to the same one.
      format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
    }
    dayNames.set(id, format);
  }
  return format.format(at);
}
