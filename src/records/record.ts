// The run record: what this desk asked for, as sent, and what is known of it since (design.md section 4).
import type { LaunchRequest } from '#src/contract/reports.ts';
import { isReportId, launchBody, launchTarget } from '#src/contract/reports.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { RunFailure } from './failure.ts';
import type { RunEventType } from './transition.ts';

/** States that are written down; what follows from the clock and the loaded keys is derived (derived.ts). */
export const RUN_STATES = [
  'queued',
  'sending',
  'running',
  'done',
  'failed',
  'refused',
  'unknown',
  'lost',
] as const;
/** See {@link RUN_STATES}. */
export type RunState = (typeof RUN_STATES)[number];

/** States from which nothing follows by itself. */
export function isTerminal(state: RunState): boolean {
  return state === 'done' || state === 'failed' || state === 'refused' || state === 'lost';
}

/** One forwarding of a launch. Its key is written down before the request leaves, and is never used for another one. */
export type Attempt = {
  /** `Idempotency-Key`, a UUID. The first attempt's equals the record's id. */
  readonly key: string;
  /** The gateway's ledger that the key was given to. */
  readonly ledgerId: string;
  /** Epoch ms, desk time. */
  readonly sentAt: number;
  /** When its answer was taken in, or null. */
  readonly settledAt: number | null;
};

/** What is known of a finished result from its first page. */
export type ResultSummary = {
  /** Rows in all, or null where the API has not said. */
  readonly total: number | null;
  /** Rows on the first page. */
  readonly firstPage: number;
  /** Whether rows follow the first page. */
  readonly more: boolean;
  /** `dataCutoffTimestamp`; null = every period is final. */
  readonly cutoff: string | null;
};

/** Something that was heard of a run and meant nothing any more in the state it was in. */
export type IgnoredEvent = { readonly type: RunEventType; readonly at: number; readonly state: RunState };

/** The form of a record that this version writes; older ones are read by upgrade-record.ts. */
export const RECORD_VERSION = 2;

/** See {@link createRecord}. All times are epoch ms of the desk's clock. */
export type RunRecord = {
  readonly version: typeof RECORD_VERSION;
  /** UUID, made at the press of the button; of a launch made elsewhere, its `Idempotency-Key`. */
  readonly id: string;
  /** `elsewhere`: found in the gateway's ledger. Another browser launched it, so this one follows it and never sends it. */
  readonly origin: 'here' | 'elsewhere';
  readonly request: LaunchRequest;
  /** Path and query, and body, exactly as sent: *Run again* sends the same bytes. */
  readonly target: string;
  readonly body: string;
  /** Name and IANA zone of the mailbox when it was launched, so that the card can be read when the list cannot. */
  readonly mailbox: { readonly name: string; readonly timeZone: string };
  readonly keyId: string;
  readonly keyLabel: string;
  readonly fingerprint: string;
  readonly pressedAt: number;
  /** Place in the queue: lower goes first. */
  readonly position: number;
  readonly state: RunState;
  readonly attempts: readonly Attempt[];
  /** Queued: not sent before this. */
  readonly notBefore: number | null;
  /** Waits in a row for the same cause; the next one is longer. */
  readonly waits: number;
  /** Path and query of the result, once a link was given. */
  readonly self: string | null;
  /** 0–100; what is shown never falls. */
  readonly progress: number;
  /** When progress was last seen to move. */
  readonly movedAt: number | null;
  /** Last good answer of the API about this run. */
  readonly checkedAt: number | null;
  /** Polls that failed in a row. */
  readonly pollFailures: number;
  /** When a poll first got a 404 that age does not explain. */
  readonly missingSince: number | null;
  /** Whether polls go on: `stopped` until the operator acts. */
  readonly polling: 'on' | 'stopped';
  /** *Slower updates*: the operator wants to hear of it seldom. */
  readonly slower: boolean;
  /** When it was seen to end. */
  readonly endedAt: number | null;
  /** How long the run took, in ms; null where its end was not seen soon after it came. */
  readonly tookMs: number | null;
  readonly summary: ResultSummary | null;
  readonly failure: RunFailure | null;
  /** Queued: the operator said *Send now* of a launch that had waited since before the desk was opened. */
  readonly confirmed: boolean;
  /** The operator said *Treat as not started*. */
  readonly released: boolean;
  /** The record that this one repeats on purpose. */
  readonly rerunOf: string | null;
  /** What launches of several mailboxes at once share: a UUID, or null. They also share their place in the queue. */
  readonly batch: string | null;
  /**
   * The record whose figures are compared with these: the same report over the period before or after. Null where there is none;
   * left out by records of this version that are older than the field.
   */
  readonly comparedWith?: string | null;
  /** The last few answers that came too late to change anything, oldest first. */
  readonly ignored: readonly IgnoredEvent[];
};

/** What a new record is made of. */
export type NewRecord = {
  readonly id: string;
  readonly request: LaunchRequest;
  readonly mailbox: RunRecord['mailbox'];
  readonly keyId: string;
  readonly keyLabel: string;
  readonly now: number;
  readonly rerunOf?: string | null;
  readonly batch?: string | null;
  readonly comparedWith?: string | null;
};

/** A record in state `queued`: written before anything is sent. */
export function createRecord({
  id,
  request,
  mailbox,
  keyId,
  keyLabel,
  now,
  rerunOf = null,
  batch = null,
  comparedWith = null,
}: NewRecord): RunRecord {
  return {
    version: RECORD_VERSION,
    id,
    origin: 'here',
    request,
    target: launchTarget(request),
    body: launchBody(request),
    mailbox,
    keyId,
    keyLabel,
    fingerprint: fingerprintOf(request),
    pressedAt: now,
    position: now,
    state: 'queued',
    attempts: [],
    notBefore: null,
    waits: 0,
    self: null,
    progress: 0,
    movedAt: null,
    checkedAt: null,
    pollFailures: 0,
    missingSince: null,
    polling: 'on',
    slower: false,
    endedAt: null,
    tookMs: null,
    summary: null,
    failure: null,
    confirmed: false,
    released: false,
    rerunOf,
    batch,
    comparedWith,
    ignored: [],
  };
}

/** Whether what a record asks for can be read. Storage is foreign: one that cannot costs its own card, not what sums up many. */
export function isReadable({ request }: { readonly request: Partial<LaunchRequest> | null }): boolean {
  return isReportId(request?.report ?? '') && typeof request?.parameters === 'object';
}

/** The attempt that was sent last, or null. */
export function lastAttempt(record: RunRecord): Attempt | null {
  return record.attempts.at(-1) ?? null;
}

/** When the run was launched: the last sending, else the press of the button. Its 24 hours count from here. */
export function launchedAt(record: RunRecord): number {
  return lastAttempt(record)?.sentAt ?? record.pressedAt;
}
