// When to ask about a run again: often near its likely end, seldom before, steadily where progress says nothing.
//
// The numbers were found by simulation over runs of 5 s to 30 min (test/runs/poll-plan.test.ts): few polls while progress moves,
// and an end that is noticed within seconds. Every wait grows with the run's age: who waited ten minutes does not mind ten seconds.
import { estimatedRestMs } from '#src/records/estimate.ts';
import type { Pace } from '#src/records/estimate.ts';

/** Shortest wait, in ms; it grows to {@link FLOOR_PART} of the elapsed time, up to {@link FLOOR_CAP_MS}. */
const FLOOR_MS = 2_000;
const FLOOR_PART = 0.018;
const FLOOR_CAP_MS = 26_000;
/** Part of the estimated rest after which to look again, never longer than the run has taken so far. */
const LOOK_AFTER = 0.35;
const CAP_MS = 180_000;
/** Progress in steps: once it stands still for so many times the time of one percent, look at least this often. */
const STEP_PERCENTS = 12;
const STEP_CAP_MS = 30_000;
/** Without an estimate: part of the elapsed time, and the longest wait. */
const BLIND_PART = 0.45;
const BLIND_CAP_MS = 14_000;
/** Past the estimated end: part of the delay so far; from {@link DEAD_PART} of the elapsed time on the estimate counts for nothing. */
const OVERDUE_PART = 0.05;
const DEAD_PART = 0.17;
/** Factor and longest wait where nobody looks. */
const HIDDEN_FACTOR = 2;
const HIDDEN_CAP_MS = 60_000;

/** Least wait where the operator wants to hear of a run seldom. */
const SLOWER_MS = 60_000;

/** What the plan is made from. `slower`: the operator said *Slower updates*. */
export type PollSituation = Pace & { readonly visible: boolean; readonly slower?: boolean };

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Milliseconds until the next poll of a running run. Pure. */
export function pollDelay(situation: PollSituation): number {
  const delay = Math.max(visibleDelay(situation), situation.slower === true ? SLOWER_MS : 0);
  return situation.visible ? delay : Math.max(delay, Math.min(HIDDEN_CAP_MS, delay * HIDDEN_FACTOR));
}

function visibleDelay(situation: PollSituation): number {
  const { elapsedMs, stalledMs } = situation;
  const rest = estimatedRestMs(situation);
  if (rest === null) return clamp(elapsedMs * BLIND_PART, FLOOR_MS, BLIND_CAP_MS);
  const floor = clamp(elapsedMs * FLOOR_PART, FLOOR_MS, FLOOR_CAP_MS);
  if (rest <= 0) {
    const dead = -rest > elapsedMs * DEAD_PART;
    return clamp(-rest * OVERDUE_PART, floor, dead ? Math.max(floor, BLIND_CAP_MS) : FLOOR_CAP_MS);
  }
  const percentMs = (rest + elapsedMs) / 100;
  const cap = stalledMs > percentMs * STEP_PERCENTS ? STEP_CAP_MS : CAP_MS;
  return clamp(Math.min(rest * LOOK_AFTER, elapsedMs), floor, cap);
}
