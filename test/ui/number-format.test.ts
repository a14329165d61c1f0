// @vitest-environment node
// Numbers in words and figures.
import { expect, test } from 'vitest';
import { formatBytes, formatList, formatNumber, formatPercent, plural } from '#src/ui/number-format.ts';

test('numbers are grouped by thousands and rounded to the digits asked for', () => {
  expect(formatNumber(1204)).toBe('1,204');
  expect(formatNumber(3.14159, 2)).toBe('3.14');
  expect(formatNumber(1204.5, 1, 'de-DE')).toBe('1.204,5');
});

test('a percentage keeps its sign on the same line', () => {
  expect(formatPercent(62)).toBe('62\u00a0%');
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1_240_000, '1.2 MB'],
  [999_960, '1 MB'],
  [512_000_000, '512 MB'],
  [3e15, '3,000 TB'],
])('%d bytes read "%s"', (bytes, words) => {
  expect(formatBytes(bytes).replaceAll('\u00a0', ' ')).toBe(words);
});

test('only one of something is singular', () => {
  expect([0, 1, 2, 1204].map((count) => plural(count, 'row', 'rows'))).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
    '1,204 rows',
  ]);
});

test('a list ends with "and"', () => {
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
});
