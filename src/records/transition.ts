// The one function that changes a record. An event that the state does not allow changes nothing.
import type { RunFailure } from './failure.ts';
import type { Attempt, ResultSummary, RunRecord, RunState } from './record.ts';
import { launchedAt } from './record.ts';
import { waitCause, waitsFor } from './waits.ts';

/** What can happen to a record. Times are epoch ms of the desk's clock. */
export type RunEvent =
  /** The launch is about to leave. */
  | { readonly type: 'send'; readonly attempt: Attempt }
  /** The last attempt, thought to have sent nothing, turns out to have been written down by the gateway: its outcome counts. */
  | { readonly type: 'recall' }
  /** Proof that the last attempt started nothing: back to the queue. */
  | {
      readonly type: 'requeue';
      readonly at: number;
      readonly notBefore: number | null;
      readonly first: boolean;
      readonly failure: RunFailure;
    }
  /** It could not be sent: nothing left this browser. */
  | { readonly type: 'hold'; readonly notBefore: number; readonly failure: RunFailure }
  /** The API accepted the launch, or said something good about the run since. */
  | {
      readonly type: 'progress';
      readonly at: number;
      readonly self?: string;
      readonly progress: number | null;
    }
  | {
      readonly type: 'done';
      readonly at: number;
      readonly self?: string;
      readonly summary: ResultSummary | null;
    }
  | { readonly type: 'fail'; readonly at: number; readonly self?: string; readonly failure: RunFailure }
  /** The launch was refused: nothing started. */
  | { readonly type: 'refuse'; readonly at: number; readonly failure: RunFailure }
  /** Nobody can say whether the launch started a run. */
  | { readonly type: 'doubt'; readonly at: number; readonly failure: RunFailure }
  /** A poll brought nothing new. `missing` where it was a 404 that age does not explain. */
  | {
      readonly type: 'poll-failed';
      readonly failure: RunFailure;
      readonly stops: boolean;
      readonly missing: boolean;
    }
  /** A second 404 confirmed it. */
  | { readonly type: 'lose'; readonly failure: RunFailure }
  /** The operator wants no polls, or wants them again. */
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** The operator says *Slower updates*. */
  | { readonly type: 'slow-down' }
  /** The operator says *Send now*. */
  | { readonly type: 'confirm' }
  /** The operator says *Treat as not started*. */
  | { readonly type: 'release' }
  /** The operator gives it another place in the queue. */
  | { readonly type: 'move'; readonly position: number };

/** Every event's name. */
export type RunEventType = RunEvent['type'];

/** States in which an event may happen. Every step back to `queued` is here in one cell: `requeue`. */
const ALLOWED: Readonly<Record<RunEventType, readonly RunState[]>> = {
  send: ['queued'],
  recall: ['queued'],
  hold: ['queued'],
  requeue: ['sending', 'unknown'],
  progress: ['sending', 'running', 'unknown', 'lost'],
  done: ['sending', 'running', 'unknown', 'lost'],
  fail: ['sending', 'running', 'unknown', 'lost'],
  refuse: ['sending', 'unknown'],
  doubt: ['sending', 'unknown'],
  'poll-failed': ['running', 'lost'],
  lose: ['running', 'lost'],
  pause: ['running'],
  resume: ['running', 'lost'],
  'slow-down': ['running'],
  confirm: ['queued'],
  release: ['unknown'],
  move: ['queued'],
};

/** What would make this browser send the launch of another one. */
const ONLY_HERE: ReadonlySet<RunEventType> = new Set(['send', 'recall', 'requeue']);

/** Whether `event` means anything to the record as it is. */
export function isAllowed(record: RunRecord, type: RunEventType): boolean {
  if (record.origin === 'elsewhere' && ONLY_HERE.has(type)) return false;
  if (type === 'recall' && record.attempts.length === 0) return false;
  return ALLOWED[type].includes(record.state);
}

/** An end that is seen this soon after the run was last seen alive tells how long it took, in ms. */
const SEEN_WITHIN_MS = 60_000;

function tookMs(record: RunRecord, endedAt: number): number | null {
  const started = launchedAt(record);
  return endedAt - (record.checkedAt ?? started) <= SEEN_WITHIN_MS ? endedAt - started : null;
}

function settled(record: RunRecord, at: number): readonly Attempt[] {
  return record.attempts.map((attempt, index) =>
    index === record.attempts.length - 1 && attempt.settledAt === null
      ? { ...attempt, settledAt: at }
      : attempt,
  );
}

function reopened({ attempts }: RunRecord): readonly Attempt[] {
  return attempts.map((attempt, index) =>
    index === attempts.length - 1 ? { ...attempt, settledAt: null } : attempt,
  );
}

/** What every good answer about a run changes. Whether polls go on is the operator's: an answer under way does not undo a pause. */
function heard(record: RunRecord, event: { at: number; self?: string }): RunRecord {
  return {
    ...record,
    attempts: settled(record, event.at),
    self: event.self ?? record.self,
    checkedAt: event.at,
    notBefore: null,
    waits: 0,
    pollFailures: 0,
    missingSince: null,
    endedAt: null,
    failure: null,
    released: false,
  };
}

function waitsInARow(record: RunRecord, failure: RunFailure): number {
  return waitsFor(waitCause(failure), record) + 1;
}

/** Whole percent; 100 is for runs that are done. */
function shownProgress(progress: number | null): number {
  return Math.min(99, Math.max(0, Math.trunc(progress ?? 0)));
}

/** The record after `event`, or the same object where the event means nothing in its state. */
export function transition(record: RunRecord, event: RunEvent): RunRecord {
  if (!isAllowed(record, event.type)) return record;
  switch (event.type) {
    case 'send':
      return { ...record, state: 'sending', attempts: [...record.attempts, event.attempt], notBefore: null };
    case 'recall':
      return { ...record, state: 'sending', attempts: reopened(record), notBefore: null };
    case 'hold':
      return {
        ...record,
        notBefore: event.notBefore,
        waits: waitsInARow(record, event.failure),
        failure: event.failure,
      };
    case 'requeue':
      return {
        ...record,
        state: 'queued',
        attempts: settled(record, event.at),
        notBefore: event.notBefore,
        waits: waitsInARow(record, event.failure),
        position: event.first ? Math.min(record.position, 0) : record.position,
        failure: event.failure,
      };
    case 'progress': {
      const progress = Math.max(record.progress, shownProgress(event.progress));
      const movedAt = progress > record.progress || record.movedAt === null ? event.at : record.movedAt;
      return { ...heard(record, event), state: 'running', progress, movedAt };
    }
    case 'done':
      return {
        ...heard(record, event),
        state: 'done',
        progress: 100,
        endedAt: event.at,
        tookMs: tookMs(record, event.at),
        summary: event.summary,
      };
    case 'fail':
      return { ...heard(record, event), state: 'failed', endedAt: event.at, failure: event.failure };
    case 'refuse':
      return { ...record, state: 'refused', attempts: settled(record, event.at), failure: event.failure };
    case 'doubt':
      return { ...record, state: 'unknown', attempts: settled(record, event.at), failure: event.failure };
    case 'poll-failed':
      return {
        ...record,
        failure: event.failure,
        waits: waitsInARow(record, event.failure),
        pollFailures: record.pollFailures + 1,
        // Only a good answer takes a 404 back: two of them confirm each other across an outage.
        missingSince: record.missingSince ?? (event.missing ? event.failure.at : null),
        polling: event.stops ? 'stopped' : record.polling,
      };
    case 'lose':
      return {
        ...record,
        state: 'lost',
        // Asked about once more and missed again, it has not ended anew: that would let go what waits for a slot.
        endedAt: record.state === 'lost' ? record.endedAt : event.failure.at,
        failure: event.failure,
        polling: 'stopped',
      };
    case 'pause':
      return { ...record, polling: 'stopped' };
    case 'resume':
      return { ...record, polling: 'on', waits: 0, pollFailures: 0, missingSince: null };
    case 'slow-down':
      return { ...record, slower: true };
    case 'confirm':
      return { ...record, confirmed: true };
    case 'release':
      return { ...record, released: true };
    case 'move':
      return { ...record, position: event.position };
  }
}
