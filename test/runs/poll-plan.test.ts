// @vitest-environment node
// The plan against the figures of "Polls per 30-min run and delay to notice the end", beside three naive plans.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pollDelay } from '#src/runs/poll-plan.ts';
import type { PollSituation } from '#src/runs/poll-plan.ts';

type Shape = (share: number) => number;
type Plan = (situation: PollSituation) => number;

const MOVING: Readonly<Record<string, Shape>> = {
  linear: (share) => share,
  slowing: (share) => 1 - (1 - share) ** 2,
  'slowing much': (share) => 1 - (1 - share) ** 2.5,
  quickening: (share) => share ** 2,
  'jumping by tens': (share) => Math.floor(share * 10) / 10,
  'jumping by fifths': (share) => Math.floor(share * 5) / 5,
};
const STILL: Readonly<Record<string, Shape>> = {
  stalled: (share) => (share < 0.3 ? share * 2 : 0.6),
  'stalled, then moving': (share) =>
    share < 0.3 ? share * 2.5 : share < 0.85 ? 0.75 : 0.75 + (share - 0.85) * 1.6,
  absent: () => 0,
};

/** Follows one run as the watcher does. */
function follow(durationMs: number, shape: Shape, plan: Plan): { polls: number; delayMs: number } {
  let elapsedMs = 0;
  let progress = 0;
  let movedAt = 0;
  for (let polls = 1; ; polls += 1) {
    elapsedMs += plan({ progress, elapsedMs, stalledMs: elapsedMs - movedAt, visible: true });
    if (elapsedMs >= durationMs) return { polls, delayMs: elapsedMs - durationMs };
    const seen = Math.min(99, Math.floor(shape(elapsedMs / durationMs) * 100));
    if (seen > progress) {
      progress = seen;
      movedAt = elapsedMs;
    }
  }
}

/** Runs of 5 s to 30 min, as many short ones as long ones. */
const DURATIONS = Array.from({ length: 1_200 }, (_, index) => 5_000 * 360 ** (index / 1_199));
const LONG_RUNS = Array.from({ length: 60 }, (_, index) => 1_741_000 + index * 1_000);

function figures(shape: Shape, plan: Plan) {
  const delays = DURATIONS.map((duration) => follow(duration, shape, plan).delayMs).toSorted(
    (left, right) => left - right,
  );
  return {
    polls: Math.max(...LONG_RUNS.map((duration) => follow(duration, shape, plan).polls)),
    medianMs: delays[Math.floor(delays.length * 0.5)] ?? 0,
    p95Ms: delays[Math.floor(delays.length * 0.95)] ?? 0,
  };
}

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

test.each<[string, Plan]>([
  ['every 2 s', () => 2_000],
  ['every 5 s', () => 5_000],
  ['every 15 s', () => 15_000],
  ['doubling up to a minute', ({ elapsedMs }) => Math.min(60_000, Math.max(2_000, elapsedMs))],
])('no naive plan reaches the figures of a moving run: %s', (_name, plan) => {
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
