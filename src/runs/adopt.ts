// A card for a launch of another browser, from the gateway's ledger: what it is, and how it stands. Pure.
import { RESULT_LIFETIME_MS } from '#src/contract/limits.ts';
import type { Submission } from '#src/contract/desk.ts';
import { readLaunch } from '#src/contract/read-launch.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import type { Reply } from '#src/client/reply.ts';
import type { LaunchContext } from './launch-answers.ts';
import { entryVerdict } from './ledger-answers.ts';
import { createRecord } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { transition } from '#src/records/transition.ts';
import type { RunEvent } from '#src/records/transition.ts';

/** What this browser adds to what the ledger says. */
export type AdoptContext = {
  readonly now: number;
  readonly ledgerId: string;
  readonly upstreamOrigin: string;
  readonly keyLabel: string;
  /** Name and zone of a mailbox, as far as they are known. */
  readonly mailboxOf: (request: LaunchRequest) => RunRecord['mailbox'];
};

/** What another browser's launch can be followed by; what proves that nothing started ends its card. */
const FOLLOWED: ReadonlySet<RunEvent['type']> = new Set(['progress', 'done', 'fail', 'doubt']);

/** Waits and slots are for launches of this browser. */
const NO_QUEUE = {
  slotsHeld: 0,
  endObservable: false,
  waited: { failure: null, waits: 0 },
  anyKey: true,
} as const satisfies Partial<LaunchContext>;

/**
 * What `entry`, which came in `reply`, says of `record`, the card of another browser's launch: an event, `wait` while it is still
 * on its way, `nothing-started` where it is proven that there is no run.
 */
export function newsOf(
  entry: Submission,
  reply: Reply,
  record: RunRecord,
  { now, upstreamOrigin }: Pick<AdoptContext, 'now' | 'upstreamOrigin'>,
): RunEvent | 'wait' | 'nothing-started' {
  const verdict = entryVerdict(entry, reply, {
    ...NO_QUEUE,
    request: { method: 'POST', target: record.target, at: now },
    upstreamOrigin,
    record,
    ledgerId: null,
    askedSince: now,
  });
  if (verdict.step !== 'take') return 'wait';
  return FOLLOWED.has(verdict.event.type) ? verdict.event : 'nothing-started';
}

/** The card of `entry`, which came in `reply`; null where it stands for no run, or for one whose result is no longer kept. */
export function adopt(entry: Submission, reply: Reply, context: AdoptContext): RunRecord | null {
  const { keyId, request: sent } = entry;
  const createdAt = Date.parse(entry.times.createdAt);
  if (keyId === null || sent === null || !(context.now - createdAt < RESULT_LIFETIME_MS)) return null;
  const request = readLaunch(sent.path, sent.query, sent.body);
  if (request === null) return null;
  const card: RunRecord = {
    ...createRecord({
      id: entry.id,
      request,
      mailbox: context.mailboxOf(request),
      keyId,
      keyLabel: context.keyLabel,
      now: createdAt,
    }),
    origin: 'elsewhere',
    // The ledger keeps the query with its question mark.
    target: sent.path + sent.query,
    body: sent.body,
    state: 'sending',
    attempts: [{ key: entry.id, ledgerId: context.ledgerId, sentAt: createdAt, settledAt: null }],
  };
  const news = newsOf(entry, reply, card, context);
  if (news === 'wait') return card;
  return news === 'nothing-started' ? null : transition(card, news);
}
