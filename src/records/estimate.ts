// How long a running run still takes: by its pace, as a number for the poll plan; by its pace and by what is usual, as a range for
// people.
import { LONGEST_RUN_MS } from '#src/contract/limits.ts';
import { launchedAt } from './record.ts';
import type { RunRecord } from './record.ts';
import type { Usual } from './usual.ts';

/** Part by which the estimate is widened to either side. */
const SPREAD = 0.3;
/** Below this much progress its pace would be a guess. */
const LEAST_PROGRESS = 5;
/** From this much progress on the pace knows better than earlier runs. */
const SURE_PROGRESS = 50;

/** Past the longest usual duration by this much a run takes longer than usual, in ms. */
const LONGER_BY_MS = 60_000;

/** How far a run is and since when. */
export type Pace = {
  /** 0–100, or null where the API gave none. */
  readonly progress: number | null;
  /** Since the launch, in ms. */
  readonly elapsedMs: number;
  /** Since progress was last seen to move, in ms. */
  readonly stalledMs: number;
};

/** Least and most ms until the end. */
export type Rest = { readonly lowMs: number; readonly highMs: number };

/**
 * Estimated rest of a run in ms by its pace until progress last moved, or null where progress does not tell. It shrinks while
 * progress stands still between two steps, and is negative where the run has passed its estimated end.
 */
export function estimatedRestMs({ progress, elapsedMs, stalledMs }: Pace): number | null {
  if (progress === null || progress <= 0 || progress >= 100) return null;
  return ((elapsedMs - stalledMs) * 100) / progress - elapsedMs;
}

function restByPace({ progress, movedAt }: RunRecord, elapsedMs: number, now: number): Rest | null {
  if (progress < LEAST_PROGRESS || movedAt === null) return null;
  const restMs = estimatedRestMs({ progress, elapsedMs, stalledMs: now - movedAt });
  return restMs === null || restMs <= 0
    ? null
    : { lowMs: restMs * (1 - SPREAD), highMs: restMs * (1 + SPREAD) };
}

/** A run past the longest usual duration is an unusual one. */
function restByUsual(usual: Usual | null, elapsedMs: number): Rest | null {
  if (usual === null || elapsedMs >= usual.highMs) return null;
  return { lowMs: Math.max(0, usual.lowMs - elapsedMs), highMs: usual.highMs - elapsedMs };
}

/**
 * Both together: what they have in common. Where they contradict each other the truth is somewhere between them, which is the gap
 * from the one to the other, unless the run is far enough for its own pace to be believed.
 */
function combined(pace: Rest | null, usual: Rest | null, progress: number): Rest | null {
  if (pace === null || usual === null) return pace ?? usual;
  const start = Math.max(pace.lowMs, usual.lowMs);
  const end = Math.min(pace.highMs, usual.highMs);
  if (start <= end) return { lowMs: start, highMs: end };
  return progress >= SURE_PROGRESS ? pace : { lowMs: end, highMs: start };
}

/**
 * Least and most ms until the end at `now` (epoch ms), or null where nothing says. Before progress tells, by what is `usual` for
 * such a run; then by its pace and by what is usual together. Never below zero, and never past the time that runs, or earlier runs
 * like this one, take at the most: an estimate that lies wholly beyond it is none.
 */
export function restEstimate(record: RunRecord, now: number, usual: Usual | null = null): Rest | null {
  if (record.state !== 'running') return null;
  const elapsedMs = Math.max(0, now - launchedAt(record));
  const rest = combined(restByPace(record, elapsedMs, now), restByUsual(usual, elapsedMs), record.progress);
  const mostMs = Math.max(LONGEST_RUN_MS, usual?.highMs ?? 0) - elapsedMs;
  if (rest === null || rest.lowMs > mostMs) return null;
  return { lowMs: rest.lowMs, highMs: Math.min(rest.highMs, mostMs) };
}

/** Whether a run that has gone on for `elapsedMs` takes longer than usual. */
export function isLongerThanUsual(elapsedMs: number, usual: Usual | null): boolean {
  return usual !== null && elapsedMs >= usual.highMs + LONGER_BY_MS;
}
