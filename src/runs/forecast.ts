// When slots become free and when queued launches go, as ranges. Pure; a forecast for people, which nothing is decided on.
import { LONGEST_RUN_MS } from '#src/contract/limits.ts';
import { canLook, holdsSlot, isOverdue, slotHeldUntil, workingKeys } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { restEstimate } from '#src/records/estimate.ts';
import { holdUpOf, isSendingHere, queueOrder } from './queue.ts';
import type { HoldUp, QueueSituation } from './queue.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { usualOf } from '#src/records/usual.ts';

/** From the earliest to the latest time, epoch ms; both are `Infinity` where it is not known. */
export type TimeRange = { readonly low: number; readonly high: number };

const NOT_KNOWN: TimeRange = { low: Infinity, high: Infinity };

/** Whether the range says anything. */
export function isKnown({ high }: TimeRange): boolean {
  return high !== Infinity;
}

/** Records that hold a slot, the oldest launch first. */
export function slotHolders(records: readonly RunRecord[], now: number, keys: LoadedKeys): RunRecord[] {
  return records
    .filter((record) => holdsSlot(record, now, keys))
    .toSorted((left, right) => launchedAt(left) - launchedAt(right));
}

/**
 * When a `record` that holds a slot gives it back. A run that can be looked at: by its estimate, else within the 30 minutes that
 * runs take, not known once it is past them. One that cannot be looked at: exactly when its hold runs out.
 */
export function slotEnd(
  record: RunRecord,
  records: readonly RunRecord[],
  now: number,
  keys: LoadedKeys,
): TimeRange {
  if (isSendingHere(record)) return { low: now, high: now + LONGEST_RUN_MS };
  if (!canLook(record, keys)) {
    const until = slotHeldUntil(record, keys);
    return { low: record.state === 'sending' ? now : until, high: until };
  }
  if (isOverdue(record, now)) return NOT_KNOWN;
  const rest = restEstimate(record, now, usualOf(record, records));
  return rest === null
    ? { low: now, high: launchedAt(record) + LONGEST_RUN_MS }
    : { low: now + rest.lowMs, high: now + rest.highMs };
}

/** What a forecast is made from: the situation of the queue. */
export type ForecastSituation = Pick<QueueSituation, 'now' | 'keys' | 'pausedKeys' | 'slots'>;

/**
 * When each of the slots becomes free for another launch, the soonest first: now for those that are, and then the k-th end of
 * those that hold one. The k-th earliest of all earliest times and the k-th of all latest ones bound the k-th end, whichever run
 * it is.
 */
export function freeSlots(
  records: readonly RunRecord[],
  { now, keys, pausedKeys, slots }: ForecastSituation,
): TimeRange[] {
  const working = workingKeys(keys, pausedKeys);
  const ends = slotHolders(records, now, working).map((record) => slotEnd(record, records, now, working));
  const lows = ends.map(({ low }) => low).toSorted((left, right) => left - right);
  const highs = ends.map(({ high }) => high).toSorted((left, right) => left - right);
  return Array.from({ length: slots }, (_, slot) => {
    // More may hold a slot than there are, as far as is known: the first ends then make none free.
    const index = ends.length - slots + slot;
    return index < 0
      ? { low: now, high: now }
      : { low: lows[index] ?? Infinity, high: highs[index] ?? Infinity };
  });
}

/** See {@link queueForecast}. */
export type QueueForecast = {
  /** Place in the queue, from 1. */
  readonly position: number;
  /** Whether others go before it. */
  readonly isFirst: boolean;
  /** When it should go; `later` = after so many others that it cannot be said. */
  readonly when: TimeRange | 'later';
};

/** Launches that wait for the operator take no slot: those behind pass them. */
const PASSED: ReadonlySet<HoldUp['kind']> = new Set<HoldUp['kind']>(['stale', 'needs-key', 'key-paused']);

/**
 * When the queued `record` should go: the n-th launch to go takes the n-th slot that becomes free, and none goes before a wait of
 * itself or of one before it is over. Null where the record waits for something else than its turn.
 */
export function queueForecast(
  record: RunRecord,
  records: readonly RunRecord[],
  situation: QueueSituation,
): QueueForecast | null {
  const free = freeSlots(records, situation);
  let notBefore = situation.now;
  let ahead = 0;
  for (const [index, queued] of queueOrder(records).entries()) {
    const holdUp = ahead < free.length ? holdUpOf(queued, records, situation) : null;
    const isPassed = holdUp !== null && PASSED.has(holdUp.kind);
    if (holdUp?.kind === 'wait') notBefore = Math.max(notBefore, holdUp.until);
    if (queued.id === record.id) {
      if (isPassed || holdUp?.kind === 'signed-out') return null;
      const slot = free[ahead];
      return {
        position: index + 1,
        isFirst: ahead === 0,
        when:
          slot === undefined
            ? 'later'
            : { low: Math.max(slot.low, notBefore), high: Math.max(slot.high, notBefore) },
      };
    }
    if (!isPassed) ahead += 1;
  }
  return null;
}
