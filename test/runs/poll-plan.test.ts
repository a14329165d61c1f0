// @vitest-environment node
// The plan against the figures of "Polls per 30-min run and delay to notice the end", beside three naive plans.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pollDelay } from '#src/runs/poll-plan.ts';
import type { PollSituation } from '#src/runs/poll-plan.ts';
import { figures, MOVING, NAIVE, STILL } from '#test/support/poll-simulation.ts';

test.each(Object.entries(MOVING))(
  '%s: at most 45 polls in 30 minutes, median 3 s, p95 15 s',
  (_name, shape) => {
    const { polls, medianMs, p95Ms } = figures(shape, pollDelay);
    expect(polls).toBeLessThanOrEqual(45);
    expect(medianMs).toBeLessThanOrEqual(3_000);
    expect(p95Ms).toBeLessThanOrEqual(15_000);
  },
);

test.each(Object.entries(STILL))(
  '%s: at most 150 polls in 30 minutes, median 8 s, p95 15 s',
  (_name, shape) => {
    const { polls, medianMs, p95Ms } = figures(shape, pollDelay);
    expect(polls).toBeLessThanOrEqual(150);
    expect(medianMs).toBeLessThanOrEqual(8_000);
    expect(p95Ms).toBeLessThanOrEqual(15_000);
  },
);

test.each(Object.entries(NAIVE))('no naive plan reaches the figures of a moving run: %s', (_name, plan) => {
  const { polls, medianMs, p95Ms } = figures((share) => share, plan);
  expect(polls <= 45 && medianMs <= 3_000 && p95Ms <= 15_000).toBe(false);
});

describe('floors and caps', () => {
  const situation: fc.Arbitrary<PollSituation> = fc
    .record({
      progress: fc.option(fc.integer({ min: 0, max: 100 })),
      elapsedMs: fc.integer({ min: 0, max: 86_400_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      visible: fc.boolean(),
    })
    .map(({ share, ...more }) => ({ ...more, stalledMs: more.elapsedMs * share }));

  test('never under 2 s, never over 180 s, and the same answer to the same question', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const delay = pollDelay(given);
        expect(delay).toBeGreaterThanOrEqual(2_000);
        expect(delay).toBeLessThanOrEqual(180_000);
        expect(pollDelay(given)).toBe(delay);
      }),
    );
  });

  test('where progress says nothing, never over 15 s while somebody looks', () => {
    for (const progress of [null, 0]) {
      for (const elapsedMs of [0, 10_000, 600_000, 86_400_000]) {
        expect(pollDelay({ progress, elapsedMs, stalledMs: elapsedMs, visible: true })).toBeLessThanOrEqual(
          15_000,
        );
      }
    }
  });

  test('slower where nobody looks, up to a minute, never faster', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const seen = pollDelay({ ...given, visible: true });
        const unseen = pollDelay({ ...given, visible: false });
        expect(unseen).toBe(Math.max(seen, Math.min(60_000, seen * 2)));
      }),
    );
  });
});
