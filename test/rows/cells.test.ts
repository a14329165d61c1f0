// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_LIMIT, cellText } from '#src/rows/cells.ts';
import type { TimeStyle } from '#src/rows/cells.ts';
import type { ColumnUnit } from '#src/rows/column-units.ts';
import { columnsOf } from '../results/columns-of.ts';

const HOURLY: TimeStyle = { timeZone: 'America/Toronto', period: 'hour' };
const COLUMN = { key: 'field', digits: 0, unit: null };

describe('numbers in cells', () => {
  const cases: [value: number, digits: number, text: string][] = [
    [0, 0, '0'],
    [-0, 2, '0'],
    [1204, 0, '1,204'],
    [-12.5, 1, '-12.5'],
    [3.14159, 2, '3.14'],
    // What would round to nothing is not nothing.
    [1e-9, 4, '1e-9'],
    [0.0004, 2, '0.0004'],
    // No digits are claimed that a number does not have.
    [1e21, 0, '1e+21'],
    [1e15, 0, '1000000000000000'],
  ];

  it.each(cases)('%d with %d decimals reads "%s"', (value, digits, text) => {
    expect(cellText(value, { ...COLUMN, digits }, HOURLY)).toBe(text);
  });
});

describe('numbers with a unit', () => {
  const cases: [unit: ColumnUnit, value: number, text: string][] = [
    ['seconds', 0, '0 s'],
    ['seconds', 45, '45 s'],
    ['seconds', 0.5, '0.5 s'],
    ['seconds', 59.7, '1 min'],
    ['seconds', 60, '1 min'],
    ['seconds', 252, '4 min 12 s'],
    ['seconds', 3_599.8, '1 h'],
    ['seconds', 4_800, '1 h 20 min'],
    // Hours are the largest unit: times compare at a glance.
    ['seconds', 93_900, '26 h 5 min'],
    ['seconds', -60, '-1 min'],
    // What would round to nothing is not nothing, and no digits are claimed that a number does not have.
    ['seconds', 1e-9, '1e-9 s'],
    ['seconds', 1e21, '1e+21 s'],
    ['minutes', 90, '1 h 30 min'],
    ['milliseconds', 1_500, '1.5 s'],
    ['percent', 62, '62 %'],
    ['percent', 62.25, '62.3 %'],
    ['percent', -0, '0 %'],
    ['percent', 1e-9, '1e-9 %'],
    ['share', 0.62, '62 %'],
    ['share', 1, '100 %'],
  ];

  it.each(cases)('%s: %d reads "%s"', (unit, value, text) => {
    expect(cellText(value, { ...COLUMN, unit }, HOURLY).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it('never come from nulls, and leave what is no number alone', () => {
    expect(cellText(null, { ...COLUMN, unit: 'seconds' }, HOURLY)).toBe('');
    expect(cellText('PT5M', { ...COLUMN, unit: 'seconds' }, HOURLY)).toBe('PT5M');
  });
});

describe('other values in cells', () => {
  const cases: [name: string, value: unknown, text: string][] = [
    ['null is blank', null, ''],
    ['an absent field is blank', undefined, ''],
    ['yes', true, 'Yes'],
    ['no', false, 'No'],
    ['text stays as it is', '<b>bold</b>', '<b>bold</b>'],
    ['a nested value is its JSON', { a: [1, null] }, '{"a":[1,null]}'],
    ['an empty list is its JSON', [], '[]'],
  ];

  it.each(cases)('%s', (_, value, text) => {
    expect(cellText(value, COLUMN, HOURLY)).toBe(text);
  });

  it('long text is cut off, so that one cell cannot fill the page', () => {
    expect(cellText('x'.repeat(10_000_000), COLUMN, HOURLY)).toHaveLength(CELL_LIMIT + 1);
  });

  it('a value nested deeper than JSON can be written is still a cell', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(cellText(deep, COLUMN, HOURLY)).not.toBe('');
  });
});

describe('times in cells', () => {
  const start = { ...COLUMN, key: 'startDateTime' };
  const cases: [name: string, value: string, style: TimeStyle, text: string][] = [
    ['an instant in the mailbox’s time', '2026-09-01T12:30:00Z', HOURLY, '1 Sep 2026, 08:30'],
    ['a wall clock as it stands', '2026-09-01T12:30:00', HOURLY, '1 Sep 2026, 12:30'],
    ['hours keep their hour at midnight', '2026-09-01T00:00:00-04:00', HOURLY, '1 Sep 2026, 00:00'],
    ['days are named', '2026-09-01T00:00:00-04:00', { ...HOURLY, period: 'day' }, 'Tue 1 Sep 2026'],
    ['weeks are dates', '2026-08-31T00:00:00-04:00', { ...HOURLY, period: 'week' }, '31 Aug 2026'],
    ['months are months', '2026-09-01T00:00:00-04:00', { ...HOURLY, period: 'month' }, 'September 2026'],
    [
      'a period that does not begin with its day shows when it does',
      '2026-09-01T00:00:00Z',
      { ...HOURLY, period: 'day' },
      '31 Aug 2026, 20:00',
    ],
    [
      'the day is the mailbox’s, not the reader’s',
      '2026-08-31T12:00:00Z',
      { timeZone: 'Pacific/Auckland', period: 'day' },
      'Tue 1 Sep 2026',
    ],
  ];

  it.each(cases)('%s', (_, value, style, text) => {
    expect(cellText(value, start, style)).toBe(text);
  });

  it('another time of a day’s row keeps its clock', () => {
    const style: TimeStyle = { timeZone: 'America/Toronto', period: 'day' };
    expect(cellText('2026-09-01T00:00:00-04:00', COLUMN, style)).toBe('1 Sep 2026, 00:00');
  });

  it('a zone that this browser does not know does not lose the time', () => {
    const style: TimeStyle = { timeZone: 'Mars/Olympus', period: 'day' };
    expect(cellText('2026-09-01T00:00:00Z', start, style)).toContain('1 Sep 2026');
  });
});

it('any JSON has a text in any column', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('id', 'startDateTime', '__proto__', 'waitSeconds'),
      (value, key) => {
        const row = Object.fromEntries([[key, value]]);
        for (const column of columnsOf([row])) {
          const text = cellText(value, column, { timeZone: 'UTC', period: 'day' });
          expect(text === '').toBe(value === null || value === '');
        }
      },
    ),
  );
});
