// @vitest-environment node
// Instants, ages and durations in words.
import { describe, expect, test } from 'vitest';
import {
  formatCountdown,
  formatDayRange,
  formatDuration,
  formatEstimate,
  formatInstant,
  formatRelative,
  formatWhen,
  zoneLabel,
} from '#src/ui/time-format.ts';

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;
const DAY = 24 * H;

describe('a relative time', () => {
  const now = Date.UTC(2026, 8, 15, 12);
  test.each([
    [0, 'just now'],
    [-4.999 * S, 'just now'],
    [4.999 * S, 'just now'],
    [-5 * S, '5 s ago'],
    [-59.9 * S, '59 s ago'],
    [-MIN, '1 min ago'],
    [-4 * MIN - 59 * S, '4 min ago'],
    [-H, '1 h ago'],
    [21 * H + 30 * MIN, 'in 21 h'],
    [-DAY, '1 day ago'],
    [3 * DAY, 'in 3 days'],
  ])('at %d ms from now reads "%s"', (offset, words) => {
    expect(formatRelative(now + offset, now)).toBe(words);
  });
});

describe('a duration', () => {
  test.each([
    [-5 * S, '0 s'],
    [0, '0 s'],
    [45.9 * S, '45 s'],
    [4 * MIN + 50 * S, '4 min'],
    [H, '1 h'],
    [H + 20 * MIN, '1 h 20 min'],
    [DAY, '1 day'],
    [2 * DAY + 3 * H + 59 * MIN, '2 days 3 h'],
  ])('of %d ms reads "%s"', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });
});

describe('an estimate', () => {
  test.each([
    [0, 0, 'less than a minute'],
    [29 * S, 29 * S, 'less than a minute'],
    [2 * MIN, 3 * MIN, 'about 2–3 min'],
    [3 * MIN, 2 * MIN, 'about 2–3 min'],
    [20 * MIN, 20 * MIN, 'about 20 min'],
    [10 * S, 70 * S, 'about 1 min'],
    [0, 4 * MIN, 'about 1–4 min'],
    [50 * MIN, 80 * MIN, 'about 50 min to 1 h 20 min'],
  ])('between %d and %d ms reads "%s"', (low, high, words) => {
    expect(formatEstimate(low, high)).toBe(words);
  });
});

describe('a countdown', () => {
  test.each([
    [-1, '0:00'],
    [0, '0:00'],
    [1, '0:01'],
    [41_001, '0:42'],
    [42_000, '0:42'],
    [12 * MIN + 5 * S, '12:05'],
    [H + 2 * MIN + 5 * S, '1:02:05'],
  ])('with %d ms left reads "%s"', (left, words) => {
    expect(formatCountdown(left)).toBe(words);
  });
});

describe('an instant', () => {
  const at = Date.UTC(2026, 10, 23, 4, 2);

  test('is told in the zone that is asked for, and names it', () => {
    expect(formatInstant(at, { timeZone: 'America/Toronto' })).toBe('22 Nov 2026, 23:02 Toronto time');
    expect(formatInstant(at, { timeZone: 'UTC' })).toBe('23 Nov 2026, 04:02 UTC');
  });

  test('follows the change to winter time', () => {
    const zone = { timeZone: 'America/Toronto' };
    expect(formatInstant(Date.UTC(2026, 10, 1, 5, 30), zone)).toBe('1 Nov 2026, 01:30 Toronto time');
    expect(formatInstant(Date.UTC(2026, 10, 1, 7, 30), zone)).toBe('1 Nov 2026, 02:30 Toronto time');
  });

  test('falls back to UTC, and says so, for a zone that the browser does not know', () => {
    expect(formatInstant(at, { timeZone: 'Mars/Olympus' })).toBe('23 Nov 2026, 04:02 UTC');
  });

  test('takes the locale it is given', () => {
    expect(formatInstant(at, { timeZone: 'UTC', locale: 'de-DE' })).toBe('23. Nov. 2026, 04:02 UTC');
  });

  test.each([
    ['America/Toronto', Date.UTC(2026, 10, 23, 5, 0), 'today 23:02', -6 * H],
    ['America/Toronto', Date.UTC(2026, 10, 23, 5, 0), 'yesterday 23:02', 0],
    ['UTC', Date.UTC(2026, 10, 23, 23, 59), 'today 04:02', 0],
    ['UTC', Date.UTC(2026, 10, 22, 23, 59), 'tomorrow 04:02', 0],
    ['UTC', Date.UTC(2026, 10, 25), '23 Nov 2026, 04:02', 0],
  ])('counts calendar days of %s: seen at %d it was %s', (timeZone, now, words, shift) => {
    expect(formatWhen(at, now + shift, { timeZone })).toBe(words);
  });

  test('is yesterday also where the day between was 25 hours long', () => {
    const zone = { timeZone: 'America/Toronto' };
    const evening = Date.UTC(2026, 10, 1, 3, 30);
    const nextDayLate = Date.UTC(2026, 10, 2, 4, 45);
    expect(formatWhen(evening, nextDayLate, zone)).toBe('yesterday 23:30');
  });
});

test.each([
  ['America/Toronto', 'Toronto time'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
  ['Etc/UTC', 'UTC'],
  ['UTC', 'UTC'],
])('the zone %s is called %s', (zone, label) => {
  expect(zoneLabel(zone)).toBe(label);
});

test.each([
  ['2026-09-01', '2026-09-30', '1–30 Sep 2026'],
  ['2026-09-01', '2026-09-01', '1 Sep 2026'],
  ['2026-09-28', '2026-10-04', '28 Sep – 4 Oct 2026'],
  ['2025-12-29', '2026-01-04', '29 Dec 2025 – 4 Jan 2026'],
  ['soon', '2026-01-04', 'soon to 2026-01-04'],
])('the days %s to %s read "%s"', (first, last, words) => {
  expect(formatDayRange(first, last)).toBe(words);
});
