// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import { sumSteps } from '#src/rows/column-sums.ts';
import { allAtOnce } from '#src/rows/sort-rows.ts';
import { columnsOf } from '../results/columns-of.ts';

const sumsOf = (rows: readonly ResultRow[], places: readonly number[] | null = null) =>
  allAtOnce(sumSteps(rows, places === null ? null : Uint32Array.from(places), columnsOf(rows)));

describe('sums of columns', () => {
  it('are of the rows that are let through, nulls aside', () => {
    const rows = [{ received: 1 }, { received: null }, { received: 4 }, {}];
    expect(sumsOf(rows).sums.get('received')).toBe(5);
    expect(sumsOf(rows, [1, 2])).toMatchObject({ rows: 2, sums: new Map([['received', 4]]) });
  });

  it('are not there where no row has a value: nothing is not zero', () => {
    const rows = [{ received: 1 }, { received: null }];
    expect(sumsOf(rows, [1]).sums.has('received')).toBe(false);
  });

  it('are not there where they would not be exact', () => {
    const rows = [{ received: Number.MAX_SAFE_INTEGER }, { received: 2 }];
    expect(sumsOf(rows).sums.has('received')).toBe(false);
  });

  it('are what a plain loop gives, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 5_000 }),
        (values) => {
          const rows = values.map((received) => ({ received }));
          const places = [...values.keys()].toReversed();
          const sum = values.reduce((total, value) => total + value, 0);
          expect(sumsOf(rows, places).sums.get('received')).toBe(sum);
        },
      ),
      { numRuns: 30 },
    );
  });
});

it('the longest bar is the largest value, and columns with values below zero have none', () => {
  const rows = [
    { received: 3, change: -1, share: 0.5, none: 0 },
    { received: 7, change: 4, share: 0.25, none: 0 },
  ];
  expect([...sumsOf(rows).largest]).toEqual([
    ['received', 7],
    ['share', 0.5],
  ]);
});
