// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import { allAtOnce, orderSteps } from '#src/rows/sort-rows.ts';
import type { RowQuery, RowSorting } from '#src/rows/sort-rows.ts';

const orderNow = (rows: readonly ResultRow[], query: RowQuery) => [...allAtOnce(orderSteps(rows, query))];
const sortNow = (rows: readonly ResultRow[], ...sorting: RowSorting[]) =>
  orderNow(rows, { test: null, sorting });

function sorted(values: readonly unknown[], descending = false): unknown[] {
  const rows = values.map((value) => (value === undefined ? {} : { field: value }));
  return sortNow(rows, { key: 'field', descending }).map((place) => values[place]);
}

describe('sorting by a column', () => {
  const cases: [name: string, values: unknown[], ascending: unknown[]][] = [
    ['numbers by size', [10, 9, -1], [-1, 9, 10]],
    ['text by its letters, whatever their case', ['b', 'A', 'c'], ['A', 'b', 'c']],
    ['figures inside text by size', ['week 10', 'week 9'], ['week 9', 'week 10']],
    [
      'times by when they are',
      ['2026-09-01T00:00:00-04:00', '2026-09-01T01:00:00Z'],
      ['2026-09-01T01:00:00Z', '2026-09-01T00:00:00-04:00'],
    ],
    ['no before yes', [true, false], [false, true]],
    ['numbers before text', ['x', 2, 'a', 1], [1, 2, 'a', 'x']],
    ['nested values by their JSON', [[2], [1]], [[1], [2]]],
  ];

  it.each(cases)('%s', (_, values, ascending) => {
    expect(sorted(values)).toEqual(ascending);
    expect(sorted(values, true)).toEqual(ascending.toReversed());
  });

  it('keeps blanks at the end either way', () => {
    expect(sorted([null, 2, '', undefined, 1])).toEqual([1, 2, null, '', undefined]);
    expect(sorted([null, 2, '', undefined, 1], true)).toEqual([2, 1, null, '', undefined]);
  });

  it('leaves equal rows in the order in which they came', () => {
    const rows = [1, 0, 1, 0].map((field, place) => ({ field, place }));
    const places = (descending: boolean) => sortNow(rows, { key: 'field', descending });
    expect(places(false)).toEqual([1, 3, 0, 2]);
    expect(places(true)).toEqual([0, 2, 1, 3]);
  });

  it('reads only fields that a row has', () => {
    const rows = [{ toString: 'b' }, {}, { toString: 'a' }] as unknown as ResultRow[];
    expect(sortNow(rows, { key: 'toString', descending: false })).toEqual([2, 0, 1]);
  });

  it('asks the next column where rows are equal by the first', () => {
    const rows = [
      { user: 'b', received: 1 },
      { user: 'a', received: 1 },
      { user: 'a', received: 2 },
      { user: null, received: 9 },
    ];
    const byUser = { key: 'user', descending: false };
    expect(sortNow(rows, byUser, { key: 'received', descending: true })).toEqual([2, 1, 0, 3]);
    expect(sortNow(rows, { key: 'received', descending: false }, byUser)).toEqual([1, 0, 2, 3]);
  });

  it('leaves all rows as they came by a column that is not there', () => {
    expect(sortNow([{ a: 2 }, { a: 1 }], { key: 'gone', descending: true })).toEqual([0, 1]);
  });
});

describe('rows that are let through', () => {
  const rows = Array.from({ length: 5_000 }, (_, place) => ({ field: (place * 7) % 11 }));
  const test = (row: ResultRow) => row['field'] === 3 || row['field'] === 4;

  it('stay in the order in which they came', () => {
    const kept = [...rows.keys()].filter((place) => test(rows[place] ?? {}));
    expect(orderNow(rows, { test, sorting: [] })).toEqual(kept);
  });

  it('are sorted among themselves', () => {
    const order = orderNow(rows, { test, sorting: [{ key: 'field', descending: true }] });
    const values = order.map((place) => rows[place]?.field);
    expect(values).toEqual(values.toSorted((left, right) => (right ?? 0) - (left ?? 0)));
    expect(new Set(order).size).toBe(rows.filter(test).length);
  });

  it('may be none', () => {
    expect(orderNow(rows, { test: () => false, sorting: [{ key: 'field', descending: true }] })).toEqual([]);
  });
});

describe('sorting many rows', () => {
  it('gives what a plain stable sort gives, at any length', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 2_047, 2_048, 2_049, 4_096, 5_000, 9_001),
        fc.integer({ min: 1, max: 3_000 }),
        fc.boolean(),
        (count, values, descending) => {
          const rows: ResultRow[] = Array.from({ length: count }, (_, place) => ({
            field: (place * 7_919) % values,
          }));
          const direction = descending ? -1 : 1;
          const expected = rows
            .map((row, place) => ({ value: row['field'] as number, place }))
            .toSorted((left, right) => direction * (left.value - right.value) || left.place - right.place)
            .map(({ place }) => place);
          expect(sortNow(rows, { key: 'field', descending })).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is cut into many steps', () => {
    const rows = Array.from({ length: 20_000 }, (_, place) => ({ field: -place }));
    let steps = 0;
    const sorting = [{ key: 'field', descending: false }];
    for (const _ of orderSteps(rows, { test: () => true, sorting })) steps += 1;
    expect(steps).toBeGreaterThan(30);
  });
});
