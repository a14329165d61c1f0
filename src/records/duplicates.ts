// Whether the desk already has the run that is about to be launched (design.md section 4, *Fingerprint*). Pure; asked before
// anything is sent, since a second run takes a second slot and cannot be cancelled.
import { holdsSlot, isExpired } from './derived.ts';
import type { LoadedKeys } from './derived.ts';
import type { RunRecord } from './record.ts';

/**
 * What the record that asks for the same rows is good for:
 * - `running`: watch it.
 * - `waiting`: queued or being sent.
 * - `may-be-running`: nobody knows whether it started, and its slot is held.
 * - `final`: its result is there, or a whole copy of it, and another run would give the same rows.
 * - `moved-on`: its result is there, or a whole copy of it, and another run may give newer figures.
 * - `other-key`: only a key that is not loaded could follow or read it.
 */
export type DuplicateKind = 'running' | 'waiting' | 'may-be-running' | 'final' | 'moved-on' | 'other-key';

/** A record that asks for the same rows. */
export type Duplicate = { readonly record: RunRecord; readonly kind: DuplicateKind };

/** What serves the operator best comes first. */
const RANK: Readonly<Record<DuplicateKind, number>> = {
  running: 0,
  waiting: 1,
  'may-be-running': 2,
  final: 3,
  'moved-on': 4,
  'other-key': 5,
};

/** What `record` is good for at `now` (epoch ms), null where it stands in nobody's way: failed, refused, lost, expired, released. */
function duplicateKind(
  record: RunRecord,
  now: number,
  keys: LoadedKeys,
  copied: ReadonlySet<string>,
): DuplicateKind | null {
  if (record.state === 'unknown') return holdsSlot(record, now, keys) ? 'may-be-running' : null;
  if (record.state === 'queued' || record.state === 'sending') return 'waiting';
  if (record.state !== 'running' && record.state !== 'done') return null;
  const finished = record.summary?.cutoff === null ? 'final' : 'moved-on';
  if (isExpired(record, now)) return copied.has(record.id) ? finished : null;
  if (!keys.has(record.keyId)) return 'other-key';
  if (record.state === 'running') return 'running';
  return finished;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The best of the records with this fingerprint, the newest of equals; null where there is none. `records` newest first; `copied`
 * are the ids of those of whose result all is saved in this browser: that outlives the result itself.
 */
export function findDuplicate(
  fingerprint: string,
  records: readonly RunRecord[],
  now: number,
  keys: LoadedKeys,
  copied: ReadonlySet<string> = NONE,
): Duplicate | null {
  const found = records.flatMap((record) => {
    const kind = record.fingerprint === fingerprint ? duplicateKind(record, now, keys, copied) : null;
    return kind === null ? [] : [{ record, kind }];
  });
  return found.toSorted((one, other) => RANK[one.kind] - RANK[other.kind])[0] ?? null;
}
