// Hours, days, weeks and months of an IANA time zone as half-open spans of milliseconds, daylight saving included.
// Temporal is asked only for the zone's offset changes; everything else is arithmetic, so a row is found without
// walking the range before it.
import { Temporal } from 'temporal-polyfill';

/** The four period lengths of the performance reports (contract.md section 8). */
export type Period = 'hour' | 'day' | 'week' | 'month';

/** One period: [startMs, endMs) in epoch milliseconds, and its start as ISO 8601 with the offset in force then. */
export type Slot = { readonly startMs: number; readonly endMs: number; readonly startDateTime: string };

/** The periods of a range, by index. They follow each other without a gap or an overlap. */
export type PeriodGrid = {
  readonly count: number;
  /** True when the range reaches the period that holds the cut-off, or lies beyond it: its rows can still move. */
  readonly open: boolean;
  slot: (index: number) => Slot;
};

const HOUR_MS = 3_600_000;

/** Milliseconds of a plain day; a real day in a zone may be shorter or longer. */
export const DAY_MS = 24 * HOUR_MS;

type Segment = { readonly fromMs: number; readonly toMs: number; readonly offsetMs: number };

const FIRST_MS = Date.UTC(1999, 11, 1);
const LAST_MS = Date.UTC(2101, 1, 1);
const segmentsByZone = new Map<string, readonly Segment[]>();

function segmentsOf(timeZone: string): readonly Segment[] {
  const known = segmentsByZone.get(timeZone);
  if (known !== undefined) return known;
  const segments: Segment[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FIRST_MS).toZonedDateTimeISO(timeZone);
  let fromMs = Number.NEGATIVE_INFINITY;
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    const offsetMs = at.offsetNanoseconds / 1e6;
    if (next === null || next.epochMilliseconds > LAST_MS) {
      segments.push({ fromMs, toMs: Number.POSITIVE_INFINITY, offsetMs });
      break;
    }
    // A transition that changes only the zone's abbreviation keeps the offset: not an edge for us.
    if (next.offsetNanoseconds !== at.offsetNanoseconds) {
      segments.push({ fromMs, toMs: next.epochMilliseconds, offsetMs });
      fromMs = next.epochMilliseconds;
    }
    at = next;
  }
  segmentsByZone.set(timeZone, segments);
  return segments;
}

function segmentAt(segments: readonly Segment[], atMs: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (atMs < (segments[middle]?.toMs ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function offsetAt(timeZone: string, atMs: number): number {
  const segments = segmentsOf(timeZone);
  return segments[segmentAt(segments, atMs)]?.offsetMs ?? 0;
}

/**
 * The instant at which the zone's clocks read `wallMs` (a wall-clock time written as if it were UTC). Read twice in
 * an autumn overlap: `side` chooses. Never read (a spring gap): the first instant after the gap.
 */
export function instantOf(timeZone: string, wallMs: number, side: 'first' | 'last' = 'first'): number {
  const segments = segmentsOf(timeZone);
  const from = segmentAt(segments, wallMs - DAY_MS);
  let found: number | undefined;
  for (let i = from; i < segments.length; i += 1) {
    const segment = segments[i];
    if (segment === undefined) break;
    const atMs = wallMs - segment.offsetMs;
    if (atMs < segment.fromMs) return found ?? segment.fromMs;
    if (atMs < segment.toMs) {
      if (side === 'first') return atMs;
      found = atMs;
    }
  }
  return found ?? wallMs;
}

/** The number of the calendar day (days since 1970-01-01) that the zone is in at an instant. */
export function dayOf(timeZone: string, atMs: number): number {
  return Math.floor((atMs + offsetAt(timeZone, atMs)) / DAY_MS);
}

/** The first instant of a calendar day; not 00:00 where the clocks skip midnight. */
export function startOfDay(timeZone: string, day: number): number {
  return instantOf(timeZone, day * DAY_MS);
}

/** ISO 8601 with seconds and the zone's offset, e.g. `2026-03-08T00:00:00-05:00`. */
export function isoIn(timeZone: string, atMs: number): string {
  const offsetMs = offsetAt(timeZone, atMs);
  const wall = new Date(atMs + offsetMs).toISOString().slice(0, 19);
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${wall}${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The periods from the one that contains the wall-clock time `startWallMs` to the one that contains `endWallMs`, but
 * none that begins after `cutoffMs` (contract.md section 8: an end at exactly midnight pulls in the next day; rows
 * never lie in the future). Weeks begin on Monday.
 */
export function periodGrid(range: {
  timeZone: string;
  period: Period;
  startWallMs: number;
  endWallMs: number;
  cutoffMs: number;
}): PeriodGrid {
  return range.period === 'hour' ? hourGrid(range) : dateGrid(range, range.period);
}

type Range = { timeZone: string; startWallMs: number; endWallMs: number; cutoffMs: number };

function dateGrid({ timeZone, startWallMs, endWallMs, cutoffMs }: Range, period: 'day' | 'week' | 'month') {
  const unitOf = (day: number) => {
    if (period === 'day') return day;
    if (period === 'week') return Math.floor((day + 3) / 7);
    const date = new Date(day * DAY_MS);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  const firstDayOf = (unit: number) => {
    if (period === 'day') return unit;
    if (period === 'week') return unit * 7 - 3;
    return Date.UTC(Math.floor(unit / 12), unit % 12, 1) / DAY_MS;
  };
  const first = unitOf(Math.floor(startWallMs / DAY_MS));
  const wanted = unitOf(Math.floor(endWallMs / DAY_MS));
  const current = unitOf(dayOf(timeZone, cutoffMs));
  const startMs = (unit: number) => startOfDay(timeZone, firstDayOf(unit));
  return {
    count: Math.max(0, Math.min(wanted, current) - first + 1),
    open: wanted >= current,
    slot: (index: number): Slot => {
      const from = startMs(first + index);
      return { startMs: from, endMs: startMs(first + index + 1), startDateTime: isoIn(timeZone, from) };
    },
  };
}

/**
 * Hours begin where the clocks read a full hour. So a 25-hour day has the hour 01:00 twice (with two offsets), a
 * 23-hour day lacks one, and where clocks move by 30 minutes (Lord Howe) the hour at the change lasts 90 minutes.
 */
function hourGrid({ timeZone, startWallMs, endWallMs, cutoffMs }: Range): PeriodGrid {
  const segments = segmentsOf(timeZone);
  const hourAtOrAfter = (atMs: number, offsetMs: number) =>
    Math.ceil((atMs + offsetMs) / HOUR_MS) * HOUR_MS - offsetMs;
  const hourHolding = (atMs: number): number => {
    const index = segmentAt(segments, atMs);
    const segment = segments[index];
    if (segment === undefined) return atMs;
    const start = Math.floor((atMs + segment.offsetMs) / HOUR_MS) * HOUR_MS - segment.offsetMs;
    return start >= segment.fromMs ? start : hourHolding(segment.fromMs - 1);
  };
  const nextHour = (startMs: number): number => {
    const segment = segments[segmentAt(segments, startMs)];
    if (segment === undefined || startMs + HOUR_MS < segment.toMs) return startMs + HOUR_MS;
    const after = segments[segmentAt(segments, segment.toMs)];
    return hourAtOrAfter(segment.toMs, after?.offsetMs ?? segment.offsetMs);
  };
  const firstMs = hourHolding(instantOf(timeZone, startWallMs));
  const wantedMs = hourHolding(instantOf(timeZone, endWallMs, 'last'));
  const currentMs = hourHolding(cutoffMs);
  const lastMs = Math.min(wantedMs, currentMs);

  const stretches: { fromMs: number; index: number; hours: number }[] = [];
  let count = 0;
  for (let i = segmentAt(segments, firstMs); i < segments.length; i += 1) {
    const segment = segments[i];
    if (segment === undefined || segment.fromMs > lastMs) break;
    const fromMs = hourAtOrAfter(Math.max(segment.fromMs, firstMs), segment.offsetMs);
    const hours = Math.max(0, Math.ceil((Math.min(segment.toMs, lastMs + 1) - fromMs) / HOUR_MS));
    stretches.push({ fromMs, index: count, hours });
    count += hours;
  }
  return {
    count,
    open: wantedMs >= currentMs,
    slot: (index: number): Slot => {
      const stretch = stretches.findLast((s) => s.index <= index && s.hours > 0);
      const startMs = (stretch?.fromMs ?? firstMs) + (index - (stretch?.index ?? 0)) * HOUR_MS;
      return { startMs, endMs: nextHour(startMs), startDateTime: isoIn(timeZone, startMs) };
    },
  };
}
