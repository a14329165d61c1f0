// Rows of two runs side by side: the same place in the range, and the same user or domain. Where the ranges differ, the first period of
// one is matched with the first of the other, counted from the start of each range as it was asked for.
import type { Period } from '#src/contract/reports.ts';
import type { ResultRow } from '#src/contract/envelope.ts';
import { temporal } from '#src/range/temporal.ts';
import { valueAt } from '#src/rows/columns.ts';
import { isIsoTime, readIsoTime } from '#src/rows/iso-time.ts';
import { knownZone } from '#src/ui/time-format.ts';
import { zoned } from './periods.ts';
import { entityOf } from './splits.ts';
import type { Entity, Split } from './splits.ts';

/** One run's part in a comparison. */
export type Side = {
  readonly rows: readonly ResultRow[];
  /** Field with the start of a row's period. */
  readonly timeKey: string;
  readonly timeZone: string;
  /** Wall-clock time that the range was asked from; null where that is not known. */
  readonly start: string | null;
  readonly split: Split | null;
};

/** Rows that belong together; one of them may be missing. */
export type Matched = {
  readonly key: string;
  /** Periods since the start of the range; null where a row has no time. */
  readonly place: number | null;
  readonly entity: Entity | null;
  readonly here: ResultRow | null;
  readonly there: ResultRow | null;
};

/** Rows that are placed, matched or ordered in one step. */
const STEP = 1_024;

/**
 * All rows of both sides, by place and then by entity. Swapped sides give the same list with its sides swapped. Each `next()` is a short
 * piece of work, the last one returns the list.
 */
export function* matchSteps(here: Side, there: Side, period: Period): Generator<void, readonly Matched[]> {
  const matched = new Map<string, Matched>();
  yield* placeSteps(here, period, ({ row, ...placed }) => {
    matched.set(placed.key, { ...placed, here: row, there: null });
  });
  yield* placeSteps(there, period, ({ row, ...placed }) => {
    const found = matched.get(placed.key);
    const entity = found === undefined ? placed.entity : better(found.entity, placed.entity);
    matched.set(placed.key, { ...placed, entity, here: found?.here ?? null, there: row });
  });
  const byPlace = new Map<number, Matched[]>();
  let taken = 0;
  for (const one of matched.values()) {
    const place = one.place ?? Infinity;
    const others = byPlace.get(place);
    if (others === undefined) byPlace.set(place, [one]);
    else others.push(one);
    taken += 1;
    if (taken % STEP === 0) yield;
  }
  const ordered: Matched[] = [];
  let due = STEP;
  for (const place of [...byPlace.keys()].toSorted((left, right) => left - right)) {
    for (const one of (byPlace.get(place) ?? []).toSorted(compare)) ordered.push(one);
    if (ordered.length < due) continue;
    due = ordered.length + STEP;
    yield;
  }
  return ordered;
}

/** One of the runs may have been asked for names and the other not. */
function better(left: Entity | null, right: Entity | null): Entity | null {
  if (left === null || right === null) return left ?? right;
  if (left.name === left.id || right.name === right.id) return left.name === left.id ? right : left;
  return left.name < right.name ? left : right;
}

type Placed = Pick<Matched, 'key' | 'place' | 'entity'> & { readonly row: ResultRow };

function* placeSteps(side: Side, period: Period, give: (placed: Placed) => void): Generator<void, void> {
  const { rows, timeKey, split } = side;
  const places = yield* placesOf(side, period);
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const place = places.get(valueAt(row, timeKey)) ?? null;
    const entity = split === null ? null : entityOf(row, split);
    const name = `${place ?? '-'} ${entity?.id ?? ''}`;
    // Rows that nothing tells apart are matched in the order in which they came.
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    give({ key: `${name} ${before}`, place, entity, row });
    if (index % STEP === STEP - 1) yield;
  }
}

/** The place of each start of a period: there are few of them, so each is worked out once. */
function* placesOf(
  { rows, timeKey, timeZone, start }: Side,
  period: Period,
): Generator<void, ReadonlyMap<unknown, number>> {
  const clocks = new Map<unknown, Clock>();
  let first: Clock | null = null;
  for (const [index, row] of rows.entries()) {
    const value = valueAt(row, timeKey);
    if (!clocks.has(value)) {
      const clock = readClock(value, timeZone);
      if (clock !== null) clocks.set(value, clock);
      if (clock !== null && (first === null || isBefore(clock, first))) first = clock;
    }
    if (index % STEP === STEP - 1) yield;
  }
  const from = (start === null ? null : readClock(start.replace(OFFSET, ''), timeZone)) ?? first;
  const places = new Map<unknown, number>();
  for (const [value, clock] of clocks) if (from !== null) places.set(value, placeOf(clock, from, period));
  return places;
}

/** Performance reports ignore an offset in the range (contract.md section 8). */
const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/;

/** What the mailbox's clocks show; `again` = for the second time that day. */
type Clock = { readonly wall: Temporal.PlainDateTime; readonly again: boolean };

function readClock(value: unknown, timeZone: string): Clock | null {
  if (!isIsoTime(value)) return null;
  const { at, isInstant } = readIsoTime(value);
  const time = zoned(at, isInstant ? timeZone : 'UTC');
  const wall = time.toPlainDateTime();
  const again =
    isInstant && wall.toZonedDateTime(knownZone(timeZone)).epochMilliseconds !== time.epochMilliseconds;
  return { wall, again };
}

function isBefore(left: Clock, right: Clock): boolean {
  return temporal.PlainDateTime.compare(left.wall, right.wall) < 0;
}

/** Hours are matched by the clock, so that nine o'clock meets nine o'clock also after the clocks have changed. */
function placeOf({ wall, again }: Clock, { wall: from }: Clock, period: Period): number {
  const days = from.toPlainDate().until(wall.toPlainDate(), { largestUnit: 'day' }).days;
  switch (period) {
    case 'hour':
      return days * 24 + wall.hour - from.hour + (again ? 0.5 : 0);
    case 'day':
      return days;
    case 'week':
      // A week may begin up to six days before the range does.
      return Math.ceil(days / 7);
    case 'month':
      return (wall.year - from.year) * 12 + wall.month - from.month;
  }
}

function compare(left: Matched, right: Matched): number {
  return order(left.entity?.name ?? '', right.entity?.name ?? '') || order(left.key, right.key);
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
