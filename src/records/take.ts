// Writes what an answer means into its record, as long as the record still stands for what was asked about.
import { lastAttempt } from './record.ts';
import type { RunRecord, RunState } from './record.ts';
import type { RunStore } from './store.ts';
import { isAllowed, transition } from './transition.ts';
import type { RunEvent, RunEventType } from './transition.ts';

/** How many answers that came too late a record remembers. */
const KEPT_IGNORED = 5;

/** Two tabs hear of the same end: the second time is no news. */
const OLD_NEWS: Partial<Readonly<Record<RunEventType, RunState>>> = {
  done: 'done',
  fail: 'failed',
  lose: 'lost',
  refuse: 'refused',
  doubt: 'unknown',
};

function noteIgnored(record: RunRecord, type: RunEventType, at: number): RunRecord {
  const ignored = [...record.ignored, { type, at, state: record.state }].slice(-KEPT_IGNORED);
  return { ...record, ignored };
}

/** The record after an answer's `event`, heard at `at` (epoch ms). One that its state does not allow leaves only a note. */
export function hear(record: RunRecord, event: RunEvent, at: number): RunRecord {
  if (isAllowed(record, event.type)) return transition(record, event);
  return OLD_NEWS[event.type] === record.state ? record : noteIgnored(record, event.type, at);
}

/**
 * Takes `event`, which says something about the last attempt of `asked`. Another tab may have sent a new attempt since: a late
 * "nothing started" must not send that one back to the queue, so then it is only noted. Gives the record after it, null where
 * there is none. Rejects only where storage fails.
 */
export function takeFor(
  store: RunStore,
  asked: RunRecord,
  event: RunEvent,
  at: number,
): Promise<RunRecord | null> {
  const key = lastAttempt(asked)?.key;
  return store.update(asked.id, (current) =>
    lastAttempt(current)?.key === key ? hear(current, event, at) : noteIgnored(current, event.type, at),
  );
}
