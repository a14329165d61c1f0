// @vitest-environment node
// What clocks do in a range, in every zone and around every change of 2026, against Intl.
import { describe, expect, test } from 'vitest';
import { clockChanges, ownTimeOf, readingsOf } from '#src/range/range-clock.ts';
import { changesIn, DAY, hoursOf, offsetAt, timesRead, wallAt, ZONES } from '../launch/zone-oracle.ts';

const HOUR = DAY / 24;
const CHANGES = ZONES.flatMap((timeZone) => changesIn(2026, timeZone).map((at) => ({ timeZone, at })));
const dayFrom = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const wholeDays = (first: string, last = first) => ({ start: `${first}T00:00:00`, end: `${last}T23:59:59` });

describe('in every zone, around every change of 2026', () => {
  test('there is something to look at', () => {
    expect(CHANGES.length).toBeGreaterThan(150);
    expect(new Set(CHANGES.map(({ timeZone }) => timeZone))).toContain('Australia/Lord_Howe');
  });

  test('a day is flagged just where it is not 24 hours long, with the hours that it has', () => {
    const lengths = new Set<number>();
    for (const { timeZone, at } of CHANGES) {
      const middle = wallAt(at, timeZone).slice(0, 10);
      for (const days of [-1, 0, 1]) {
        const day = dayFrom(middle, days);
        const hours = hoursOf(day, timeZone);
        const { changes } = clockChanges(wholeDays(day), timeZone, 3);
        const direction = hours < 24 ? 'forward' : 'back';
        expect([timeZone, changes]).toEqual([timeZone, hours === 24 ? [] : [{ day, hours, direction }]]);
        lengths.add(hours);
      }
    }
    expect([...lengths].toSorted((a, b) => a - b)).toEqual(expect.arrayContaining([23, 23.5, 24, 24.5, 25]));
  });

  test('a month around it has no other flag', () => {
    for (const { timeZone, at } of CHANGES) {
      const middle = wallAt(at, timeZone).slice(0, 10);
      const [first, last] = [dayFrom(middle, -10), dayFrom(middle, 10)];
      const inside = CHANGES.filter(
        (other) =>
          other.timeZone === timeZone &&
          wallAt(other.at - 1, timeZone) >= first &&
          wallAt(other.at, timeZone).slice(0, 10) <= last,
      );
      expect(clockChanges(wholeDays(first, last), timeZone, 9).changes).toHaveLength(inside.length);
    }
  });

  test('a time that is skipped, or comes twice, is told from all others', () => {
    const kinds = ['never', 'once', 'twice'];
    const seen = new Set<string>();
    for (const { timeZone, at } of CHANGES) {
      const offsets = [offsetAt(at - 1000, timeZone), offsetAt(at, timeZone)];
      const edges = [at - 1000 + (offsets[0] ?? 0), at + (offsets[1] ?? 0)];
      for (const edge of edges) {
        for (const away of [-HOUR, -1000, 0, 1000, HOUR / 2, HOUR, 2 * HOUR]) {
          const wire = new Date(edge + away).toISOString().slice(0, 19);
          const { kind } = readingsOf(wire, timeZone);
          expect([timeZone, wire, kind]).toEqual([timeZone, wire, kinds[timesRead(wire, timeZone, offsets)]]);
          seen.add(kind);
        }
      }
    }
    expect(seen.size).toBe(3);
  });

  test('the viewer’s own clocks are told as they stand then', () => {
    const viewers = ['Europe/Berlin', 'America/Toronto', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'UTC'];
    for (const { timeZone, at } of CHANGES) {
      for (const instant of [at - 5 * HOUR, at + 5 * HOUR]) {
        for (const viewer of viewers) {
          expect(ownTimeOf(wallAt(instant, timeZone), timeZone, viewer)).toBe(wallAt(instant, viewer));
        }
      }
    }
  });
});

describe('odd days', () => {
  test.each([
    ['Asia/Beirut', '2026-03-29', { direction: 'forward', hours: 23 }],
    ['Asia/Beirut', '2026-10-24', { direction: 'back', hours: 25 }],
    ['Africa/Cairo', '2026-04-24', { direction: 'forward', hours: 23 }],
    ['America/Santiago', '2026-09-06', { direction: 'forward', hours: 23 }],
    ['America/Asuncion', '2023-10-01', { direction: 'forward', hours: 23 }],
    ['Australia/Lord_Howe', '2026-04-05', { direction: 'back', hours: 24.5 }],
    ['Australia/Lord_Howe', '2026-10-04', { direction: 'forward', hours: 23.5 }],
    ['Antarctica/Troll', '2026-03-29', { direction: 'forward', hours: 22 }],
    ['Pacific/Apia', '2011-12-30', { direction: 'forward', hours: 0 }],
  ])('in %s, %s', (timeZone, day, change) => {
    const around = wholeDays(dayFrom(day, -2), dayFrom(day, 2));
    expect(clockChanges(around, timeZone, 3)).toEqual({ changes: [{ day, ...change }], more: false });
  });

  test('of many, the first are told, and that there are more', () => {
    const { changes, more } = clockChanges(wholeDays('2020-01-01', '2026-12-31'), 'Europe/London', 3);
    expect(changes.map(({ day }) => day)).toEqual(['2020-03-29', '2020-10-25', '2021-03-28']);
    expect(more).toBe(true);
    expect(clockChanges(wholeDays('2020-01-01', '2020-12-31'), 'Europe/London', 2).more).toBe(false);
  });

  test('a change outside of the hours asked for is not in the range', () => {
    const [start, end] = ['2026-11-01T03:00:00', '2026-11-01T23:59:59'];
    expect(clockChanges({ start, end }, 'America/Toronto', 3).changes).toEqual([]);
  });

  test('a zone that nobody knows counts as UTC', () => {
    expect(clockChanges(wholeDays('2026-01-01', '2026-12-31'), 'Mars/Olympus', 3).changes).toEqual([]);
    expect(readingsOf('2026-03-08T02:30:00', 'Mars/Olympus')).toEqual({ kind: 'once' });
  });

  test('a skipped time comes with what the clocks read before and after', () => {
    expect(readingsOf('2026-03-08T02:30:00', 'America/Toronto')).toEqual({
      kind: 'never',
      before: '2026-03-08T02:00:00',
      after: '2026-03-08T03:00:00',
    });
    expect(readingsOf('2026-04-24T00:00:00', 'Africa/Cairo')).toEqual({
      kind: 'never',
      before: '2026-04-24T00:00:00',
      after: '2026-04-24T01:00:00',
    });
  });
});
