// @vitest-environment node
// Times within the sentences of the catalogue.
import { expect, test } from 'vitest';
import { when } from '#src/failures/phrases.ts';

const NOW = Date.UTC(2026, 8, 23, 12, 0, 0);
const said = (at: number) => when(at, NOW, { timeZone: 'UTC' });

test.each([
  ['what was a moment ago is just now', NOW - 2_000, 'today 11:59 UTC (just now)'],
  ['what comes in a moment has its time alone', NOW + 2_000, 'today 12:00 UTC'],
  ['what comes later says how much later', NOW + 90_000, 'today 12:01 UTC (in 1 min)'],
])('%s', (_, at, words) => {
  expect(said(at)).toBe(words);
});
