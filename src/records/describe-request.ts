// A launch in words a person would use: which report, for which mailbox, over which days, in whose time. Cards and pages share it.
import { isReportId, reportOf } from '#src/contract/reports.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { LOCALE } from '#src/ui/locale.ts';
import { formatDayRange, zoneLabel } from '#src/ui/time-format.ts';
import type { RunRecord } from './record.ts';
import { isUnreadable } from './sound-record.ts';
import * as words from './words.ts';

/** "Mailbox Performance": the report's name; its id where a record names one that this version does not know. */
export function reportTitle(record: Pick<RunRecord, 'request'>): string {
  const id: string = record.request.report;
  if (isReportId(id)) return reportOf(id).title;
  return isUnreadable(record) ? words.unreadableSettings : id;
}

/** "Mailbox Performance · Sales Department": the name of a run's card and page (design.md section 8). */
export function runTitle(record: Pick<RunRecord, 'request' | 'mailbox'>): string {
  return `${reportTitle(record)} · ${record.mailbox.name}`;
}

/**
 * "1–30 Sep 2026, by day, Toronto time": range, grouping and zone as they were sent, then how many users or domains it is
 * limited to. Never throws: a value in another form than this version writes is shown as it is, or left out.
 */
export function describeRequest(
  { request, mailbox }: Pick<RunRecord, 'request' | 'mailbox'>,
  locale: string = LOCALE,
): string {
  const { parameters } = request;
  const parts =
    'activityType' in parameters
      ? messageParts(parameters, mailbox.timeZone, locale)
      : performanceParts(parameters, mailbox.timeZone, locale);
  return parts.filter((part) => part !== null).join(', ');
}

type Parameters = LaunchRequest['parameters'];

function performanceParts(parameters: Parameters, timeZone: string, locale: string): (string | null)[] {
  const period = textOf(parameters['period']);
  return [
    rangeInWords(textOf(parameters['start']), textOf(parameters['end']), period, locale),
    period === null ? null : words.byPeriod(period),
    zoneLabel(timeZone),
    countInWords(parameters['users'], words.users, locale),
    countInWords(parameters['domains'], words.domains, locale),
  ];
}

/** Message detail keeps the suffix that the operator chose, because what it means there is not documented. */
function messageParts(parameters: Parameters, timeZone: string, locale: string): (string | null)[] {
  const start = textOf(parameters['activityStart']);
  const end = textOf(parameters['activityEnd']);
  const range = rangeInWords(start, end, null, locale);
  const activity = textOf(parameters['activityType']);
  const asUtc = [start, end].some((time) => time?.endsWith('Z') === true);
  const statuses = parameters['statuses'];
  const named = Array.isArray(statuses) ? statuses.filter((status) => textOf(status) !== null) : [];
  return [
    activityInWords(activity, range),
    range === null ? null : asUtc ? words.utc : zoneLabel(timeZone),
    named.length > 0 ? words.onlyStatuses(named) : null,
  ];
}

function activityInWords(activity: string | null, range: string | null): string {
  if (activity === null) return range ?? words.atAnyTime;
  return range === null ? words.activityAtAnyTime(activity) : words.activityIn(activity, range);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function countInWords(
  value: unknown,
  inWords: (count: number, locale: string) => string,
  locale: string,
): string | null {
  return Array.isArray(value) && value.length > 0 ? inWords(value.length, locale) : null;
}

/** A wall-clock time as sent. A suffix is left aside: performance reports ignore it. */
const WALL_CLOCK = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

type WallClock = { readonly date: string; readonly time: string; readonly seconds: string };

function readWallClock(text: string): WallClock | null {
  const match = WALL_CLOCK.exec(text);
  const date = match?.[1];
  return date === undefined || Number.isNaN(Date.parse(`${date}T00:00:00Z`))
    ? null
    : { date, time: match?.[2] ?? '00:00', seconds: match?.[3] ?? '00' };
}

/** Days where the range begins and ends with a day, else days and times. Null where neither end is given. */
function rangeInWords(
  start: string | null,
  end: string | null,
  period: string | null,
  locale: string,
): string | null {
  if (start === null && end === null) return null;
  const from = start === null ? null : readWallClock(start);
  const to = end === null ? null : readWallClock(end);
  if (from === null && start !== null)
    return end === null ? words.sentSince(start) : words.sentFromTo(start, end);
  if (to === null && end !== null)
    return start === null ? words.sentUntil(end) : words.sentFromTo(start, end);
  if (from === null) return to === null ? null : words.until(atInWords(to, locale));
  if (to === null) return words.since(atInWords(from, locale));
  if (isDayStart(from) && isDayEnd(to, period)) return formatDayRange(from.date, to.date, locale);
  if (from.date === to.date) return words.withinDay(dayInWords(from, locale), clockOf(from), clockOf(to));
  return words.fromTo(atInWords(from, locale), atInWords(to, locale));
}

function isDayStart({ time, seconds }: WallClock): boolean {
  return time === '00:00' && seconds === '00';
}

/** An end at midnight counts the day that begins there, unless hours are counted (contract.md section 8). */
function isDayEnd(at: WallClock, period: string | null): boolean {
  return at.time === '23:59' || (isDayStart(at) && period !== null && period !== 'hour');
}

function dayInWords({ date }: WallClock, locale: string): string {
  return formatDayRange(date, date, locale);
}

function atInWords(at: WallClock, locale: string): string {
  return words.dayAndClock(dayInWords(at, locale), clockOf(at));
}

function clockOf({ time, seconds }: WallClock): string {
  return seconds === '00' || seconds === '59' ? time : `${time}:${seconds}`;
}
