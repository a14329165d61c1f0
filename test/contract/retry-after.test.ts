// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRetryAfter } from '#src/contract/retry-after.ts';

const NOW = Date.UTC(2026, 10, 23, 6, 0, 0);

describe('a documented form is read', () => {
  test.each([
    ['0', 0],
    ['1', 1_000],
    ['60', 60_000],
    ['007', 7_000],
    [' 12 ', 12_000],
    ['9999999999', 9_999_999_999_000],
    ['Mon, 23 Nov 2026 06:00:30 GMT', 30_000],
    ['Monday, 23-Nov-26 06:02:00 GMT', 120_000],
    ['Mon Nov 23 06:00:01 2026', 1_000],
    ['Sun Nov  1 06:00:00 2026', 0],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
  ])('%j waits %d ms', (value, ms) => {
    expect(parseRetryAfter(value, NOW)).toBe(ms);
  });
});

describe('anything else counts as absent', () => {
  test.each([
    null,
    '',
    ' ',
    '-1',
    '+1',
    '1.5',
    '1e3',
    '0x10',
    '60s',
    '1 minute',
    '12345678901',
    '１２',
    'NaN',
    'Infinity',
    '2026-11-23T06:00:30Z',
    'Mon, 23 Nov 2026 06:00:30',
    'Mon, 23 Nov 2026 06:00:30 UTC',
    'Mon, 23 Nov 2026 06:00:30 +0000',
    'mon, 23 nov 2026 06:00:30 gmt',
    'Mon, 3 Nov 2026 06:00:30 GMT',
    'Mon, 23 Nov 26 06:00:30 GMT',
    'Mon, 99 Nov 2026 06:00:30 GMT',
    'Mon, 23 Nov 2026 99:00:30 GMT',
    'Monday, 23-Nov-2026 06:02:00 GMT',
    'Mon Nov 3 06:00:01 2026',
    '60, 120',
    '60;',
    'tomorrow',
  ])('%j', (value) => {
    expect(parseRetryAfter(value, NOW)).toBeNull();
  });
});

test('no header, however hostile, throws or gives a negative or endless wait', () => {
  const digits = fc.stringMatching(/^[0-9:,\- GMTMonSudNv]{0,40}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), fc.integer({ min: 0 }), (value, now) => {
      const ms = parseRetryAfter(value, now);
      expect(ms === null || (Number.isFinite(ms) && ms >= 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
