// How long a running run still takes, by its pace: as a number for the poll plan, as a range for people.
import { launchedAt } from './record.ts';
import type { RunRecord } from './record.ts';

/** Part by which the estimate is widened to either side. */
const SPREAD = 0.3;
/** Below this much progress an estimate would be a guess. */
const LEAST_PROGRESS = 5;

/** How far a run is and since when. */
export type Pace = {
  /** 0–100, or null where the API gave none. */
  readonly progress: number | null;
  /** Since the launch, in ms. */
  readonly elapsedMs: number;
  /** Since progress was last seen to move, in ms. */
  readonly stalledMs: number;
};

/**
 * Estimated rest of a run in ms by its pace until progress last moved, or null where progress does not tell. It shrinks while
 * progress stands still between two steps, and is negative where the run has passed its estimated end.
 */
export function estimatedRestMs({ progress, elapsedMs, stalledMs }: Pace): number | null {
  if (progress === null || progress <= 0 || progress >= 100) return null;
  return ((elapsedMs - stalledMs) * 100) / progress - elapsedMs;
}

/** Least and most ms until the end at `now` (epoch ms), or null where progress does not say. */
export function restEstimate(record: RunRecord, now: number): { lowMs: number; highMs: number } | null {
  const { progress, movedAt } = record;
  if (record.state !== 'running' || progress < LEAST_PROGRESS || movedAt === null) return null;
  const restMs = estimatedRestMs({ progress, elapsedMs: now - launchedAt(record), stalledMs: now - movedAt });
  return restMs === null || restMs <= 0
    ? null
    : { lowMs: restMs * (1 - SPREAD), highMs: restMs * (1 + SPREAD) };
}
