// @vitest-environment node
// The period before, by examples, and in every zone around every change of clocks of 2026 against plain days and Intl.
import { describe, expect, test } from 'vitest';
import { rangeBefore } from '#src/launch/compare-range.ts';
import type { Counting } from '#src/launch/compare-range.ts';
import { presetRange } from '#src/range/mailbox-time.ts';
import { RANGE_PRESETS } from '#src/range/range-presets.ts';
import type { DatedPreset } from '#src/range/range-presets.ts';
import { changesIn, DAY, timesRead, offsetAt, wallAt, ZONES } from './zone-oracle.ts';

const HOUR = DAY / 24;
const TORONTO: Counting = { period: 'day', timeZone: 'America/Toronto', weekStart: 1 };
const range = (start: string, end: string) => ({ start, end });
const days = (first: string, last: string) => range(`${first}T00:00:00`, `${last}T23:59:59`);

describe('the range before a named one', () => {
  // Thursday, 12 March 2026, 11:30 in Toronto.
  const here = {
    now: Date.parse('2026-03-12T15:30:00Z'),
    timeZone: 'America/Toronto',
    weekStart: 1,
  } as const;
  test.each<[DatedPreset, string, string]>([
    ['today', '2026-03-11', '2026-03-11'],
    ['yesterday', '2026-03-10', '2026-03-10'],
    ['this-week', '2026-03-02', '2026-03-08'],
    ['last-week', '2026-02-23', '2026-03-01'],
    ['last-7-days', '2026-02-26', '2026-03-04'],
    ['this-month', '2026-02-01', '2026-02-28'],
    ['last-month', '2026-01-01', '2026-01-31'],
    ['last-30-days', '2026-01-11', '2026-02-09'],
  ])('%s: %s to %s', (preset, first, last) => {
    expect(rangeBefore(presetRange(preset, here), preset, TORONTO)).toEqual(days(first, last));
  });
});

describe('the range before an entered one', () => {
  test.each<[string, ReturnType<typeof range>, Partial<Counting>, ReturnType<typeof range>]>([
    ['a day', days('2026-03-01', '2026-03-01'), {}, days('2026-02-28', '2026-02-28')],
    ['days that are no month', days('2026-09-02', '2026-09-11'), {}, days('2026-08-23', '2026-09-01')],
    ['a month', days('2026-03-01', '2026-03-31'), {}, days('2026-02-01', '2026-02-28')],
    ['a quarter', days('2026-07-01', '2026-09-30'), {}, days('2026-04-01', '2026-06-30')],
    ['a year', days('2026-01-01', '2026-12-31'), {}, days('2025-01-01', '2025-12-31')],
    [
      'an end at the last minute is the end of its day',
      range('2026-03-01T00:00:00', '2026-03-31T23:59:00'),
      {},
      days('2026-02-01', '2026-02-28'),
    ],
    [
      'by day, days count as wholes, also one that an end at midnight takes in',
      range('2026-09-10T08:00:00', '2026-09-12T00:00:00'),
      {},
      days('2026-09-07', '2026-09-09'),
    ],
    [
      'by week, weeks do',
      days('2026-09-09', '2026-09-15'),
      { period: 'week' },
      days('2026-08-24', '2026-09-06'),
    ],
    [
      'weeks begin where the operator has them begin',
      days('2026-09-09', '2026-09-15'),
      { period: 'week', weekStart: 7 },
      days('2026-08-23', '2026-09-05'),
    ],
    [
      'by month, months do',
      days('2026-09-09', '2026-09-15'),
      { period: 'month' },
      days('2026-08-01', '2026-08-31'),
    ],
    [
      'by hour, hours do',
      range('2026-09-10T08:10:00', '2026-09-10T17:50:00'),
      { period: 'hour' },
      range('2026-09-09T22:00:00', '2026-09-10T07:59:59'),
    ],
    [
      'messages count to the second',
      range('2026-09-10T08:00:10', '2026-09-10T08:00:19'),
      { period: null },
      range('2026-09-10T08:00:00', '2026-09-10T08:00:09'),
    ],
    [
      'hours are those that pass: three of them before clocks go forward at two',
      range('2026-03-08T03:00:00', '2026-03-08T05:59:59'),
      { period: null },
      range('2026-03-07T23:00:00', '2026-03-08T01:59:59'),
    ],
    [
      'a time that comes twice is over when it has come twice',
      range('2026-11-01T00:00:00', '2026-11-01T01:59:59'),
      { period: null },
      range('2026-10-31T21:00:00', '2026-10-31T23:59:59'),
    ],
    [
      'days are those of the calendar, however long',
      range('2026-03-08T12:00:00', '2026-03-09T11:59:59'),
      { period: null },
      range('2026-03-07T12:00:00', '2026-03-08T11:59:59'),
    ],
  ])('%s', (_, entered, counting, before) => {
    expect(rangeBefore(entered, 'custom', { ...TORONTO, ...counting })).toEqual(before);
  });
});

// What is wrong is collected, not expected one by one: there are tens of thousands of cases.
describe('in every zone, around every change of 2026', () => {
  const CHANGES = ZONES.flatMap((timeZone) =>
    changesIn(2026, timeZone).map((change) => ({ timeZone, change })),
  );
  const DATED = RANGE_PRESETS.map(({ value }) => value).filter(
    (value): value is DatedPreset => value !== 'any' && value !== 'custom',
  );

  test('the range before a named one ends on the day before it begins', () => {
    const cases = CHANGES.flatMap(({ timeZone, change }) =>
      DATED.flatMap((preset) =>
        [-DAY, 0, 31 * DAY].map((away) => {
          const whole = presetRange(preset, { now: change + away, timeZone, weekStart: 1 });
          const before = rangeBefore(whole, preset, { ...TORONTO, timeZone });
          return { preset, whole, before };
        }),
      ),
    );
    const dayOf = (wire: string) => Date.parse(`${wire.slice(0, 10)}T00:00:00Z`) / DAY;
    const wrong = cases.filter(
      ({ whole, before }) =>
        !before.start.endsWith('T00:00:00') ||
        !before.end.endsWith('T23:59:59') ||
        dayOf(before.end) !== dayOf(whole.start) - 1,
    );
    expect(cases.length).toBeGreaterThan(5_000);
    expect(wrong).toEqual([]);
  });

  test('as many hours pass in the range before an entered one as in it', () => {
    const cases = CHANGES.flatMap(({ timeZone, change }) =>
      [-9, -5, -2, 0, 2].flatMap((away) =>
        [1, 3, 8].map((hours) => {
          const [from, length] = [change + away * HOUR, hours * HOUR];
          const at = (instant: number) => wallAt(instant, timeZone);
          return {
            timeZone,
            offsets: [-DAY, 0, DAY].map((side) => offsetAt(change + side, timeZone)),
            asked: range(at(from), at(from + length - 1_000)),
            meant: range(at(from - length), at(from - 1_000)),
          };
        }),
      ),
    );
    // A time that clocks read twice may stand for either: which, the range itself does not tell.
    const told = cases.filter(({ timeZone, offsets, asked }) =>
      [asked.start, asked.end].every((wire) => timesRead(wire, timeZone, offsets) === 1),
    );
    const wrong = told.filter(({ timeZone, asked, meant }) => {
      const before = rangeBefore(asked, 'custom', { period: null, timeZone, weekStart: 1 });
      return before.start !== meant.start || before.end !== meant.end;
    });
    expect(told.length).toBeGreaterThan(3_000);
    expect(wrong).toEqual([]);
  });
});
