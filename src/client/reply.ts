// A reply of the gateway as a plain value: what the protocol's tables decide on.
import { DESK_HEADERS } from '#src/contract/desk.ts';
import { readErrorEnvelope } from '#src/contract/envelope.ts';
import { parseRetryAfter } from '#src/contract/retry-after.ts';

/** One whole reply, of any status. */
export type Reply = {
  readonly status: number;
  /** Parsed JSON, or undefined where the body is something else. */
  readonly body: unknown;
  /** The body as it came, for "Show raw reply"; never rendered as anything but text. */
  readonly text: string;
  /** Code and message of the error envelope; null where the body is not one. */
  readonly problem: { readonly code: string; readonly message: string } | null;
  /** Null where the answer did not come from this desk's gateway. */
  readonly requestId: string | null;
  /** False where the gateway proves that it sent nothing upstream. */
  readonly forwarded: boolean;
  /** Milliseconds by `Retry-After`, or null. */
  readonly retryAfterMs: number | null;
  /** Requests left in the shared budget by `RateLimit`, or null. */
  readonly budgetLeft: number | null;
  /** Age of a shared answer in ms, by `Age`. */
  readonly ageMs: number;
};

const BUDGET_LEFT = /(?:^|[;\s])r=(\d{1,9})(?:;|$)/;
const DIGITS = /^\d{1,9}$/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a reply's text says: for one that came, and for one that the ledger kept. */
export function readBody(text: string): Pick<Reply, 'body' | 'text' | 'problem'> {
  const body = parseJson(text);
  return { body, text, problem: readErrorEnvelope(body)?.error ?? null };
}

/** Reads a response whole. Rejects with whatever the body's stream rejects with when it is cut. `nowMs` in epoch ms. */
export async function readReply(response: Response, nowMs: number): Promise<Reply> {
  const said = readBody(await response.text());
  const header = (name: string) => response.headers.get(name);
  const left = BUDGET_LEFT.exec(header(DESK_HEADERS.rateLimit) ?? '')?.[1];
  const age = header('Age');
  return {
    status: response.status,
    ...said,
    requestId: header(DESK_HEADERS.requestId),
    forwarded: header(DESK_HEADERS.forwarded) !== 'no',
    retryAfterMs: parseRetryAfter(header('Retry-After'), nowMs),
    budgetLeft: left === undefined ? null : Number(left),
    ageMs: age !== null && DIGITS.test(age) ? Number(age) * 1000 : 0,
  };
}

/** Whether the status says that the call did what was asked. */
export function isSuccess(reply: Reply): boolean {
  return reply.status >= 200 && reply.status < 300;
}
