// Who may repeat a request: the retry table of failures.md as one pure function, and its form for React Query.
import type { DeskCode } from '#src/contract/desk.ts';
import { RATE_LIMIT_WAIT_MS } from '#src/contract/limits.ts';
import { ApiError } from './api-error.ts';
import type { Method } from './api-error.ts';

/** All tries of one read end within this; a wait that goes beyond it is shown instead of slept through. */
export const READ_LIMIT_MS = 90_000;

const MAX_RETRIES = 3;
const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 20_000;
const DESK_BUDGET: DeskCode = 'desk-budget';
const TRANSIENT = new Set([408, 425, 500, 502, 503, 504]);

/** Whether to send a request again, and after how long. `delayMs` is the longest that jitter may make it. */
export type RetryDecision =
  { readonly retry: false } | { readonly retry: true; readonly delayMs: number; readonly jitter: boolean };

const NEVER: RetryDecision = { retry: false };

/**
 * The decision for one failure.
 *
 * @param method of the request that failed: a POST is never repeated.
 * @param error what happened; anything but an `ApiError` is a programming error and never repeated.
 * @param attempt how many retries were made before, from 0.
 */
export function retryDecision(method: Method, error: unknown, attempt: number): RetryDecision {
  if (!(error instanceof ApiError) || (method !== 'GET' && method !== 'HEAD') || attempt >= MAX_RETRIES) {
    return NEVER;
  }
  const wait = waitFor(error, attempt);
  if (wait === null || error.elapsedMs + wait.delayMs > READ_LIMIT_MS) return NEVER;
  return { retry: true, ...wait };
}

function waitFor(error: ApiError, attempt: number): { delayMs: number; jitter: boolean } | null {
  if (error.kind === 'unreadable') return null;
  if (error.status === 429) return { delayMs: rateLimitWait(error), jitter: false };
  if (error.status !== null && !TRANSIENT.has(error.status)) return null;
  const given = error.reply?.retryAfterMs ?? null;
  if (given !== null) return { delayMs: given, jitter: false };
  return { delayMs: Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** attempt), jitter: true };
}

/** How long to wait after a 429 on a read, in ms: the gateway says so exactly, the API asks for a minute at least. */
export function rateLimitWait({ code, reply }: ApiError): number {
  const given = reply?.retryAfterMs ?? null;
  return code === DESK_BUDGET && given !== null ? given : Math.max(given ?? 0, RATE_LIMIT_WAIT_MS);
}

/** The policy as React Query's `retry` and `retryDelay`. The error carries its method, so one policy serves all reads. */
export function createRetryPolicy(random: () => number) {
  const decide = (failures: number, error: unknown) =>
    retryDecision(error instanceof ApiError ? error.method : 'POST', error, failures);
  return {
    retry: (failures: number, error: unknown): boolean => decide(failures, error).retry,
    retryDelay(failures: number, error: unknown): number {
      const decision = decide(failures, error);
      if (!decision.retry) return 0;
      return decision.jitter ? random() * decision.delayMs : decision.delayMs;
    },
  };
}
