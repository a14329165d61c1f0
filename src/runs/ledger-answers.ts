// Table 2 of protocol.md: what the gateway's ledger says of a launch whose answer this tab does not have. Total and pure.
import * as z from 'zod/mini';
import { submissionSchema } from '#src/contract/desk.ts';
import type { Submission } from '#src/contract/desk.ts';
import { pinResultLink } from '#src/client/links.ts';
import { isSuccess, readBody } from '#src/client/reply.ts';
import type { Reply } from '#src/client/reply.ts';
import { failureFrom } from '#src/records/failure.ts';
import { launchVerdict } from './launch-answers.ts';
import type { LaunchContext } from './launch-answers.ts';
import type { RunRecord } from '#src/records/record.ts';
import { lastAttempt } from '#src/records/record.ts';
import type { RunEvent } from '#src/records/transition.ts';
import { transientWait, waitsFor } from '#src/records/waits.ts';

/** A launch that is still being forwarded is asked about again after this, in ms. */
export const FORWARDING_WAIT_MS = 2_000;
/** How long after the send `forwarding` is believed to end soon. */
const FORWARDING_LIMIT_MS = 100_000;
/** How long the gateway may be silent before the outcome counts as unknown. */
const SILENCE_LIMIT_MS = 60_000;
/** A launch that provably never left goes out by itself when it was pressed less than this ago. */
const FRESH_PRESS_MS = 600_000;

/** What the table needs to know beside the answer. */
export type LedgerContext = LaunchContext & {
  readonly record: RunRecord;
  /** The ledger that the gateway has now; null where the gateway was not asked. */
  readonly ledgerId: string | null;
  /** When this question was asked first, epoch ms. */
  readonly askedSince: number;
};

/**
 * What an answer of the ledger does: take `event`, ask `again` after so many ms, or `void` the key first (a DELETE, whose
 * answer comes back here).
 */
export type LedgerVerdict =
  | { readonly step: 'take'; readonly event: RunEvent }
  | { readonly step: 'again'; readonly waitMs: number }
  | { readonly step: 'void' };

/** The verdict on the answer to `GET` or `DELETE /desk/submissions/{key}`; `reply` is null where none came. */
export function ledgerVerdict(reply: Reply | null, context: LedgerContext): LedgerVerdict {
  if (reply === null || reply.requestId === null) return silent(context);
  if (reply.status === 404) return unknownKey(context);
  const entry = entryOf(reply);
  return entry === null ? silent(context) : entryVerdict(entry, reply, context);
}

/** The verdict on an entry of the ledger, which came in `reply`. */
export function entryVerdict(entry: Submission, reply: Reply, context: LedgerContext): LedgerVerdict {
  switch (entry.state) {
    case 'void':
      return voided(reply, context);
    case 'forwarding':
      return context.request.at - sentAt(context) < FORWARDING_LIMIT_MS
        ? { step: 'again', waitMs: FORWARDING_WAIT_MS }
        : doubt(null, context);
    case 'unknown':
      return doubt(entry.answer === undefined ? null : storedReply(entry, entry.answer, reply), context);
    case 'accepted':
    case 'refused':
      return { step: 'take', event: settledEvent(entry, reply, context) };
  }
}

/** The entry that an answer of the ledger carries, null where it carries none. */
export function entryOf(reply: Reply): Submission | null {
  if (!isSuccess(reply) && reply.status !== 409) return null;
  const parsed = z.safeParse(submissionSchema, reply.body);
  return parsed.success ? parsed.data : null;
}

function sentAt({ record }: LedgerContext): number {
  return lastAttempt(record)?.sentAt ?? record.pressedAt;
}

/** `reply` is what came back to the launch, null where nothing did: what the ledger itself answered is no evidence. */
function doubt(reply: Reply | null, { request }: LedgerContext): LedgerVerdict {
  const failure = failureFrom('outcome-unknown', request, reply);
  return { step: 'take', event: { type: 'doubt', at: request.at, failure: { ...failure, raw: null } } };
}

function silent(context: LedgerContext): LedgerVerdict {
  return context.request.at - context.askedSince < SILENCE_LIMIT_MS
    ? { step: 'again', waitMs: FORWARDING_WAIT_MS }
    : doubt(null, context);
}

function unknownKey(context: LedgerContext): LedgerVerdict {
  if (context.ledgerId === null) return silent(context);
  return context.ledgerId === lastAttempt(context.record)?.ledgerId ? { step: 'void' } : doubt(null, context);
}

/** The key was made unusable before it was ever forwarded: proof that nothing started. */
function voided(reply: Reply, { request, record }: LedgerContext): LedgerVerdict {
  const repeats = waitsFor('fault', record);
  // Once is chance; a launch that gets lost again and again must not go round without a pause.
  const notBefore = repeats === 0 ? null : request.at + transientWait(repeats - 1);
  const failure = { ...failureFrom('not-sent', request, reply, notBefore), raw: null };
  const event: RunEvent =
    request.at - record.pressedAt < FRESH_PRESS_MS
      ? { type: 'requeue', at: request.at, notBefore, first: false, failure }
      : { type: 'refuse', at: request.at, failure };
  return { step: 'take', event };
}

/** The gateway keeps path and query of the link; like any other it is followed only on the API's origin. */
function entrySelf({ self }: Submission, upstreamOrigin: string): string | null {
  const url = self === undefined ? null : URL.parse(self, upstreamOrigin);
  return pinResultLink(url?.href, upstreamOrigin);
}

/** When the gateway saw the run end, epoch ms; `at` where it does not say. */
function endOf({ run }: Submission, at: number): number {
  const ended = Date.parse(run?.endedAt ?? '');
  return Number.isNaN(ended) ? at : Math.min(at, ended);
}

/** The stored answer read by table 1; what polls have shown since wins over it. */
function settledEvent(entry: Submission, reply: Reply, context: LedgerContext): RunEvent {
  const self = entrySelf(entry, context.upstreamOrigin);
  const { at } = context.request;
  const ended = endOf(entry, at);
  if (self !== null && entry.run?.status === 'done') return { type: 'done', at: ended, self, summary: null };
  if (self !== null && entry.run?.status === 'error') {
    return { type: 'fail', at: ended, self, failure: failureFrom('report-failed', context.request, null) };
  }
  const stored = entry.answer === undefined ? null : storedReply(entry, entry.answer, reply);
  const event = stored === null ? null : launchVerdict(stored, context).event;
  if (event !== null) return event;
  if (self !== null) return { type: 'progress', at, self, progress: entry.run?.progress ?? null };
  return entry.state === 'refused'
    ? { type: 'refuse', at, failure: failureFrom('not-recognised', context.request, null) }
    : { type: 'doubt', at, failure: failureFrom('started-without-link', context.request, null) };
}

/**
 * A stored answer reads exactly like the reply that it was. Headers are not stored with it, but a 5xx can only have left an entry
 * that says `refused` where nothing was sent (table 1, row 6).
 */
function storedReply({ state }: Submission, answer: { status: number; body: string }, carrier: Reply): Reply {
  return {
    ...carrier,
    status: answer.status,
    ...readBody(answer.body),
    forwarded: !(state === 'refused' && answer.status >= 500),
    retryAfterMs: null,
  };
}
