// @vitest-environment node
// Single fields of a CSV file, letter by letter.
import { expect, test } from 'vitest';
import { BYTE_ORDER_MARK, csvField } from '#src/exports/csv.ts';
import { guardFormula } from '#src/rows/formula-guard.ts';

test.each([
  ['a space in the middle needs no quotes', 'Sales Department', 'Sales Department'],
  ['a space in front does', ' Sales', '" Sales"'],
  ['a space behind does', 'Sales ', '"Sales "'],
  ['so does every separator', 'a;b', '"a;b"'],
  ['quotes are doubled', 'a "b"', '"a ""b"""'],
  ['true is true', true, 'true'],
  ['a formula stays text', '=1+1', "'=1+1"],
  ['a guarded tab is quoted, too', '\tcmd', '"\'\tcmd"'],
  ['a number is none', -5, '-5'],
])('%s', (_, value, field) => {
  expect(csvField(value)).toBe(field);
});

test.each(['=', '+', '-', '@', '\t', '\r'])(
  'text that begins with %j is guarded, and only there',
  (start) => {
    expect(guardFormula(`${start}1`)).toBe(`'${start}1`);
    expect(guardFormula(`1${start}`)).toBe(`1${start}`);
  },
);

test('the mark is the one of UTF-8', () => {
  expect([...new TextEncoder().encode(BYTE_ORDER_MARK)]).toEqual([0xef, 0xbb, 0xbf]);
});
