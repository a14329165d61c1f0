// @vitest-environment node
// Periods in time zones: they tile every range, on ordinary days and on days when the clocks change.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instantOf, isoIn, periodGrid, startOfDay } from '#src/sandbox/calendar.ts';
import type { Period, Slot } from '#src/sandbox/calendar.ts';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'America/Toronto',
  'America/St_Johns',
  'America/Havana',
  'Europe/London',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
] as const;
const PERIODS: readonly Period[] = ['hour', 'day', 'week', 'month'];
const FAR = Date.UTC(2090, 0, 1);

const zone = fc.constantFrom(...ZONES);
const wallTime = fc.integer({ min: Date.UTC(2012, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 });

function slotsOf(timeZone: string, period: Period, start: string, end: string, cutoffMs = FAR): Slot[] {
  const wall = (time: string) => Date.parse(`${time}Z`);
  const grid = periodGrid({ timeZone, period, startWallMs: wall(start), endWallMs: wall(end), cutoffMs });
  return Array.from({ length: grid.count }, (_, i) => grid.slot(i));
}

test('periods follow each other without a gap and hold both ends of the range', () => {
  fc.assert(
    fc.property(
      zone,
      fc.constantFrom(...PERIODS),
      wallTime,
      fc.nat(60 * 24 * 40),
      (timeZone, period, from, minutes) => {
        const startWallMs = from * 60_000;
        const endWallMs = startWallMs + minutes * 60_000;
        const grid = periodGrid({ timeZone, period, startWallMs, endWallMs, cutoffMs: FAR });
        const slots = Array.from({ length: grid.count }, (_, i) => grid.slot(i));
        const first = slots[0];
        const last = slots.at(-1);
        expect(first?.startMs).toBeLessThanOrEqual(instantOf(timeZone, startWallMs));
        expect(first?.endMs).toBeGreaterThan(instantOf(timeZone, startWallMs));
        expect(last?.startMs).toBeLessThanOrEqual(instantOf(timeZone, endWallMs, 'last'));
        expect(last?.endMs).toBeGreaterThan(instantOf(timeZone, endWallMs));
        slots.forEach((slot, i) => {
          expect(slot.endMs).toBeGreaterThan(slot.startMs);
          expect(slot.startMs).toBe(i === 0 ? first?.startMs : slots[i - 1]?.endMs);
          expect(Date.parse(slot.startDateTime)).toBe(slot.startMs);
        });
      },
    ),
  );
});

test('every hour begins at a full hour of the clocks, and no full hour lies inside one', () => {
  const minuteOf = (timeZone: string, ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).minute;
  fc.assert(
    fc.property(zone, wallTime, (timeZone, from) => {
      const startWallMs = from * 60_000;
      const range = { timeZone, startWallMs, endWallMs: startWallMs + 30 * HOUR, cutoffMs: FAR };
      const grid = periodGrid({ ...range, period: 'hour' });
      for (let i = 0; i < grid.count; i += 1) {
        const { startMs, endMs } = grid.slot(i);
        expect(minuteOf(timeZone, startMs)).toBe(0);
        for (let ms = startMs + HOUR / 2; ms < endMs; ms += HOUR / 2)
          expect(minuteOf(timeZone, ms)).not.toBe(0);
      }
    }),
  );
});

test('a day begins where Temporal says it begins', () => {
  fc.assert(
    fc.property(zone, wallTime, (timeZone, minutes) => {
      const day = Math.floor(minutes / 1440);
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
      const expected = date.toZonedDateTime(timeZone);
      expect(startOfDay(timeZone, day)).toBe(expected.epochMilliseconds);
      expect(isoIn(timeZone, expected.epochMilliseconds)).toBe(
        expected.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
      );
    }),
  );
});

test.each([
  ['America/Toronto', '2026-03-08', 23],
  ['America/Toronto', '2026-11-01', 25],
  ['America/Toronto', '2026-06-01', 24],
  ['Europe/London', '2026-03-29', 23],
  ['Europe/London', '2026-10-25', 25],
  ['Pacific/Auckland', '2026-04-05', 25],
  ['Australia/Lord_Howe', '2026-04-05', 24],
  ['Australia/Lord_Howe', '2026-10-04', 23],
  ['Asia/Kolkata', '2026-03-29', 24],
])('%s has on %s %i hours', (timeZone, date, hours) => {
  expect(slotsOf(timeZone, 'hour', `${date}T00:00:00`, `${date}T23:59:59`)).toHaveLength(hours);
});

test('the repeated hour of an autumn night appears twice, with both offsets', () => {
  const starts = slotsOf('America/Toronto', 'hour', '2026-11-01T00:00:00', '2026-11-01T03:00:00').map(
    (slot) => slot.startDateTime,
  );
  expect(starts).toEqual([
    '2026-11-01T00:00:00-04:00',
    '2026-11-01T01:00:00-04:00',
    '2026-11-01T01:00:00-05:00',
    '2026-11-01T02:00:00-05:00',
    '2026-11-01T03:00:00-05:00',
  ]);
});

test('where clocks move by half an hour the hour at the change lasts 90 minutes', () => {
  const slots = slotsOf('Australia/Lord_Howe', 'hour', '2026-04-05T00:00:00', '2026-04-05T03:00:00');
  expect(slots.map((slot) => (slot.endMs - slot.startMs) / 60_000)).toEqual([60, 90, 60, 60]);
});

test('a wall-clock time that comes twice has two instants, one that never comes has the end of the gap', () => {
  const at = (time: string, side: 'first' | 'last') =>
    new Date(instantOf('America/Toronto', Date.parse(`${time}Z`), side)).toISOString();
  expect(at('2026-11-01T01:30:00', 'first')).toBe('2026-11-01T05:30:00.000Z');
  expect(at('2026-11-01T01:30:00', 'last')).toBe('2026-11-01T06:30:00.000Z');
  expect(at('2026-03-08T02:30:00', 'first')).toBe('2026-03-08T07:00:00.000Z');
  expect(at('2026-03-08T02:30:00', 'last')).toBe('2026-03-08T07:00:00.000Z');
});

test('both halves of a 90-minute hour are the same period', () => {
  const wall = (time: string) => Date.parse(`${time}Z`);
  const grid = periodGrid({
    timeZone: 'Australia/Lord_Howe',
    period: 'hour',
    startWallMs: wall('2026-04-05T00:00:00'),
    endWallMs: wall('2026-04-05T01:15:00'),
    cutoffMs: Date.parse('2026-04-05T01:40:00+10:30'),
  });
  expect([grid.count, grid.open]).toEqual([2, true]);
});

test.each(PERIODS)('a range that ends in the current %s is open', (period) => {
  const cutoffMs = Date.parse('2026-03-10T12:30:00-04:00');
  const endWallMs = Date.parse('2026-03-10T12:00:00Z');
  const range = { timeZone: 'America/Toronto', period, startWallMs: endWallMs, endWallMs, cutoffMs };
  expect(periodGrid(range)).toMatchObject({ count: 1, open: true });
});

test('an end at exactly midnight pulls in the next day', () => {
  const slots = slotsOf('America/Toronto', 'day', '2026-03-07T00:00:00', '2026-03-09T00:00:00');
  expect(slots.map((slot) => slot.startDateTime)).toEqual([
    '2026-03-07T00:00:00-05:00',
    '2026-03-08T00:00:00-05:00',
    '2026-03-09T00:00:00-04:00',
  ]);
});

test('weeks begin on Monday and months on the first, even when the range begins later', () => {
  const weeks = slotsOf('Europe/London', 'week', '2026-03-04T10:00:00', '2026-03-16T00:00:00');
  expect(weeks.map((slot) => slot.startDateTime.slice(0, 10))).toEqual([
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
  ]);
  const months = slotsOf('Europe/London', 'month', '2025-12-31T10:00:00', '2026-02-01T00:00:00');
  expect(months.map((slot) => slot.startDateTime.slice(0, 10))).toEqual([
    '2025-12-01',
    '2026-01-01',
    '2026-02-01',
  ]);
});

test.each(PERIODS)('no %s begins after the cut-off, and a range that reaches it is open', (period) => {
  const cutoffMs = Date.parse('2026-03-10T12:30:00-04:00');
  const wall = (time: string) => Date.parse(`${time}Z`);
  const range = { timeZone: 'America/Toronto', period, startWallMs: wall('2026-01-01T00:00:00'), cutoffMs };
  const reaching = periodGrid({ ...range, endWallMs: wall('2027-01-01T00:00:00') });
  const last = reaching.slot(reaching.count - 1);
  expect(last.startMs).toBeLessThanOrEqual(cutoffMs);
  expect(last.endMs).toBeGreaterThan(cutoffMs);
  expect(reaching.open).toBe(true);
  expect(periodGrid({ ...range, endWallMs: wall('2026-02-10T00:00:00') }).open).toBe(false);
  const future = periodGrid({
    ...range,
    startWallMs: wall('2026-06-01T00:00:00'),
    endWallMs: wall('2026-07-01T00:00:00'),
  });
  expect([future.count, future.open]).toEqual([0, true]);
});

test('26 years of hours are counted without walking through them', () => {
  const grid = periodGrid({
    timeZone: 'America/Toronto',
    period: 'hour',
    startWallMs: Date.UTC(2000, 0, 1),
    endWallMs: Date.UTC(2025, 11, 31, 23),
    cutoffMs: FAR,
  });
  // Whole years of daylight saving: lost and repeated hours even out.
  expect(grid.count).toBe((Date.UTC(2026, 0, 1) - Date.UTC(2000, 0, 1)) / HOUR);
  expect(grid.slot(grid.count - 1).startDateTime).toBe('2025-12-31T23:00:00-05:00');
});
