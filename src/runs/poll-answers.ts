// Table 3 of protocol.md: every answer to a poll and what it does to the record and to polling. Total and pure.
import { isSuccess } from '#src/client/reply.ts';
import type { Reply } from '#src/client/reply.ts';
import { isExpired } from '#src/records/derived.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { failureFrom } from '#src/records/failure.ts';
import type { FailedRequest } from '#src/records/failure.ts';
import type { Pause } from './launch-answers.ts';
import type { RunRecord } from '#src/records/record.ts';
import { runAnswer } from './run-answer.ts';
import type { RunEvent } from '#src/records/transition.ts';
import { budgetWait, limitWait, transientWait, waitsFor } from '#src/records/waits.ts';

/** Two 404s this far apart confirm that a result cannot be found. */
const MISSING_CONFIRM_MS = 60_000;
/** Longest part of a wait that jitter may take off. */
const JITTER = 0.25;

/** What the table needs to know beside the answer. */
export type PollContext = {
  readonly record: RunRecord;
  readonly request: FailedRequest;
  readonly upstreamOrigin: string;
  readonly random: () => number;
};

/**
 * What an answer to a poll does. `next`: `plan` = poll-plan.ts decides, a number = ms until the next poll,
 * `end` = none, or none until the operator acts.
 */
export type PollVerdict = {
  readonly event: RunEvent | null;
  readonly next: 'plan' | 'end' | number;
  readonly pauses: Pause | null;
};

/** The verdict on one answer; `reply` is null where none came, or where it did not come from this desk. */
export function pollVerdict(reply: Reply | null, context: PollContext): PollVerdict {
  if (reply === null || reply.requestId === null) return delayed('connection-lost', null, context);
  if (isSuccess(reply)) return understood(reply, context);
  const code = reply.problem?.code ?? '';
  switch (reply.status) {
    case 400:
      return stopped('page-link-refused', reply, context);
    case 401:
      if (code === 'desk-login-required') return paused('signed-out', 'sign-in', reply, context);
      if (code === 'desk-key-unknown' || code === 'desk-key-missing') {
        return paused('result-other-key', 'key', reply, context);
      }
      return paused('key-refused', 'key', reply, context);
    case 403:
      return stopped('run-key-mismatch', reply, context);
    case 404:
      return missing(reply, context);
    case 429:
      return limited(reply, code === 'desk-budget', context);
    case 408:
    case 425:
      return delayed('update-delayed', reply, context);
    default:
      if (reply.status >= 500) return delayed('update-delayed', reply, context);
      return stopped('not-recognised', reply, context);
  }
}

function failed(
  kind: FailureKind,
  reply: Reply | null,
  { request }: PollContext,
  {
    retryInMs = null,
    stops = false,
    missing: is404 = false,
  }: { retryInMs?: number | null; stops?: boolean; missing?: boolean } = {},
): RunEvent {
  const retryAt = retryInMs === null ? null : request.at + retryInMs;
  return { type: 'poll-failed', failure: failureFrom(kind, request, reply, retryAt), stops, missing: is404 };
}

function understood(reply: Reply, context: PollContext): PollVerdict {
  const event = runAnswer(reply, context.request, context.upstreamOrigin);
  if (event === null) return delayed('answer-not-understood', reply, context);
  return { event, next: event.type === 'progress' ? 'plan' : 'end', pauses: null };
}

function delayed(kind: FailureKind, reply: Reply | null, context: PollContext): PollVerdict {
  const repeats = waitsFor('fault', context.record);
  const waitMs = transientWait(repeats) * (1 - JITTER * context.random());
  return { event: failed(kind, reply, context, { retryInMs: waitMs }), next: waitMs, pauses: null };
}

function stopped(kind: FailureKind, reply: Reply, context: PollContext): PollVerdict {
  return { event: failed(kind, reply, context, { stops: true }), next: 'end', pauses: null };
}

function paused(kind: FailureKind, pauses: Pause, reply: Reply, context: PollContext): PollVerdict {
  return { event: failed(kind, reply, context), next: 'end', pauses };
}

function missing(reply: Reply, context: PollContext): PollVerdict {
  const { record, request } = context;
  if (isExpired(record, request.at)) return { event: null, next: 'end', pauses: null };
  const waited = record.missingSince === null ? 0 : request.at - record.missingSince;
  if (record.state === 'lost' || waited >= MISSING_CONFIRM_MS) {
    return {
      event: { type: 'lose', failure: failureFrom('result-missing', request, reply) },
      next: 'end',
      pauses: null,
    };
  }
  const waitMs = MISSING_CONFIRM_MS - waited;
  return {
    event: failed('result-missing', reply, context, { retryInMs: waitMs, missing: true }),
    next: waitMs,
    pauses: null,
  };
}

function limited(reply: Reply, byDesk: boolean, context: PollContext): PollVerdict {
  const waitMs = byDesk
    ? budgetWait(reply.retryAfterMs)
    : limitWait(waitsFor('limit', context.record), reply.retryAfterMs);
  return { event: failed('rate-limited', reply, context, { retryInMs: waitMs }), next: waitMs, pauses: null };
}
