// One row of the ledger as the rest of the gateway sees it, and as the browser does.
import * as z from 'zod/mini';
import { UNRECOGNISED } from '#src/contract/open-enum.ts';
import type { RunStatus } from '#src/contract/envelope.ts';
import type { Submission } from '#src/contract/desk.ts';

/** What identifies a launch besides its key: all of it must be the same for a repeat. */
export type LaunchIdentity = {
  readonly keyId: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
};

/** The answer that a repeat gets. `sent` is false when the launch provably never left. */
export type StoredAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly sent: boolean;
};

/** What is known of a run since it was accepted. */
export type RunState = {
  readonly status: RunStatus;
  readonly progress: number | null;
  readonly endedAt: number | null;
};

/** How a launch ended. `self` is path and query of the run's own link, where it is usable. */
export type Settlement = {
  readonly state: 'accepted' | 'refused' | 'unknown';
  readonly answer: StoredAnswer | null;
  readonly self: string | null;
  readonly run: RunState | null;
};

/** An entry of the ledger; times in epoch ms. `expired`: request and answer are no longer kept. */
export type LedgerEntry = {
  readonly id: string;
  readonly keyId: string | null;
  readonly state: Submission['state'];
  readonly request: LaunchIdentity | null;
  readonly answer: StoredAnswer | null;
  readonly self: string | null;
  readonly run: RunState | null;
  readonly createdAt: number;
  readonly settledAt: number | null;
  readonly expired: boolean;
};

/** An empty ledger, by state. */
export const NO_COUNTS: Readonly<Record<LedgerEntry['state'], number>> = {
  forwarding: 0,
  accepted: 0,
  refused: 0,
  unknown: 0,
  void: 0,
};

const state = z.enum(['forwarding', 'accepted', 'refused', 'unknown', 'void']);
const countRow = z.object({ state, count: z.number() });

// Our own file, but a file: what does not fit is a defect that should be loud.
const row = z.object({
  id: z.string(),
  key_id: z.nullable(z.string()),
  path: z.nullable(z.string()),
  query: z.nullable(z.string()),
  body: z.nullable(z.string()),
  state,
  answer_status: z.nullable(z.number()),
  answer_headers: z.nullable(z.string()),
  answer_body: z.nullable(z.custom<Uint8Array>((value) => ArrayBuffer.isView(value))),
  answer_sent: z.nullable(z.number()),
  self: z.nullable(z.string()),
  run_status: z.nullable(z.enum(['running', 'done', 'error', UNRECOGNISED])),
  run_progress: z.nullable(z.number()),
  run_ended_at: z.nullable(z.number()),
  created_at: z.number(),
  settled_at: z.nullable(z.number()),
});
const headersSchema = z.record(z.string(), z.string());

/** Reads a row of the table. Entries made at or before `keptSince` (epoch ms) come without request and answer. */
export function readRow(raw: unknown, keptSince: number): LedgerEntry {
  const given = z.parse(row, raw);
  const expired = given.created_at <= keptSince;
  const { key_id: keyId, path, query, body } = given;
  const { answer_status: status, answer_headers: headers, answer_body: answerBody } = given;
  return {
    id: given.id,
    keyId,
    state: given.state,
    request:
      expired || keyId === null || path === null || query === null || body === null
        ? null
        : { keyId, path, query, body },
    answer:
      expired || status === null || headers === null || answerBody === null
        ? null
        : {
            status,
            headers: z.parse(headersSchema, JSON.parse(headers)),
            body: answerBody,
            sent: given.answer_sent === 1,
          },
    self: expired ? null : given.self,
    run:
      expired || given.run_status === null
        ? null
        : { status: given.run_status, progress: given.run_progress, endedAt: given.run_ended_at },
    createdAt: given.created_at,
    settledAt: given.settled_at,
    expired,
  };
}

/** Reads a row of the counts by state. */
export function readCount(raw: unknown): z.infer<typeof countRow> {
  return z.parse(countRow, raw);
}

/** The entry as `/desk/submissions` shows it. */
export function submissionOf(entry: LedgerEntry): Submission {
  return {
    id: entry.id,
    keyId: entry.keyId,
    request:
      entry.request === null
        ? null
        : { path: entry.request.path, query: entry.request.query, body: entry.request.body },
    state: entry.state,
    ...(entry.answer === null
      ? {}
      : { answer: { status: entry.answer.status, body: new TextDecoder().decode(entry.answer.body) } }),
    ...(entry.self === null ? {} : { self: entry.self }),
    ...(entry.run === null
      ? {}
      : {
          run: {
            status: entry.run.status,
            progress: entry.run.progress,
            endedAt: entry.run.endedAt === null ? null : iso(entry.run.endedAt),
          },
        }),
    times: {
      createdAt: iso(entry.createdAt),
      settledAt: entry.settledAt === null ? null : iso(entry.settledAt),
    },
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
