// Writes what an answer means into its record, as long as the record still stands for the launch that was asked about.
import { lastAttempt } from './record.ts';
import type { RunRecord } from './record.ts';
import type { RunStore } from './store.ts';
import { transition } from './transition.ts';
import type { RunEvent } from './transition.ts';

/**
 * Takes `event`, which says something about the last attempt of `asked`. Another tab may have sent a new attempt since: a late
 * "nothing started" must not send that one back to the queue, so then nothing changes. Gives the record after it, null where
 * there is none. Rejects only where storage fails.
 */
export function takeFor(store: RunStore, asked: RunRecord, event: RunEvent): Promise<RunRecord | null> {
  const key = lastAttempt(asked)?.key;
  return store.update(asked.id, (current) =>
    lastAttempt(current)?.key === key ? transition(current, event) : current,
  );
}
