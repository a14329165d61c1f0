// @vitest-environment node
// Marks of the time axis in the ways in which browsers write dates.
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test.each([
  ['en-GB', '1 Sep\n2026', 'Sep\n2026'],
  ['en-US', 'Sep 1\n2026', 'Sep\n2026'],
  ['en-CA', 'Sep 1\n2026', 'Sep\n2026'],
])('in %s say day and month, and the year where it begins', async (language, day, month) => {
  vi.resetModules();
  vi.stubGlobal('navigator', { languages: [language] });
  const { timeTicks } = await import('#src/charts/ticks.ts');
  const labelAt = (to: string, most: number) =>
    timeTicks(Date.parse('2026-09-01T00:00:00Z'), Date.parse(to), { timeZone: 'UTC', most })[0]?.label;
  expect(labelAt('2026-09-03T00:00:00Z', 3)).toBe(day);
  expect(labelAt('2027-03-01T00:00:00Z', 7)).toBe(month);
});
