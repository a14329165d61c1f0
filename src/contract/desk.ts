// What the gateway adds to the API: the bodies of `/desk/*`, its headers, and the codes of the errors it makes itself.
import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { tolerantArray } from './tolerant-array.ts';
import { mailboxListSchema } from './mailboxes.ts';

/** Headers between the app and the gateway. */
export const DESK_HEADERS = {
  /** Id of the key to use: the app always sends it. */
  key: 'Desk-Key',
  /** Set on every answer of the gateway; an answer without it came from something else. */
  requestId: 'Desk-Request-Id',
  /** `no` where the answer to a launch provably left nothing upstream. */
  forwarded: 'Desk-Forwarded',
  /** A bare UUID; each is forwarded at most once. */
  idempotencyKey: 'Idempotency-Key',
  /** `true` where a stored answer is repeated. */
  replayed: 'Idempotency-Replayed',
  /** Upstream type of a download. */
  contentType: 'Desk-Content-Type',
  /** State of the shared budget, `"account";r=<left>;t=<seconds>`. */
  rateLimit: 'RateLimit',
} as const;

/** `error.code` of the errors that the gateway makes itself. */
export const DESK_CODES = [
  'desk-budget',
  'desk-draining',
  'desk-failed',
  'desk-key-missing',
  'desk-key-refused',
  'desk-key-required',
  'desk-key-unknown',
  'desk-ledger-unavailable',
  'desk-login-refused',
  'desk-login-required',
  'desk-login-throttled',
  'desk-overloaded',
  'body-incomplete',
  'body-too-large',
  'client-gone',
  'cross-site',
  'host',
  'idempotency-key-expired',
  'idempotency-key-invalid',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'media-type',
  'method-not-allowed',
  'not-found',
  'not-json',
  'outcome-unknown',
  'query-not-allowed',
  'request-invalid',
  'submission-unknown',
  'submission-void',
  'upstream-failed',
  'upstream-redirect',
  'upstream-timeout',
  'upstream-too-large',
  'upstream-unreachable',
] as const;
/** See {@link DESK_CODES}. */
export type DeskCode = (typeof DESK_CODES)[number];

const isoTime = z.string();

const deskKey = z.looseObject({
  id: z.string(),
  label: z.string(),
  source: openEnum(['sandbox', 'environment', 'entered']),
});
/** A loaded key as the browser may know it: a stable non-secret id, and its label. */
export type DeskKey = z.infer<typeof deskKey>;

/** `GET /desk/config`. `now` is the gateway's clock, `upstream` the API's origin. */
export const deskConfigSchema = z.looseObject({
  mode: z.enum(['sandbox', 'live']),
  upstream: z.string(),
  version: z.string(),
  now: isoTime,
  ledgerId: z.string(),
  keys: z.array(deskKey),
  limits: z.looseObject({ requestsPerMinute: z.number(), concurrentRuns: z.number() }),
});
/** See {@link deskConfigSchema}. */
export type DeskConfig = z.infer<typeof deskConfigSchema>;

/** Answer of `POST /desk/keys`: the key itself never comes back. */
export const addedKeySchema = z.extend(mailboxListSchema, { id: z.string(), label: z.string() });
/** See {@link addedKeySchema}. */
export type AddedKey = z.infer<typeof addedKeySchema>;

/** One entry of the gateway's ledger: what became of an `Idempotency-Key`. */
export const submissionSchema = z.looseObject({
  id: z.string(),
  keyId: z.nullable(z.string()),
  request: z.nullable(z.looseObject({ path: z.string(), query: z.string(), body: z.string() })),
  state: z.enum(['forwarding', 'accepted', 'refused', 'unknown', 'void']),
  answer: z.optional(z.looseObject({ status: z.number(), body: z.string() })),
  self: z.optional(z.string()),
  run: z.optional(
    z.looseObject({
      status: openEnum(['running', 'done', 'error']),
      progress: z.nullable(z.number()),
      endedAt: z.nullable(isoTime),
    }),
  ),
  times: z.looseObject({ createdAt: isoTime, settledAt: z.nullable(isoTime) }),
});
/** See {@link submissionSchema}. */
export type Submission = z.infer<typeof submissionSchema>;

/** `GET /desk/submissions`, newest first; with `?since=<RFC 3339 time>` only what was written down after it. */
export const submissionListSchema = z.looseObject({ submissions: tolerantArray(submissionSchema) });

/** `GET /desk/usage`: requests of the last `windowSeconds`, by class, and the runs that the gateway knows to be alive. */
export const usageSchema = z.looseObject({
  limit: z.number(),
  used: z.number(),
  windowSeconds: z.number(),
  byClass: z.looseObject({
    launch: z.number(),
    read: z.number(),
    poll: z.number(),
    prefetch: z.number(),
  }),
  slots: z.looseObject({ limit: z.number(), used: z.number() }),
});
/** See {@link usageSchema}. */
export type Usage = z.infer<typeof usageSchema>;

/** `GET /sandbox/drills`, in sandbox mode only. */
export const drillListSchema = z.array(
  z.looseObject({
    kind: z.string(),
    title: z.string(),
    mailbox: z.optional(z.string()),
    key: z.optional(z.string()),
    steps: z.string(),
  }),
);
