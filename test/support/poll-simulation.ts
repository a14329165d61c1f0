// Poll plans on simulated runs: progress in the shapes that services report it in, and how often and how late a plan looks.
import type { PollSituation } from '#src/runs/poll-plan.ts';

/** Progress, 0 to 1, at a share of the run's time. */
type Shape = (share: number) => number;
export type Plan = (situation: PollSituation) => number;

/** Progress that says something about the end. */
export const MOVING: Readonly<Record<string, Shape>> = {
  linear: (share) => share,
  slowing: (share) => 1 - (1 - share) ** 2,
  'slowing much': (share) => 1 - (1 - share) ** 2.5,
  quickening: (share) => share ** 2,
  'jumping by tens': (share) => Math.floor(share * 10) / 10,
  'jumping by fifths': (share) => Math.floor(share * 5) / 5,
};
/** Progress that says nothing for most of the time. */
export const STILL: Readonly<Record<string, Shape>> = {
  stalled: (share) => (share < 0.3 ? share * 2 : 0.6),
  'stalled, then moving': (share) =>
    share < 0.3 ? share * 2.5 : share < 0.85 ? 0.75 : 0.75 + (share - 0.85) * 1.6,
  absent: () => 0,
};

/** Plans that look at the time alone. */
export const NAIVE: Readonly<Record<string, Plan>> = {
  'every 2 s': () => 2_000,
  'every 5 s': () => 5_000,
  'every 15 s': () => 15_000,
  // 1 s, 2 s, 4 s …: each wait is as long as all before it and one second more.
  'doubling from 1 s up to a minute': ({ elapsedMs }) => Math.min(60_000, elapsedMs + 1_000),
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

export type PlanFigures = {
  /** Most polls of one run of half an hour. */
  readonly polls: number;
  /** Time from a run's end until it was seen, over runs of all lengths. */
  readonly medianMs: number;
  readonly p95Ms: number;
};

export function figures(shape: Shape, plan: Plan): PlanFigures {
  const delays = DURATIONS.map((duration) => follow(duration, shape, plan).delayMs).toSorted(
    (left, right) => left - right,
  );
  return {
    polls: Math.max(...LONG_RUNS.map((duration) => follow(duration, shape, plan).polls)),
    medianMs: delays[Math.floor(delays.length * 0.5)] ?? 0,
    p95Ms: delays[Math.floor(delays.length * 0.95)] ?? 0,
  };
}
