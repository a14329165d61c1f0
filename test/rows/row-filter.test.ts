// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeStyle } from '#src/rows/cells.ts';
import { instantOfWall } from '#src/rows/iso-time.ts';
import { filterKindOf, rangeEnds, rangeOf, rowTest, readNumber } from '#src/rows/row-filter.ts';
import { columnsOf } from '../results/columns-of.ts';

const TORONTO: TimeStyle = { timeZone: 'America/Toronto', period: 'day' };

/** Which of `values` a filter lets through. */
function kept(values: readonly unknown[], filter: string, style = TORONTO): unknown[] {
  const rows = values.map((field) => ({ field }));
  const columns = columnsOf(rows);
  const test = rowTest({ text: '', filters: new Map([['field', filter]]) }, columns, columns, style);
  return rows.filter((row) => test?.(row) ?? true).map(({ field }) => field);
}

describe('a filter of numbers', () => {
  const cases: [filter: string, kept: unknown[]][] = [
    ['2_3', [2, 3]],
    ['2_', [2, 3, 1200]],
    ['_2', [-1, 0, 2]],
    ['0_0', [0]],
    ['1,000_', [1200]],
    // What cannot be read lets everything through, nulls included.
    ['', [-1, 0, null, 2, 3, 1200]],
    ['x_y', [-1, 0, null, 2, 3, 1200]],
  ];

  it.each(cases)('"%s"', (filter, expected) => {
    expect(kept([-1, 0, null, 2, 3, 1200], filter)).toEqual(expected);
  });

  it('never takes a null for zero', () => {
    expect(kept([null, 0, 1], '_0')).toEqual([0]);
  });

  it('keeps what is typed as it is typed', () => {
    expect(rangeEnds(rangeOf('1.', ''))).toEqual(['1.', '']);
    expect(rangeEnds(rangeOf('', '-2.5'))).toEqual(['', '-2.5']);
    expect(rangeOf('', '')).toBe('');
  });
});

describe('a filter of times', () => {
  const times = ['2026-03-07T23:30:00-05:00', '2026-03-08T05:00:00Z', '2026-03-09T03:59:00Z', null];

  it.each([
    // The day on which Toronto's clocks go forward, from its first minute to its last.
    ['2026-03-08_2026-03-08', [times[1], times[2]]],
    ['2026-03-08_', [times[1], times[2]]],
    ['_2026-03-07', [times[0]]],
    ['2026-03-08T23:59_2026-03-08T23:59', [times[2]]],
    ['2026-03-08T00:01_', [times[2]]],
    ['soon_later', times],
  ])('"%s" goes by the mailbox’s clock, both ends included', (filter, expected) => {
    expect(kept(times, filter)).toEqual(expected);
  });

  it('takes wall-clock times as they stand', () => {
    const walls = ['2026-03-08T00:00:00', '2026-03-08T23:59:59', '2026-03-09T00:00:00'];
    expect(kept(walls, '2026-03-08_2026-03-08')).toEqual(walls.slice(0, 2));
  });

  it('finds the instant of a wall clock on either side of a change', () => {
    const zone = 'America/Toronto';
    expect(instantOfWall(Date.UTC(2026, 2, 8), zone)).toBe(Date.UTC(2026, 2, 8, 5));
    expect(instantOfWall(Date.UTC(2026, 2, 9), zone)).toBe(Date.UTC(2026, 2, 9, 4));
    expect(instantOfWall(Date.UTC(2026, 2, 8), 'Mars/Olympus')).toBe(Date.UTC(2026, 2, 8));
  });
});

describe('a filter of anything else', () => {
  it('lets through yes or no', () => {
    expect(kept([true, false, null], 'yes')).toEqual([true]);
    expect(kept([true, false, null], 'no')).toEqual([false]);
    expect(kept([true, false, null], 'maybe')).toEqual([true, false, null]);
  });

  it('looks for words, whatever their case, accents and order', () => {
    const names = ['Zoë Ångström', 'Zoe Smith', 'x'.repeat(500) + 'end', null];
    expect(kept(names, 'angstrom ZOE')).toEqual([names[0]]);
    // Also beyond what a cell shows.
    expect(kept(names, 'end')).toEqual([names[2]]);
    expect(kept(names, '  ')).toEqual(names);
  });

  it('looks into nested values and mixed ones', () => {
    expect(kept([{ a: ['deep'] }, []], 'deep')).toEqual([{ a: ['deep'] }]);
    expect(kept([12, 'twelve', true], 'yes')).toEqual([true]);
  });
});

describe('words over all columns', () => {
  const rows = [
    { startDateTime: '2026-08-01T00:00:00-04:00', userName: 'Emily', received: 1204, waitSeconds: 4800 },
    { startDateTime: '2026-08-02T00:00:00-04:00', userName: 'Noah', received: 7, waitSeconds: null },
  ];
  const columns = columnsOf(rows);
  const found = (text: string, shown = columns) => {
    const test = rowTest({ text, filters: new Map() }, columns, shown, TORONTO);
    return rows.filter((row) => test?.(row) ?? true).map(({ userName }) => userName);
  };

  it.each([
    ['emily', ['Emily']],
    ['1,204', ['Emily']],
    ['1204', ['Emily']],
    ['sat 1 aug', ['Emily']],
    ['1 h 20', ['Emily']],
    ['aug', ['Emily', 'Noah']],
    // Each word somewhere in the row.
    ['noah sun', ['Noah']],
    ['noah sat', []],
    ['', ['Emily', 'Noah']],
  ])('"%s" is found as the table shows it', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are looked for in columns that can be seen', () => {
    expect(
      found(
        'emily',
        columns.filter(({ key }) => key !== 'userName'),
      ),
    ).toEqual([]);
  });
});

it('no rows and no filter can make it throw', () => {
  const filter = fc.oneof(fc.string(), fc.constantFrom('1_2', '2026-01-01_', 'yes', '_', '__proto__'));
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), filter, filter, (values, text, one) => {
      const rows = values.map((value) =>
        Object.fromEntries([
          ['__proto__', value],
          ['x', value],
        ]),
      );
      const columns = columnsOf(rows);
      const filters = new Map([
        ['__proto__', one],
        ['gone', one],
      ]);
      const test = rowTest({ text, filters }, columns, columns, TORONTO);
      for (const row of rows) expect([true, false, undefined]).toContain(test?.(row));
      expect(columns.map(filterKindOf)).toHaveLength(columns.length);
    }),
  );
});

describe('a number that is typed', () => {
  it.each([
    ['86.2', 86.2],
    ['1,204', 1204],
    ['-1,204,000.5', -1204000.5],
    ['86,2', 86.2],
    ['1\u202f204,5', 1204.5],
    ['12,34,5', undefined],
    ['many', undefined],
    ['', undefined],
  ])('as “%s” reads the same in every language', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
