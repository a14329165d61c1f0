// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLongerThanUsual, restEstimate } from '#src/records/estimate.ts';
import type { Usual } from '#src/records/usual.ts';
import { MINUTE, NOW, record } from '../support/records.ts';

const usual = (low: number, high: number): Usual => ({
  lowMs: low * MINUTE,
  medianMs: ((low + high) / 2) * MINUTE,
  highMs: high * MINUTE,
});

/** The estimate of a run `minutes` after its launch whose progress moved just now, in minutes. */
function rest(minutes: number, progress: number, known: Usual | null = null) {
  const now = NOW + minutes * MINUTE;
  const found = restEstimate(record('running', { progress, movedAt: now }), now, known);
  return found && [found.lowMs / MINUTE, found.highMs / MINUTE].map((value) => Math.round(value * 100) / 100);
}

describe('how long a run still takes', () => {
  test.each<[string, minutes: number, progress: number, Usual | null, number[] | null]>([
    ['nothing is known', 4, 0, null, null],
    ['so little progress that it says nothing', 4, 4, null, null],
    ['by its pace', 4, 50, null, [2.8, 5.2]],
    ['before progress tells: by what is usual', 1, 0, usual(8, 12), [7, 11]],
    ['past the shortest usual duration it may end now', 9, 0, usual(8, 12), [0, 3]],
    ['past the longest usual duration earlier runs say nothing', 12, 0, usual(8, 12), null],
    ['past it, its pace still does', 12, 80, usual(4, 6), [2.1, 3.9]],
    ['both: what they have in common', 4, 50, usual(6, 8), [2.8, 4]],
    ['early in the run, both apart: the gap between them', 2, 20, usual(5, 6), [4, 5.6]],
    ['early in the run, the other way round', 2, 40, usual(9, 12), [3.9, 7]],
    ['far in the run, both apart: its own pace', 4, 80, usual(12, 15), [0.7, 1.3]],
    ['not past the 30 minutes that runs take', 12, 40, null, [12.6, 18]],
    ['an estimate that lies wholly past them is none', 12, 20, null, null],
    ['earlier runs that took longer move that bound', 25, 50, usual(40, 50), [17.5, 25]],
    ['past all bounds there is no estimate', 31, 90, null, null],
  ])('%s', (_name, minutes, progress, known, expected) => {
    expect(rest(minutes, progress, known)).toEqual(expected);
  });

  test('only of a run that is running', () => {
    expect(restEstimate(record('queued'), NOW, usual(8, 12))).toBeNull();
    expect(restEstimate(record('unknown'), NOW, usual(8, 12))).toBeNull();
  });

  test('shrinks while progress stands still between two steps, and ends where the pace is used up', () => {
    const run = record('running', { progress: 50, movedAt: NOW + 4 * MINUTE });
    const high = (minutes: number) => restEstimate(run, NOW + minutes * MINUTE)?.highMs ?? null;
    expect(high(5)).toBeLessThan(high(4) ?? 0);
    expect(high(8)).toBeNull();
  });

  test('is a range that is never negative and never passes the bound, whatever is known', () => {
    const minutes = fc.double({ min: 0, max: 60, noNaN: true });
    const range = fc.option(
      fc.tuple(minutes, minutes).map(([a, b]) => usual(Math.min(a, b), Math.max(a, b))),
    );
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.integer({ min: 0, max: 100 }),
        range,
        (age, still, progress, known) => {
          const now = NOW + age * MINUTE;
          const movedAt = Math.max(NOW, now - still * MINUTE);
          const found = restEstimate(record('running', { progress, movedAt }), now, known);
          if (found === null) return;
          expect(found.lowMs).toBeGreaterThanOrEqual(0);
          expect(found.highMs).toBeGreaterThanOrEqual(found.lowMs);
          expect(age * MINUTE + found.highMs).toBeLessThanOrEqual(
            Math.max(30 * MINUTE, known?.highMs ?? 0) + 0.001,
          );
        },
      ),
    );
  });
});

test('a run takes longer than usual a whole minute past the longest usual duration', () => {
  expect(isLongerThanUsual(13 * MINUTE - 1, usual(8, 12))).toBe(false);
  expect(isLongerThanUsual(13 * MINUTE, usual(8, 12))).toBe(true);
  expect(isLongerThanUsual(60 * MINUTE, null)).toBe(false);
});
