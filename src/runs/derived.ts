// What follows from a record, the clock and the loaded keys, and is therefore never stored (design.md section 4).
import { LONGEST_RUN_MS, RESULT_LIFETIME_MS } from '#src/contract/limits.ts';
import { launchedAt } from './record.ts';
import type { RunRecord } from './record.ts';

/** Ids of the keys that the gateway holds. */
export type LoadedKeys = ReadonlySet<string>;

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

/** Whether the run can be looked at: it has a link, its key is loaded, and polls were not stopped. */
function canLook(record: RunRecord, keys: LoadedKeys): boolean {
  return record.self !== null && keys.has(record.keyId) && record.polling === 'on';
}

/**
 * Whether the record may stand for one of the account's slots. A run that can be polled holds it until it is seen to end;
 * one that cannot be looked at, for as long as a run may take.
 */
export function holdsSlot(record: RunRecord, now: number, keys: LoadedKeys): boolean {
  if (record.state === 'sending') return true;
  if (record.state !== 'running' && record.state !== 'unknown') return false;
  if (record.released || isExpired(record, now)) return false;
  if (record.state === 'running' && canLook(record, keys)) return true;
  return now < launchedAt(record) + LONGEST_RUN_MS;
}

/** How many slots the records say are held. */
export function slotsHeld(records: readonly RunRecord[], now: number, keys: LoadedKeys): number {
  return records.filter((record) => holdsSlot(record, now, keys)).length;
}
