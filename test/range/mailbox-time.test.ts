// @vitest-environment node
// Presets and periods against two other ways of counting: Intl for what day it is, the sandbox's calendar for periods.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERIODS } from '#src/contract/reports.ts';
import { presetRange, snappedPeriods, wallTimeAt, wholeRange, wireTime } from '#src/range/mailbox-time.ts';
import { RANGE_PRESETS } from '#src/range/range-presets.ts';
import type { DatedPreset } from '#src/range/range-presets.ts';
import type { Weekday } from '#src/range/week-start.ts';
import { periodGrid } from '#src/sandbox/calendar.ts';

const DAY = 86_400_000;
const ZONES = Intl.supportedValuesOf('timeZone');
/**
 * Where clocks change by an hour or two, at midnight, in the south, on other dates, or not at all; and offsets of odd minutes. Not Lord
 * Howe and Chatham: their changes cut an hour in two, and how the API counts the pieces is not known.
 */
const ODD_ZONES = [
  'America/Toronto',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Havana',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Pyongyang',
  'Australia/Adelaide',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
  'UTC',
];
const DATED = RANGE_PRESETS.map(({ value }) => value).filter(
  (value): value is DatedPreset => value !== 'any' && value !== 'custom',
);

const at = (iso: string, timeZone: string, weekStart: Weekday = 1) => ({
  now: Date.parse(iso),
  timeZone,
  weekStart,
});

describe('presets', () => {
  // Thursday, 12 March 2026.
  const here = at('2026-03-12T15:30:00Z', 'America/Toronto');
  test.each<[DatedPreset, string, string]>([
    ['today', '2026-03-12', '2026-03-12'],
    ['yesterday', '2026-03-11', '2026-03-11'],
    ['this-week', '2026-03-09', '2026-03-12'],
    ['last-week', '2026-03-02', '2026-03-08'],
    ['last-7-days', '2026-03-05', '2026-03-11'],
    ['this-month', '2026-03-01', '2026-03-12'],
    ['last-month', '2026-02-01', '2026-02-28'],
    ['last-30-days', '2026-02-10', '2026-03-11'],
  ])('%s is %s to %s', (preset, first, last) => {
    expect(presetRange(preset, here)).toEqual({ start: `${first}T00:00:00`, end: `${last}T23:59:59` });
  });

  test.each<[string, DatedPreset, ReturnType<typeof at>, string, string]>([
    [
      'the day is the one in the mailbox’s zone',
      'today',
      at('2026-03-12T23:30:00Z', 'Pacific/Auckland'),
      '2026-03-13',
      '2026-03-13',
    ],
    [
      'an hour before midnight it is still today',
      'today',
      at('2026-03-13T03:59:59Z', 'America/Toronto'),
      '2026-03-12',
      '2026-03-12',
    ],
    [
      'at midnight it is the next day',
      'today',
      at('2026-03-13T04:00:00Z', 'America/Toronto'),
      '2026-03-13',
      '2026-03-13',
    ],
    [
      'the day on which clocks go forward is a whole day',
      'yesterday',
      at('2026-03-09T12:00:00Z', 'America/Toronto'),
      '2026-03-08',
      '2026-03-08',
    ],
    [
      'the day on which clocks go back is a whole day',
      'yesterday',
      at('2026-10-26T12:00:00Z', 'Europe/London'),
      '2026-10-25',
      '2026-10-25',
    ],
    [
      'a week may begin on Sunday',
      'this-week',
      at('2026-03-12T12:00:00Z', 'UTC', 7),
      '2026-03-08',
      '2026-03-12',
    ],
    [
      'on the first day of a week the week is one day old',
      'this-week',
      at('2026-03-08T12:00:00Z', 'UTC', 7),
      '2026-03-08',
      '2026-03-08',
    ],
    [
      'a week may begin on Saturday',
      'last-week',
      at('2026-03-12T12:00:00Z', 'UTC', 6),
      '2026-02-28',
      '2026-03-06',
    ],
    [
      'the month before January is December',
      'last-month',
      at('2026-01-31T12:00:00Z', 'UTC'),
      '2025-12-01',
      '2025-12-31',
    ],
    [
      'the month before March has 29 days in a leap year',
      'last-month',
      at('2028-03-31T12:00:00Z', 'UTC'),
      '2028-02-01',
      '2028-02-29',
    ],
    [
      'a zone that nobody knows counts as UTC',
      'today',
      at('2026-03-12T23:30:00Z', 'Mars/Olympus'),
      '2026-03-12',
      '2026-03-12',
    ],
  ])('%s', (_, preset, here, first, last) => {
    expect(presetRange(preset, here)).toEqual({ start: `${first}T00:00:00`, end: `${last}T23:59:59` });
  });

  test('in every zone and at every time, each preset has the days that its name says', () => {
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });
    const weekStarts = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), weekStarts, (now, timeZone, weekStart) => {
        const days = (preset: DatedPreset) => {
          const { start, end } = presetRange(preset, { now, timeZone, weekStart });
          expect(`${start} ${end}`).toMatch(/^\d{4}-\d\d-\d\dT00:00:00 \d{4}-\d\d-\d\dT23:59:59$/);
          return [
            Date.parse(`${start.slice(0, 10)}Z`) / DAY,
            Date.parse(`${end.slice(0, 10)}Z`) / DAY,
          ] as const;
        };
        const today = Date.parse(`${new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)}Z`) / DAY;
        const weekday = (day: number) => new Date(day * DAY).getUTCDay() || 7;
        const dayOfMonth = (day: number) => new Date(day * DAY).getUTCDate();
        const [weekBegins, weekEnds] = days('this-week');
        const [monthBegins, monthEnds] = days('this-month');
        const [lastMonthBegins, lastMonthEnds] = days('last-month');
        expect(days('today')).toEqual([today, today]);
        expect(days('yesterday')).toEqual([today - 1, today - 1]);
        expect(weekEnds).toBe(today);
        expect(weekday(weekBegins)).toBe(weekStart);
        expect(today - weekBegins).toBeLessThan(7);
        expect(days('last-week')).toEqual([weekBegins - 7, weekBegins - 1]);
        expect(days('last-7-days')).toEqual([today - 7, today - 1]);
        expect(days('last-30-days')).toEqual([today - 30, today - 1]);
        expect([dayOfMonth(monthBegins), monthEnds]).toEqual([1, today]);
        expect(today - monthBegins).toBe(dayOfMonth(today) - 1);
        expect([dayOfMonth(lastMonthBegins), lastMonthEnds]).toEqual([1, monthBegins - 1]);
        expect(lastMonthEnds - lastMonthBegins).toBe(dayOfMonth(lastMonthEnds) - 1);
      }),
      { numRuns: 400 },
    );
  });

  test('every named range has a row here', () => {
    expect(DATED).toHaveLength(8);
  });
});

describe('snapped periods', () => {
  test.each([
    ['hour', '2026-09-01T09:20:00', '2026-09-01T11:00:00', '2026-09-01T09:00:00', '2026-09-01T11:59:59', 3],
    ['day', '2026-09-01T00:00:00', '2026-09-30T23:59:59', '2026-09-01T00:00:00', '2026-09-30T23:59:59', 30],
    ['day', '2026-09-01T00:00:00', '2026-10-01T00:00:00', '2026-09-01T00:00:00', '2026-10-01T23:59:59', 31],
    ['week', '2026-09-01T00:00:00', '2026-09-30T23:59:59', '2026-08-31T00:00:00', '2026-10-04T23:59:59', 5],
    ['month', '2026-01-31T12:00:00', '2026-03-01T00:00:00', '2026-01-01T00:00:00', '2026-03-31T23:59:59', 3],
    ['month', '2028-02-29T00:00:00', '2028-02-29T23:59:59', '2028-02-01T00:00:00', '2028-02-29T23:59:59', 1],
  ] as const)('by %s, %s to %s counts from %s to %s', (period, start, end, first, last, count) => {
    const snapped = snappedPeriods({ start, end }, period);
    expect([snapped.first.start, snapped.last.end, snapped.count]).toEqual([first, last, count]);
  });

  test.each([
    [1, '2026-08-31T00:00:00', '2026-10-04T23:59:59', 5],
    [7, '2026-08-30T00:00:00', '2026-10-03T23:59:59', 5],
    [6, '2026-08-29T00:00:00', '2026-10-02T23:59:59', 5],
    [3, '2026-08-26T00:00:00', '2026-10-06T23:59:59', 6],
  ] as const)('weeks may begin on day %d', (weekStart, first, last, count) => {
    const range = { start: '2026-09-01T00:00:00', end: '2026-09-30T23:59:59' };
    const snapped = snappedPeriods(range, 'week', 'UTC', weekStart);
    expect([snapped.first.start, snapped.last.end, snapped.count]).toEqual([first, last, count]);
  });

  test.each([
    ['an hour that passes twice, at the end of the range', '2026-11-01T00:00:00', '2026-11-01T01:59:59', 3],
    ['an hour that passes twice, at its beginning', '2026-11-01T01:00:00', '2026-11-01T02:00:00', 3],
    ['an hour that the clocks skip', '2026-03-08T02:10:00', '2026-03-08T03:30:00', 1],
  ])('in Toronto, %s is counted as it passes', (_, start, end, count) => {
    expect(snappedPeriods({ start, end }, 'hour', 'America/Toronto').count).toBe(count);
  });

  test.each([
    ['America/Toronto', '2026-03-08', 23],
    ['America/Toronto', '2026-11-01', 25],
    ['America/Toronto', '2026-11-02', 24],
    ['Australia/Lord_Howe', '2026-04-05', 24],
  ])('in %s, %s has %d hours', (timeZone, day, count) => {
    const range = { start: `${day}T00:00:00`, end: `${day}T23:59:59` };
    expect(snappedPeriods(range, 'hour', timeZone).count).toBe(count);
  });

  test('however a zone’s clocks change, they are the periods that the API counts', () => {
    const seconds = fc.integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 });
    const lengths = fc.integer({ min: 0, max: 40 * 86_400 });
    fc.assert(
      fc.property(
        seconds,
        lengths,
        fc.constantFrom(...ODD_ZONES),
        fc.constantFrom(...PERIODS),
        (from, length, timeZone, period) => {
          const wire = (ms: number) => new Date(ms).toISOString().slice(0, 19);
          const [startWallMs, endWallMs] = [from * 1000, (from + length) * 1000];
          const grid = periodGrid({
            timeZone,
            period,
            startWallMs,
            endWallMs,
            cutoffMs: Date.UTC(2090, 0, 1),
          });
          const snapped = snappedPeriods(
            { start: wire(startWallMs), end: wire(endWallMs) },
            period,
            timeZone,
          );
          expect(snapped.count).toBe(grid.count);
          expect(snapped.first.start <= wire(startWallMs) && snapped.first.end >= wire(startWallMs)).toBe(
            true,
          );
          expect(snapped.last.start <= wire(endWallMs) && snapped.last.end >= wire(endWallMs)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('wire times', () => {
  test.each([
    ['2026-09-01T08:30', '2026-09-01T08:30:00'],
    ['2026-09-01T08:30:15', '2026-09-01T08:30:15'],
    ['2026-02-29T08:30', null],
    ['2026-09-01T24:00', null],
    ['next week', null],
    ['', null],
  ])('%s goes out as %s', (text, wire) => {
    expect(wireTime(text)).toBe(wire);
  });

  test.each([
    ['2026-09-01', '2026-09-01T00:00:00'],
    ['2026-09-01T08:30:15.5', '2026-09-01T08:30:15'],
    ['2026-09-01T08:30:15+05:00', '2026-09-01T08:30:15'],
    ['2026-09-01T08:30:15Z', null],
  ])('%s goes out neither as a bare date nor with a suffix', (text, wire) => {
    expect(wireTime(text)).toBe(wire);
  });

  test.each([
    ['2026-09-01T08:30', '2026-09-01T08:30', { start: '2026-09-01T08:30:00', end: '2026-09-01T08:30:00' }],
    ['2026-09-01T08:30', '2026-09-01T08:29:59', null],
    ['', '2026-09-01T08:30', null],
    ['2026-09-01T08:30', '2026-09-31T08:30', null],
  ])('from %s to %s is a range where it has both ends in their order', (start, end, range) => {
    expect(wholeRange({ start, end })).toEqual(range);
  });

  test('an instant is read on the mailbox’s clocks', () => {
    expect(wallTimeAt(Date.parse('2026-03-08T07:00:00.9Z'), 'America/Toronto')).toBe('2026-03-08T03:00:00');
  });
});
