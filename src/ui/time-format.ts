// Instants, ages and durations in words. Pure: the present time, the zone and the locale are arguments.
import { LOCALE } from './locale.ts';
import * as words from './words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Below this an event counts as now: clocks of browser and server differ by as much. */
const JUST_NOW_MS = 5 * SECOND;

export type TimeOptions = {
  /** IANA name; the viewer's own zone when left out. */
  timeZone?: string | undefined;
  locale?: string | undefined;
};

const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const;

const SHAPES = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: DATE,
  day: { ...DATE, month: 'numeric', calendar: 'iso8601' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Intl formats are slow to make, and every card asks for some once a second. */
function dateFormat(shape: keyof typeof SHAPES, locale: string, timeZone: string): Intl.DateTimeFormat {
  const id = `${shape} ${locale} ${timeZone}`;
  let format = formats.get(id);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...SHAPES[shape], timeZone });
    formats.set(id, format);
  }
  return format;
}

const zones = new Map<string | undefined, string>();

/** The zone that times are told in: UTC, and the text says so, where the browser does not know the one asked for. */
export function knownZone(timeZone: string | undefined): string {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = resolveZone(timeZone);
    zones.set(timeZone, zone);
  }
  return zone;
}

function resolveZone(timeZone: string | undefined): string {
  try {
    const resolved = new Intl.DateTimeFormat(LOCALE, { timeZone }).resolvedOptions().timeZone;
    // The name that was asked for: browsers answer with an older one (Calcutta for Kolkata).
    return timeZone ?? resolved;
  } catch {
    return 'UTC';
  }
}

/** The IANA name of the viewer's zone. */
export function viewerZone(): string {
  return knownZone(undefined);
}

/** "Toronto time" for America/Toronto, "UTC" for UTC and its other names. */
export function zoneLabel(timeZone: string): string {
  if (/^(?:Etc\/)?(?:UTC|UCT|GMT|Universal|Zulu|Greenwich)$/i.test(timeZone)) return words.utc;
  const place = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return words.zoneOf(place);
}

/** "14:02". */
export function formatClockTime(at: number, options: TimeOptions = {}): string {
  return dateFormat('clock', options.locale ?? LOCALE, knownZone(options.timeZone)).format(at);
}

/** Three letters for September like for every month, and no thin spaces around the dash between two days. */
function tidy(date: string): string {
  return date
    .replaceAll('Sept', 'Sep')
    .replaceAll('\u2009', ' ')
    .replace(/^(\d+) – (\d+) /, '$1–$2 ');
}

/** "23 Nov 2026". */
export function formatDate(at: number, options: TimeOptions = {}): string {
  return tidy(dateFormat('date', options.locale ?? LOCALE, knownZone(options.timeZone)).format(at));
}

/** "23 Nov 2026, 14:02 Toronto time". */
export function formatInstant(at: number, options: TimeOptions = {}): string {
  return `${formatDate(at, options)}, ${formatClockTime(at, options)} ${zoneLabel(knownZone(options.timeZone))}`;
}

/** "today 14:02", "yesterday 14:02", "tomorrow 14:02", else "23 Nov 2026, 14:02": by calendar days of the zone. */
export function formatWhen(at: number, now: number, options: TimeOptions = {}): string {
  const clock = formatClockTime(at, options);
  const days = dayNumber(at, options) - dayNumber(now, options);
  if (days === 0) return words.today(clock);
  if (days === -1) return words.yesterday(clock);
  if (days === 1) return words.tomorrow(clock);
  return `${formatDate(at, options)}, ${clock}`;
}

/** In every zone the calendar day changes on a quarter of an hour. */
const DAY_CHANGES_EVERY_MS = 15 * MINUTE;
const dayNumbers = new Map<string, number>();
const MOST_DAY_NUMBERS = 1_000;

/** Whole days since 1970 of the calendar date that `at` has in the zone. A list of runs asks for the same one in each row. */
function dayNumber(at: number, options: TimeOptions): number {
  const zone = knownZone(options.timeZone);
  const id = `${Math.floor(at / DAY_CHANGES_EVERY_MS)} ${zone}`;
  let day = dayNumbers.get(id);
  if (day === undefined) {
    day = readDayNumber(at, zone);
    if (dayNumbers.size >= MOST_DAY_NUMBERS) dayNumbers.clear();
    dayNumbers.set(id, day);
  }
  return day;
}

function readDayNumber(at: number, zone: string): number {
  const parts = dateFormat('day', LOCALE, zone).formatToParts(at);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY;
}

/** Intl takes long over a range of days, and a thousand runs name few different ones. */
const dayRanges = new Map<string, string>();
const MOST_DAY_RANGES = 1_000;

/** "1–30 Sep 2026", "1 Sep 2026": calendar dates (`YYYY-MM-DD`, both included), which have no zone. */
export function formatDayRange(first: string, last: string, locale: string = LOCALE): string {
  const id = `${first} ${last} ${locale}`;
  let range = dayRanges.get(id);
  if (range === undefined) {
    range = dayRangeInWords(first, last, locale);
    if (dayRanges.size >= MOST_DAY_RANGES) dayRanges.clear();
    dayRanges.set(id, range);
  }
  return range;
}

function dayRangeInWords(first: string, last: string, locale: string): string {
  const format = dateFormat('date', locale, 'UTC');
  const start = Date.parse(`${first}T00:00:00Z`);
  const end = Date.parse(`${last}T00:00:00Z`);
  if (Number.isNaN(start) || Number.isNaN(end)) return words.fromTo(first, last);
  return tidy(start === end ? format.format(start) : format.formatRange(start, end));
}

/** "just now", "20 s ago", "4 min ago", "in 21 h", "3 days ago": the largest unit, rounded towards now. */
export function formatRelative(at: number, now: number): string {
  const distance = Math.abs(at - now);
  if (distance < JUST_NOW_MS) return words.justNow;
  const span = largestUnit(distance);
  return at > now ? words.ahead(span) : words.ago(span);
}

function largestUnit(ms: number): string {
  if (ms < MINUTE) return words.seconds(Math.floor(ms / SECOND));
  if (ms < HOUR) return words.minutes(Math.floor(ms / MINUTE));
  if (ms < DAY) return words.hours(Math.floor(ms / HOUR));
  return words.days(Math.floor(ms / DAY));
}

/** "45 s", "4 min", "1 h 20 min", "2 days 3 h": the two largest units, rounded down. Negative counts as none. */
export function formatDuration(ms: number): string {
  const length = Math.max(0, ms);
  if (length < HOUR) return largestUnit(length);
  if (length < DAY) {
    return join(words.hours(Math.floor(length / HOUR)), Math.floor((length % HOUR) / MINUTE), words.minutes);
  }
  return join(words.days(Math.floor(length / DAY)), Math.floor((length % DAY) / HOUR), words.hours);
}

function join(large: string, small: number, inUnits: (count: number) => string): string {
  return small === 0 ? large : `${large} ${inUnits(small)}`;
}

/** "about 2–3 min", "about 20 min", "less than a minute": an estimate never claims seconds. */
export function formatEstimate(lowMs: number, highMs: number = lowMs): string {
  const low = Math.max(0, Math.round(Math.min(lowMs, highMs) / MINUTE));
  const high = Math.max(0, Math.round(Math.max(lowMs, highMs) / MINUTE));
  if (high === 0) return words.lessThanAMinute;
  if (low === high) return words.about(formatDuration(high * MINUTE));
  if (high < 60) {
    const least = Math.max(1, low);
    return words.about(words.minutes(least === high ? high : `${least}–${high}`));
  }
  return words.aboutFromTo(formatDuration(low * MINUTE), formatDuration(high * MINUTE));
}

/** "0:42", "12:05", "1:02:05": what is left, rounded up, so that 0:00 is reached at the instant itself. */
export function formatCountdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / SECOND));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}
