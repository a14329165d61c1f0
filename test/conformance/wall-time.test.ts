// @vitest-environment node
// Yesterday, and the time of a row, by the clocks of the mailbox.
import { expect, test } from 'vitest';
import { wallOf, yesterdayIn } from '#src/conformance/wall-time.ts';

test.each([
  ['America/Toronto', '2026-03-09'],
  ['Pacific/Auckland', '2026-03-10'],
  ['UTC', '2026-03-09'],
])('at 16:00 UTC on 10 March, yesterday in %s is %s', (zone, day) => {
  expect(yesterdayIn(zone, Date.UTC(2026, 2, 10, 16))).toBe(day);
});

test.each([
  ['2026-03-09T05:00:00', '2026-03-09T05:00:00'],
  ['2026-03-09T05:00:00Z', '2026-03-09T01:00:00'],
  ['2026-03-09T05:00:00-04:00', '2026-03-09T05:00:00'],
  ['2026-03-09T05:00:00.000+0100', '2026-03-09T00:00:00'],
  ['2026-03-09', null],
  ['2026-99-99T05:00:00Z', null],
  ['9 March', null],
])('%s is %s by the clocks of Toronto', (time, wall) => {
  expect(wallOf(time, 'America/Toronto')).toBe(wall);
});
