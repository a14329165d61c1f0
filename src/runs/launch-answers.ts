// Table 1 of protocol.md: every answer to a launch and what it does to the record. Total and pure; the first row that fits wins.
import { isSuccess } from '#src/client/reply.ts';
import type { Reply } from '#src/client/reply.ts';
import { CONCURRENT_RUNS, FEW_REQUESTS_LEFT } from '#src/contract/limits.ts';
import type { DeskCode } from '#src/contract/desk.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { failureFrom } from '#src/records/failure.ts';
import type { FailedRequest } from '#src/records/failure.ts';
import { runAnswer } from './run-answer.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { RunEvent } from '#src/records/transition.ts';
import { budgetWait, limitWait, transientWait, waitsFor } from '#src/records/waits.ts';

/** What the table needs to know beside the answer. */
export type LaunchContext = {
  readonly request: FailedRequest;
  readonly upstreamOrigin: string;
  /** Slots that other records hold. */
  readonly slotsHeld: number;
  /** Whether the end of one of them can be observed, and the queue waits for it. */
  readonly endObservable: boolean;
  /** What this record waited for last, and how many times in a row. */
  readonly waited: Pick<RunRecord, 'failure' | 'waits'>;
  /** Keys the gateway has: none makes row 3 a missing key, not another one. */
  readonly anyKey: boolean;
};

/** What has to stop until the operator acts. */
export type Pause = 'sign-in' | 'key';

/** What an answer does. `row` is the row of the table; `event` is null where the ledger has to be asked (table 2). */
export type LaunchVerdict = {
  readonly row: number;
  readonly event: RunEvent | null;
  readonly pauses: Pause | null;
  /** How long the whole queue waits, in ms. */
  readonly queueWaitMs: number;
};

const DESK_WAITS: ReadonlySet<string> = new Set<DeskCode>([
  'desk-draining',
  'desk-overloaded',
  'desk-ledger-unavailable',
]);
const KEY_SPENT: ReadonlySet<string> = new Set<DeskCode>([
  'idempotency-key-reused',
  'idempotency-key-expired',
  'submission-void',
]);
/** Refusals that a copy of a launch can meet on its way through the gateway, whatever became of the copies before it. */
const COPY_REFUSED: ReadonlySet<string> = new Set<DeskCode>([
  'body-incomplete',
  'desk-budget',
  'desk-draining',
  'desk-key-missing',
  'desk-key-required',
  'desk-key-unknown',
  'desk-ledger-unavailable',
  'desk-login-required',
  'desk-overloaded',
]);
const SETTINGS_STATUS = new Set([400, 409, 413, 415, 422]);

/** The verdict on one answer; `reply` is null where none came. */
export function launchVerdict(reply: Reply | null, context: LaunchContext): LaunchVerdict {
  if (reply === null || reply.requestId === null) return askLedger(1);
  return (
    (reply.forwarded ? refusedRepeat(reply) : notForwarded(reply, context)) ??
    (isSuccess(reply) ? accepted(reply, context) : null) ??
    (reply.status >= 500 || reply.status === 408 ? serverError(reply, context) : null) ??
    (reply.status === 429 ? limited(reply, context) : null) ??
    (reply.status >= 400 ? refused(reply, context) : null) ??
    doubt(25, 'outcome-unknown', reply, context)
  );
}

function verdict(row: number, event: RunEvent | null, more: Partial<LaunchVerdict> = {}): LaunchVerdict {
  return { row, event, pauses: null, queueWaitMs: 0, ...more };
}

function askLedger(row: number): LaunchVerdict {
  return verdict(row, null);
}

function requeue(
  row: number,
  kind: FailureKind,
  reply: Reply,
  { request }: LaunchContext,
  {
    waitMs = null,
    first = false,
    pauses = null,
  }: { waitMs?: number | null; first?: boolean; pauses?: Pause | null },
): LaunchVerdict {
  const notBefore = waitMs === null ? null : request.at + waitMs;
  const failure = failureFrom(kind, request, reply, notBefore);
  return verdict(row, { type: 'requeue', at: request.at, notBefore, first, failure }, { pauses });
}

function refuse(
  row: number,
  kind: FailureKind,
  reply: Reply,
  { request }: LaunchContext,
  pauses: Pause | null = null,
) {
  return verdict(
    row,
    { type: 'refuse', at: request.at, failure: failureFrom(kind, request, reply) },
    { pauses },
  );
}

function doubt(row: number, kind: FailureKind, reply: Reply, { request }: LaunchContext, queueWaitMs = 0) {
  return verdict(
    row,
    { type: 'doubt', at: request.at, failure: failureFrom(kind, request, reply) },
    { queueWaitMs },
  );
}

/** Rows 2–8: the gateway proves that nothing was sent. */
function notForwarded(reply: Reply, context: LaunchContext): LaunchVerdict {
  const code = reply.problem?.code ?? '';
  const waitMs = transientWait(waitsFor('fault', context.waited));
  if (reply.status === 401 && code === 'desk-login-required') {
    return requeue(2, 'signed-out', reply, context, { pauses: 'sign-in' });
  }
  if (reply.status === 401 && (code === 'desk-key-missing' || code === 'desk-key-unknown')) {
    const kind = context.anyKey ? 'result-other-key' : 'key-refused';
    return requeue(3, kind, reply, context, { pauses: 'key' });
  }
  if (reply.status === 429 && code === 'desk-budget') {
    return requeue(4, 'rate-limited', reply, context, { waitMs: budgetWait(reply.retryAfterMs) });
  }
  if (reply.status === 503 && DESK_WAITS.has(code)) {
    return requeue(5, 'not-sent', reply, context, { waitMs });
  }
  if (reply.status === 503 && code === 'upstream-unreachable') {
    return requeue(6, 'not-sent', reply, context, { waitMs });
  }
  if (KEY_SPENT.has(code)) return askLedger(7);
  return refuse(8, 'desk-refused', reply, context);
}

/** Row 7 too: the gateway refuses a repeat of a launch that it may have sent before, so this answer alone proves nothing. */
function refusedRepeat({ problem }: Reply): LaunchVerdict | null {
  return COPY_REFUSED.has(problem?.code ?? '') ? askLedger(7) : null;
}

/** Rows 9–12: the API took the launch. */
function accepted(reply: Reply, { request, upstreamOrigin }: LaunchContext): LaunchVerdict {
  const event = runAnswer(reply, request, upstreamOrigin);
  if (event === null) {
    return verdict(12, {
      type: 'doubt',
      at: request.at,
      failure: failureFrom('started-without-link', request, reply),
    });
  }
  return verdict(event.type === 'progress' ? 9 : event.type === 'done' ? 10 : 11, event);
}

/** Rows 13–15: the launch may have started a run. */
function serverError(reply: Reply, context: LaunchContext): LaunchVerdict {
  const code = reply.problem?.code ?? '';
  const row =
    reply.status === 504 && code === 'outcome-unknown'
      ? 13
      : reply.status === 502 && code === 'upstream-redirect'
        ? 14
        : 15;
  return doubt(row, 'outcome-unknown', reply, context);
}

/** Rows 16–19: one of the two limits. */
function limited(reply: Reply, context: LaunchContext): LaunchVerdict {
  if (reply.problem === null) return doubt(19, 'outcome-unknown', reply, context, limitWait(0, null));
  const waitMs = limitWait(waitsFor('limit', context.waited), reply.retryAfterMs);
  if (context.slotsHeld >= CONCURRENT_RUNS) {
    return requeue(16, 'slots-full', reply, context, {
      first: true,
      waitMs: context.endObservable ? null : waitMs,
    });
  }
  if (reply.budgetLeft !== null && reply.budgetLeft < FEW_REQUESTS_LEFT) {
    return requeue(17, 'rate-limited', reply, context, { first: true, waitMs });
  }
  return requeue(18, 'limit-undecided', reply, context, { first: true, waitMs });
}

/** Rows 20–24: the API refused the launch. */
function refused(reply: Reply, context: LaunchContext): LaunchVerdict {
  if (reply.problem === null) return refuse(24, 'not-recognised', reply, context);
  if (reply.status === 401) return refuse(20, 'key-refused', reply, context, 'key');
  if (reply.status === 403) return refuse(21, 'scope-missing', reply, context);
  if (reply.status === 404) return refuse(22, 'mailbox-out-of-reach', reply, context);
  if (SETTINGS_STATUS.has(reply.status)) return refuse(23, 'settings-refused', reply, context);
  return refuse(24, 'not-recognised', reply, context);
}
