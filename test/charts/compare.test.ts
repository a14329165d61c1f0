// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Period } from '#src/contract/reports.ts';
import type { ResultRow } from '#src/contract/envelope.ts';
import { compareSteps, isEqual } from '#src/charts/compare-rows.ts';
import { changeOf, changeText, differenceOf, differenceText } from '#src/charts/difference.ts';
import { matchSteps } from '#src/charts/match-rows.ts';
import type { Side } from '#src/charts/match-rows.ts';
import { splitsOf } from '#src/charts/splits.ts';
import { allAtOnce } from '#src/rows/sort-rows.ts';
import { columnsOf, dayRow, measureOf, TORONTO } from './charted.ts';

function side(rows: readonly ResultRow[], start: string | null, more: Partial<Side> = {}): Side {
  const split = splitsOf(columnsOf(rows))[0] ?? null;
  return { rows, timeKey: 'startDateTime', timeZone: TORONTO, start, split, ...more };
}

const at = (startDateTime: string, more: ResultRow = {}): ResultRow => ({ startDateTime, ...more });

/** Pairs of starts, as they were matched. */
function pairs(here: Side, there: Side, period: Period) {
  return allAtOnce(matchSteps(here, there, period)).map((row) => [
    row.here?.['startDateTime'] ?? null,
    row.there?.['startDateTime'] ?? null,
  ]);
}

describe('rows of two runs', () => {
  it('are matched by their place in ranges that differ', () => {
    const here = side(
      [at('2026-08-01T00:00:00-04:00'), at('2026-08-03T00:00:00-04:00')],
      '2026-08-01T00:00:00',
    );
    const there = side(
      [at('2026-07-01T00:00:00-04:00'), at('2026-07-02T00:00:00-04:00')],
      '2026-07-01T00:00:00Z',
    );
    expect(pairs(here, there, 'day')).toEqual([
      ['2026-08-01T00:00:00-04:00', '2026-07-01T00:00:00-04:00'],
      [null, '2026-07-02T00:00:00-04:00'],
      ['2026-08-03T00:00:00-04:00', null],
    ]);
  });

  const cases: [name: string, period: Period, here: [string, string], there: [string, string]][] = [
    [
      'weeks, though the first of each begins on another day of its range',
      'week',
      ['2026-09-01T00:00:00', '2026-08-31T00:00:00-04:00'],
      ['2026-08-03T00:00:00', '2026-08-03T00:00:00-04:00'],
    ],
    [
      'months of different lengths',
      'month',
      ['2026-01-15T00:00:00', '2026-03-01T00:00:00-05:00'],
      ['2025-12-31T00:00:00', '2026-02-01T00:00:00-05:00'],
    ],
    [
      'hours by the clock, also after it has changed',
      'hour',
      ['2026-10-31T00:00:00', '2026-11-01T09:00:00-05:00'],
      ['2026-10-24T00:00:00', '2026-10-25T09:00:00-04:00'],
    ],
    [
      'days of mailboxes in different zones',
      'day',
      ['2026-09-01T00:00:00', '2026-09-02T00:00:00-04:00'],
      ['2026-09-01T00:00:00', '2026-09-02T00:00:00'],
    ],
  ];

  it.each(cases)('match %s', (_, period, [start, row], [otherStart, otherRow]) => {
    expect(pairs(side([at(row)], start), side([at(otherRow)], otherStart), period)).toEqual([
      [row, otherRow],
    ]);
  });

  it('keep the hour that the clocks show twice apart', () => {
    const rows = ['2026-11-01T01:00:00-04:00', '2026-11-01T01:00:00-05:00'].map((start) => at(start));
    const there = side([at('2026-11-01T01:00:00-05:00')], '2026-11-01T00:00:00');
    expect(pairs(side(rows, '2026-11-01T00:00:00'), there, 'hour')).toEqual([
      ['2026-11-01T01:00:00-04:00', null],
      ['2026-11-01T01:00:00-05:00', '2026-11-01T01:00:00-05:00'],
    ]);
  });

  it('are matched by user within a period, by name where one run has no names', () => {
    const named = (userId: string, userName: string) => at('2026-09-01T00:00:00', { userId, userName });
    const here = side([named('u2', 'Zoe'), named('u1', 'Ann')], null);
    const there = side(
      [at('2026-09-01T00:00:00', { userId: 'u1' }), at('2026-09-01T00:00:00', { userId: 'u3' })],
      null,
    );
    const matched = allAtOnce(matchSteps(here, there, 'day'));
    expect(matched.map((row) => [row.entity?.name, row.here !== null, row.there !== null])).toEqual([
      ['Ann', true, true],
      ['Zoe', true, false],
      ['u3', false, true],
    ]);
  });

  it('begin with the first that there is where the range is not known', () => {
    expect(
      pairs(side([at('2026-08-05T00:00:00')], null), side([at('2026-07-02T00:00:00')], null), 'day'),
    ).toEqual([['2026-08-05T00:00:00', '2026-07-02T00:00:00']]);
  });

  it('are kept where they have no time', () => {
    expect(pairs(side([{ id: 'a' }], null), side([at('2026-07-02T00:00:00')], null), 'day')).toEqual([
      [null, '2026-07-02T00:00:00'],
      [null, null],
    ]);
  });
});

const RECEIVED = measureOf([{ received: 1 }], 'received');

/** Rows of a week for some users, in any order, some missing. */
const anyRows = fc
  .uniqueArray(fc.tuple(fc.nat(6), fc.constantFrom('a', 'b', 'c')), { selector: String })
  .chain((places) =>
    fc.tuple(
      fc.constant(places),
      fc.array(fc.tuple(fc.option(fc.nat(5)), fc.constantFrom(null, 'Ann', 'Ben')), {
        minLength: places.length,
        maxLength: places.length,
      }),
    ),
  )
  .map(([places, values]) =>
    places.map(([day, userId], index) => {
      const [received, userName] = values[index] ?? [null, null];
      return dayRow(`2026-09-0${day + 1}`, received, { userId, userName });
    }),
  );

describe('a comparison', () => {
  const withUsers = (rows: readonly ResultRow[]) =>
    side(rows, '2026-09-01T00:00:00', {
      split: splitsOf(columnsOf([{ userId: 'a', userName: 'Ann' }]))[0] ?? null,
    });
  const compare = (here: readonly ResultRow[], there: readonly ResultRow[]) =>
    allAtOnce(
      compareSteps({ here: withUsers(here), there: withUsers(there), period: 'day', measure: RECEIVED }),
    );

  it('swapped is the same with the other sign', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (left, right) => {
        const one = compare(left, right);
        const other = compare(right, left);
        expect(other.map(({ key }) => key)).toEqual(one.map(({ key }) => key));
        for (const [place, row] of one.entries()) {
          const swapped = other[place];
          if (swapped === undefined) throw new Error('a row is gone');
          expect([swapped.here, swapped.there]).toEqual([row.there, row.here]);
          expect(swapped.entity).toEqual(row.entity);
          const difference = differenceOf(row.figures);
          expect(differenceOf(swapped.figures)).toBe(difference === null ? null : 0 - difference);
          expect(isEqual(swapped)).toBe(isEqual(row));
        }
      }),
    );
  });

  it('has every row of both sides once', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (left, right) => {
        const compared = compare(left, right);
        expect(new Set(compared.flatMap(({ here }) => here ?? []))).toEqual(new Set(left));
        expect(new Set(compared.flatMap(({ there }) => there ?? []))).toEqual(new Set(right));
        expect(compared.filter(({ here, there }) => here === null && there === null)).toEqual([]);
      }),
    );
  });

  it('with itself is equal everywhere', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(compare(rows, rows).every(isEqual)).toBe(true);
      }),
    );
  });

  it('does not take a row that one side lacks for an equal one', () => {
    expect(compare([dayRow('2026-09-01', null, { userId: 'a' })], []).map(isEqual)).toEqual([false]);
  });
});

describe('differences', () => {
  it.each([
    [3, 5, -2, -40],
    [5, 4, 1, 25],
    [-2, -4, 2, 50],
    [5, 0, 5, null],
    [0, 0, 0, null],
    [null, 5, null, null],
    [5, null, null, null],
  ])('of %s beside %s are %s, %s percent', (here, there, difference, change) => {
    expect(differenceOf({ here, there })).toBe(difference);
    expect(changeOf({ here, there })).toBe(change);
  });

  const row = { received: 1, replySeconds: 1, donePercent: 1.5, openShare: 0.5 };
  it.each([
    ['received', 1_204, '+1,204'],
    ['received', -3, '−3'],
    ['received', 0, '0'],
    ['replySeconds', -5_400, '−1 h 30 min'],
    ['donePercent', 3.25, '+3.3 points'],
    ['donePercent', 1, '+1 point'],
  ])('of %s by %d read "%s"', (key, difference, text) => {
    expect(differenceText(difference, measureOf([row], key))).toBe(text);
  });

  it('in percent have decimals where they are small', () => {
    expect([changeText(12.34), changeText(-0.44), changeText(0)]).toEqual([
      '+12\u00a0%',
      '−0.4\u00a0%',
      '0\u00a0%',
    ]);
  });
});
