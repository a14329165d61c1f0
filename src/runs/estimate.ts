// How long a running run still takes, as a range: progress says roughly, never exactly.
import { launchedAt } from './record.ts';
import type { RunRecord } from './record.ts';

/** Part by which the estimate is widened to either side. */
const SPREAD = 0.3;
/** Below this much progress an estimate would be a guess. */
const LEAST_PROGRESS = 5;

/** Least and most ms until the end at `now` (epoch ms), or null where progress does not say. */
export function restEstimate(record: RunRecord, now: number): { lowMs: number; highMs: number } | null {
  const { progress, movedAt } = record;
  if (record.state !== 'running' || progress < LEAST_PROGRESS || movedAt === null) return null;
  // Counted from the last move, so that the rest shrinks while progress stands still between two steps.
  const takenMs = movedAt - launchedAt(record);
  const restMs = (takenMs * (100 - progress)) / progress - (now - movedAt);
  return restMs <= 0 ? null : { lowMs: restMs * (1 - SPREAD), highMs: restMs * (1 + SPREAD) };
}
