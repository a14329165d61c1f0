// What follows from a record, the clock and the loaded keys, and is therefore never stored (design.md section 4).
import { LONGEST_RUN_MS, RESULT_LIFETIME_MS } from '#src/contract/limits.ts';
import type { FailureKind } from './failure-kind.ts';
import { launchedAt } from './record.ts';
import type { RunRecord, RunState } from './record.ts';

/** Ids of the keys that the gateway holds. */
export type LoadedKeys = ReadonlySet<string>;

/** Those of `keys` that the API has not refused: runs under the others cannot be looked at. */
export function workingKeys(keys: LoadedKeys, pausedKeys: ReadonlySet<string>): LoadedKeys {
  return new Set([...keys].filter((id) => !pausedKeys.has(id)));
}

/** When the API stops keeping the result, epoch ms. */
export function expiresAt(record: RunRecord): number {
  return launchedAt(record) + RESULT_LIFETIME_MS;
}

/** Whether the API no longer keeps the result. Needs no request. */
export function isExpired(record: RunRecord, now: number): boolean {
  return (record.state === 'done' || record.state === 'running') && now >= expiresAt(record);
}

/** Whether a run takes longer than runs normally do. */
export function isOverdue(record: RunRecord, now: number): boolean {
  return record.state === 'running' && !isExpired(record, now) && now - launchedAt(record) >= LONGEST_RUN_MS;
}

/** Whether only a key that is not loaded could read or send this. */
export function needsKey(record: RunRecord, keys: LoadedKeys): boolean {
  return record.state !== 'failed' && record.state !== 'refused' && !keys.has(record.keyId);
}

/** The last poll said that the run's key does not work any more. */
const KEY_TROUBLE: ReadonlySet<FailureKind> = new Set<FailureKind>(['key-refused', 'result-other-key']);

/** Whether the end of the run can be observed: it has a link, its key works, and polls were not stopped. */
export function canLook(record: RunRecord, keys: LoadedKeys): boolean {
  return (
    record.state === 'running' &&
    record.self !== null &&
    keys.has(record.keyId) &&
    record.polling === 'on' &&
    !(record.failure !== null && KEY_TROUBLE.has(record.failure.kind))
  );
}

/** States in which there may be a run at the server. */
const MAY_RUN: ReadonlySet<RunState> = new Set<RunState>(['sending', 'running', 'unknown']);

/**
 * Until when the record may stand for one of the account's slots by the clock alone, epoch ms; `-Infinity` where it holds none,
 * `Infinity` while it is being sent. A run that can be polled holds its slot until it is seen to end; one that cannot be looked
 * at, for as long as a run may take.
 */
export function slotHeldUntil(record: RunRecord, keys: LoadedKeys): number {
  if (record.state === 'sending' && record.origin === 'here') return Infinity;
  if (!MAY_RUN.has(record.state) || record.released) return -Infinity;
  return canLook(record, keys) ? expiresAt(record) : launchedAt(record) + LONGEST_RUN_MS;
}

/** Whether the record may stand for one of the account's slots at `now`. See {@link slotHeldUntil}. */
export function holdsSlot(record: RunRecord, now: number, keys: LoadedKeys): boolean {
  return now < slotHeldUntil(record, keys);
}

/** How many slots the records say are held. */
export function slotsHeld(records: readonly RunRecord[], now: number, keys: LoadedKeys): number {
  return records.filter((record) => holdsSlot(record, now, keys)).length;
}

/** Whether the last poll of a run that goes on got no answer. The page says so once, not each card. */
export function isConnectionLost(record: RunRecord): boolean {
  return record.state === 'running' && record.failure?.kind === 'connection-lost';
}
