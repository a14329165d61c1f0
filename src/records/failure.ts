// What a record keeps of a failure: its kind, and the evidence that *Details* shows.
import type { Method } from '#src/client/api-error.ts';
import type { Reply } from '#src/client/reply.ts';
import type { FailureKind } from './failure-kind.ts';

/** A failure with its evidence. Nothing here is secret; `message` is the server's own text, shown as plain text. */
export type RunFailure = {
  readonly kind: FailureKind;
  /** Epoch ms, desk time. */
  readonly at: number;
  readonly method: Method;
  /** Path and query of the request. */
  readonly target: string;
  /** Null where no reply came. */
  readonly status: number | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly requestId: string | null;
  /** When it is tried again by itself, epoch ms, or null. */
  readonly retryAt: number | null;
  /** First part of a reply that could not be understood, as text. */
  readonly raw: string | null;
};

/** Longest excerpt of a reply that a record keeps, in characters. */
const RAW_LIMIT = 2_000;

/** The request that a failure belongs to. */
export type FailedRequest = { readonly method: Method; readonly target: string; readonly at: number };

/** Writes down what came back. `reply` is null where nothing did. */
export function failureFrom(
  kind: FailureKind,
  request: FailedRequest,
  reply: Reply | null,
  retryAt: number | null = null,
): RunFailure {
  return {
    kind,
    at: request.at,
    method: request.method,
    target: request.target,
    status: reply?.status ?? null,
    code: reply?.problem?.code ?? null,
    message: reply?.problem?.message ?? null,
    requestId: reply?.requestId ?? null,
    retryAt,
    raw: reply === null || reply.problem !== null ? null : reply.text.slice(0, RAW_LIMIT),
  };
}
