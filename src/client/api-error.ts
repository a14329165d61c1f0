// The one error type of every call that did not give what was asked for. Nobody downstream reads messages to decide anything.
import type { Reply } from './reply.ts';

/** Methods that the desk uses. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'DELETE';

/**
 * - `http`: a reply came, its status is not 2xx.
 * - `unreadable`: a 2xx came, its body is not in the documented form.
 * - `network`: no reply, or not a whole one (offline, refused, reset, cut body).
 * - `timeout`: the browser's own deadline passed.
 */
export type ApiErrorKind = 'http' | 'unreadable' | 'network' | 'timeout';

/** What is known of the call that failed. Times in epoch ms of the desk's clock, durations in ms. */
export type ApiErrorFacts = {
  readonly kind: ApiErrorKind;
  readonly method: Method;
  /** Path without its query. */
  readonly path: string;
  readonly at: number;
  /** From the first try of this read until this failure; a launch has only one try. */
  readonly elapsedMs: number;
  /** Absent for `network` and `timeout`. */
  readonly reply?: Reply | undefined;
  readonly cause?: unknown;
};

/** Thrown by every method of the api client. See {@link ApiErrorKind} for when. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly method: Method;
  readonly path: string;
  readonly at: number;
  readonly elapsedMs: number;
  readonly reply: Reply | null;

  constructor(facts: ApiErrorFacts) {
    super(`${facts.method} ${facts.path}: ${facts.reply?.status ?? facts.kind}`, { cause: facts.cause });
    this.kind = facts.kind;
    this.method = facts.method;
    this.path = facts.path;
    this.at = facts.at;
    this.elapsedMs = facts.elapsedMs;
    this.reply = facts.reply ?? null;
  }

  /** HTTP status, or null where no reply came. */
  get status(): number | null {
    return this.reply?.status ?? null;
  }

  /** `error.code` of the envelope, or null. */
  get code(): string | null {
    return this.reply?.problem?.code ?? null;
  }
}
