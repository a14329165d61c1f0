// Which queued launch goes next, and what holds the others up. Pure; the launcher acts on it and cards explain it.
import { slotHeldUntil, slotsHeld, workingKeys } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';

/** What the queue is decided on. */
export type QueueSituation = {
  readonly now: number;
  readonly keys: LoadedKeys;
  readonly pausedKeys: ReadonlySet<string>;
  readonly signedOut: boolean;
  /** Runs the account may have at a time. */
  readonly slots: number;
  /** When this desk was opened, epoch ms. */
  readonly startedAt: number;
  /** Nothing at all is sent before this, epoch ms. */
  readonly notBefore: number;
};

/** A launch pressed longer than this before the desk was opened waits for the operator's word: it may no longer be wanted. */
export const STALE_MS = 30 * 60_000;

/** Why a queued launch is not sent now. `until` is epoch ms where it is known. */
export type HoldUp =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'needs-key' }
  | { readonly kind: 'key-paused' }
  | { readonly kind: 'slots-full' }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'behind' };

/** Queued records in the order in which they go. */
export function queueOrder(records: readonly RunRecord[]): RunRecord[] {
  return records
    .filter((record) => record.state === 'queued')
    .toSorted(
      (left, right) =>
        left.position - right.position ||
        left.pressedAt - right.pressedAt ||
        // Pressed in the same millisecond: any order will do, as long as it is always the same.
        (left.id < right.id ? -1 : 1),
    );
}

/** Whether a launch of this browser is on its way, or was when its tab went. */
export function isSendingHere({ state, origin }: RunRecord): boolean {
  return state === 'sending' && origin === 'here';
}

/** Which way an operator moves a launch in the queue. */
export type QueueDirection = 'earlier' | 'later';

/**
 * The position that puts the launch one place earlier or later, or more where those that it stands between have the same; null
 * where it is at that end already, or not queued.
 */
export function positionAfterMove(
  records: readonly RunRecord[],
  id: string,
  direction: QueueDirection,
): number | null {
  const order = queueOrder(records);
  const from = order.findIndex((record) => record.id === id);
  const step = direction === 'earlier' ? -1 : 1;
  const passed = order[from + step];
  if (from === -1 || passed === undefined) return null;
  for (let index = from + 2 * step; ; index += step) {
    const beyond = order[index];
    if (beyond === undefined) return passed.position + step;
    const between = (passed.position + beyond.position) / 2;
    if (between !== passed.position && between !== beyond.position) return between;
  }
}

/** A wait for one of the limits ends early when a run was seen to end since (protocol.md table 1, rows 16 and 18). */
function endsEarly({ id, failure }: RunRecord, records: readonly RunRecord[]): boolean {
  if (failure?.kind !== 'slots-full' && failure?.kind !== 'limit-undecided') return false;
  return records.some((other) => other.id !== id && (other.endedAt ?? 0) > failure.at);
}

/** When its own wait is over, epoch ms. A wait that was begun in the future was written down by a clock that was wrong. */
function ownWait(record: RunRecord, records: readonly RunRecord[], now: number): number {
  const begun = record.failure?.at ?? 0;
  return begun > now || endsEarly(record, records) ? 0 : (record.notBefore ?? 0);
}

/** What keeps `record` itself from being sent, whatever stands before it; null when nothing does. */
function ownHoldUp(
  record: RunRecord,
  records: readonly RunRecord[],
  situation: QueueSituation,
): HoldUp | null {
  const { now, keys, pausedKeys, signedOut, slots, startedAt, notBefore } = situation;
  if (signedOut) return { kind: 'signed-out' };
  if (!record.confirmed && startedAt - record.pressedAt > STALE_MS) return { kind: 'stale' };
  if (!keys.has(record.keyId)) return { kind: 'needs-key' };
  if (pausedKeys.has(record.keyId)) return { kind: 'key-paused' };
  const until = Math.max(ownWait(record, records, now), notBefore);
  if (now < until) return { kind: 'wait', until };
  return slotsHeld(records, now, workingKeys(keys, pausedKeys)) >= slots ? { kind: 'slots-full' } : null;
}

/** Whether launches behind may pass: a missing key or word is this launch's own trouble, a limit is everybody's. */
function letsOthersPass(holdUp: HoldUp): boolean {
  return holdUp.kind === 'needs-key' || holdUp.kind === 'key-paused' || holdUp.kind === 'stale';
}

/** The launch to send now, or null. */
export function nextToSend(records: readonly RunRecord[], situation: QueueSituation): RunRecord | null {
  if (records.some(isSendingHere)) return null;
  for (const record of queueOrder(records)) {
    const holdUp = ownHoldUp(record, records, situation);
    if (holdUp === null) return record;
    if (!letsOthersPass(holdUp)) return null;
  }
  return null;
}

/** Why a queued `record` is not sent now; null when it is next. */
export function holdUpOf(
  record: RunRecord,
  records: readonly RunRecord[],
  situation: QueueSituation,
): HoldUp | null {
  const own = ownHoldUp(record, records, situation);
  if (own !== null) return own;
  if (records.some(isSendingHere)) return { kind: 'behind' };
  return nextToSend(records, situation)?.id === record.id ? null : { kind: 'behind' };
}

/**
 * When the clock alone lets a launch go, epoch ms: a wait ends, or a slot that cannot be looked at counts as free. Null where
 * nothing waits for a time.
 */
export function nextWake(records: readonly RunRecord[], situation: QueueSituation): number | null {
  const working = workingKeys(situation.keys, situation.pausedKeys);
  const times = queueOrder(records).flatMap((record) => {
    const holdUp = ownHoldUp(record, records, situation);
    if (holdUp?.kind === 'slots-full') return records.map((other) => slotHeldUntil(other, working));
    return holdUp?.kind === 'wait' ? [holdUp.until] : [];
  });
  const next = times.reduce((least, at) => (at > situation.now && at < least ? at : least), Infinity);
  return next === Infinity ? null : next;
}
