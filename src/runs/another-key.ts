// The key with which a run can be launched anew where its own is not there.
import type { RunRecord } from '#src/records/record.ts';

/**
 * The first of `keys` that works and is not the record's own; null where there is none, or where the launch still waits in the
 * queue and goes out with its own key.
 */
export function anotherKey<Key extends { readonly id: string }>(
  record: RunRecord,
  keys: readonly Key[],
  pausedKeys: ReadonlySet<string>,
): Key | null {
  if (record.state === 'queued') return null;
  return keys.find(({ id }) => id !== record.keyId && !pausedKeys.has(id)) ?? null;
}
