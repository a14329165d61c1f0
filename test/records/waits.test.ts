// @vitest-environment node
// The series of waits, number by number, as the protocol names them.
import { describe, expect, test } from 'vitest';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { budgetWait, limitWait, transientWait, waitCause, waitsFor } from '#src/records/waits.ts';
import type { WaitCause } from '#src/records/waits.ts';
import { failureOf } from '../support/records.ts';

const HOUR = 3_600_000;

describe('how long is waited', () => {
  test('after a passing fault: 5, 10, 20, 40, 80 s, then 120 s for as long as it lasts', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 100].map(transientWait)).toEqual(
      [5, 10, 20, 40, 80, 120, 120, 120].map((seconds) => seconds * 1_000),
    );
  });

  test('a count below nothing is the first wait', () => {
    expect(transientWait(-1)).toBe(5_000);
  });

  test('after a 429 of the API: 60, 120, 240 s, then 300 s', () => {
    expect([0, 1, 2, 3, 4, 100].map((repeats) => limitWait(repeats, null))).toEqual(
      [60, 120, 240, 300, 300, 300].map((seconds) => seconds * 1_000),
    );
  });

  test.each([
    ['shorter than the series: the series counts', 0, 7_000, 60_000],
    ['longer than the series: it counts', 0, 90_000, 90_000],
    ['later in a row: the longer of the two', 2, 90_000, 240_000],
    ['beyond an hour: a mistake, so an hour', 0, 5 * HOUR, HOUR],
  ])('a Retry-After that is %s', (_, repeats, retryAfterMs, waited) => {
    expect(limitWait(repeats, retryAfterMs)).toBe(waited);
  });

  test('after the desk’s own budget: what the gateway says, at most an hour, and a minute where it says nothing', () => {
    expect([2_000, 5 * HOUR, null].map(budgetWait)).toEqual([2_000, HOUR, 60_000]);
  });
});

describe('waits in a row', () => {
  const causes: readonly (readonly [FailureKind, string | null, WaitCause])[] = [
    ['not-sent', null, 'fault'],
    ['update-delayed', null, 'fault'],
    ['connection-lost', null, 'fault'],
    ['answer-not-understood', null, 'fault'],
    ['rate-limited', 'rate_limited', 'limit'],
    ['slots-full', null, 'limit'],
    ['limit-undecided', null, 'limit'],
    ['rate-limited', 'desk-budget', 'budget'],
    ['key-refused', null, 'other'],
    ['signed-out', 'desk-budget', 'other'],
  ];

  test.each(causes)('%s with the code %s is the cause “%s”', (kind, code, cause) => {
    expect(waitCause({ kind, code })).toBe(cause);
  });

  test('are counted on for the same cause, and from nothing for another or the first', () => {
    const failure = failureOf('not-sent');
    expect(waitsFor('fault', { failure, waits: 4 })).toBe(4);
    expect(waitsFor('limit', { failure, waits: 4 })).toBe(0);
    expect(waitsFor('fault', { failure: null, waits: 4 })).toBe(0);
    expect(waitsFor('other', { failure: null, waits: 4 })).toBe(0);
  });
});
