// When to ask about a run again: often near its likely end, seldom before, steadily where progress says nothing.

/** Shortest and longest waits between polls while the page is visible, in ms. */
const FLOOR_MS = 2_000;
const CAP_MS = 40_000;
/** Steady wait where progress does not tell the end. */
const BLIND_CAP_MS = 14_000;
/** Factor and cap where nobody looks. */
const HIDDEN_FACTOR = 2;
const HIDDEN_CAP_MS = 60_000;
/** Part of the estimated rest after which to look again. */
const LOOK_AFTER = 0.35;
/** Part of the elapsed time, where there is no estimate. */
const BLIND_LOOK_AFTER = 0.15;

/** What the plan is made from. */
export type PollSituation = {
  /** 0–100, or null where the API gave none. */
  readonly progress: number | null;
  /** Since the launch, in ms. */
  readonly elapsedMs: number;
  /** Since progress was last seen to move, in ms. */
  readonly stalledMs: number;
  readonly visible: boolean;
};

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Estimated rest of a run in ms by its progress so far, or null where progress does not tell. */
export function estimatedRestMs({ progress, elapsedMs, stalledMs }: PollSituation): number | null {
  if (progress === null || progress <= 0 || progress >= 100) return null;
  const rest = (elapsedMs * (100 - progress)) / progress;
  // A step that takes much longer than the steps before it did: the estimate is worth nothing any more.
  return stalledMs > Math.max(30_000, (elapsedMs / progress) * 10) ? null : rest;
}

/** Milliseconds until the next poll of a running run. Pure. */
export function pollDelay(situation: PollSituation): number {
  const rest = estimatedRestMs(situation);
  const delay =
    rest === null
      ? clamp(situation.elapsedMs * BLIND_LOOK_AFTER, FLOOR_MS, BLIND_CAP_MS)
      : clamp(rest * LOOK_AFTER, FLOOR_MS, CAP_MS);
  return situation.visible ? delay : clamp(delay * HIDDEN_FACTOR, FLOOR_MS, HIDDEN_CAP_MS);
}
