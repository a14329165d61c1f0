// The fetch client: one request, one reply or one typed error. It never repeats anything; who may, is retry-policy.ts.
import { DESK_HEADERS } from '#src/contract/desk.ts';
import { pathOf } from '#src/contract/endpoints.ts';
import { ApiError } from './api-error.ts';
import type { ApiErrorKind, Method } from './api-error.ts';
import type { DeskClock } from './desk-clock.ts';
import { isSuccess, readReply } from './reply.ts';
import type { Reply } from './reply.ts';
import { READ_LIMIT_MS } from './retry-policy.ts';

/** How long the browser waits for a whole reply (design.md section 6, *Deadlines*). */
export const LAUNCH_DEADLINE_MS = 120_000;
/** See {@link LAUNCH_DEADLINE_MS}. */
export const READ_DEADLINE_MS = 75_000;

/** One request to the gateway. */
export type Call = {
  readonly method: Method;
  /** Path and query on this origin. */
  readonly target: string;
  /** Id of the key to use (`Desk-Key`). */
  readonly keyId?: string | undefined;
  /** JSON text. */
  readonly body?: string | undefined;
  /** `Idempotency-Key` of a launch. */
  readonly idempotencyKey?: string | undefined;
  /** Oldest shared answer that will do, in ms, for polls. */
  readonly maxAgeMs?: number | undefined;
  /** Nobody waits for it (RFC 9218, the least urgent): the gateway lets every other request go first, and refuses it when busy. */
  readonly ahead?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** See {@link createApiClient}. */
export type ApiClient = {
  /** Sends once and gives the whole reply, whatever its status. Throws an `ApiError` of kind `network` or `timeout`. */
  send(call: Call): Promise<Reply>;
  /**
   * Sends once and gives the body as `parse` reads it. Throws an `ApiError`: `http` for a status other than 2xx, `unreadable`
   * where `parse` gives null, else as `send`.
   */
  read<Value>(call: Call, parse: (body: unknown) => Value | null): Promise<Value>;
};

/** What the client stands on; tests pass their own. */
export type ApiClientOptions = {
  readonly clock: DeskClock;
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds of a clock that never jumps: durations are measured on it, desk time may be moved. */
  readonly elapsed?: () => number;
  /** Prefix of every target; empty in the browser, where the gateway is this page's origin. */
  readonly base?: string;
};

function headersOf(call: Call): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(call.keyId === undefined ? {} : { [DESK_HEADERS.key]: call.keyId }),
    ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(call.idempotencyKey === undefined ? {} : { [DESK_HEADERS.idempotencyKey]: call.idempotencyKey }),
    ...(call.maxAgeMs === undefined
      ? {}
      : { 'Cache-Control': `max-age=${Math.floor(call.maxAgeMs / 1000)}` }),
    ...(call.ahead === true && { Priority: 'u=7' }),
  };
}

/** Makes the client. The `Date` of every answer of the gateway goes to the clock; any other server's is not ours to follow. */
export function createApiClient({
  clock,
  fetch = globalThis.fetch.bind(globalThis),
  base = '',
  elapsed = () => performance.now(),
}: ApiClientOptions): ApiClient {
  // React Query gives all tries of one read the same signal, so a signal and a target stand for the read that they belong to:
  // the pages of one result share a signal, and each has its own limit.
  const firstTries = new WeakMap<AbortSignal, Map<string, number>>();

  function startOf({ signal, target }: Call): number {
    const now = elapsed();
    if (signal === undefined) return now;
    const starts = firstTries.get(signal) ?? new Map<string, number>();
    firstTries.set(signal, starts);
    const start = starts.get(target);
    // No try begins after the limit by itself: React Query held it back while the tab was hidden, and this is a new read.
    if (start !== undefined && now - start < READ_LIMIT_MS) return start;
    starts.set(target, now);
    return now;
  }

  function deadlineOf(call: Call, startedAt: number): number {
    if (call.method === 'POST') return LAUNCH_DEADLINE_MS;
    return Math.min(READ_DEADLINE_MS, Math.max(0, READ_LIMIT_MS - (elapsed() - startedAt)));
  }

  async function send(call: Call): Promise<Reply> {
    const startedAt = startOf(call);
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), deadlineOf(call, startedAt));
    const signal =
      call.signal === undefined ? deadline.signal : AbortSignal.any([call.signal, deadline.signal]);
    try {
      const response = await fetch(base + call.target, {
        method: call.method,
        headers: headersOf(call),
        body: call.body ?? null,
        signal,
        credentials: 'same-origin',
        redirect: 'error',
        cache: 'no-store',
      });
      if (response.headers.has(DESK_HEADERS.requestId)) {
        clock.observe(Date.parse(response.headers.get('Date') ?? ''));
      }
      return await readReply(response, clock.now());
    } catch (cause) {
      // A read that nobody wants any more is not a failure: React Query expects the abort itself.
      if (call.signal?.aborted === true) throw cause;
      throw failure(deadline.signal.aborted ? 'timeout' : 'network', call, startedAt, { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  function failure(
    kind: ApiErrorKind,
    call: Call,
    startedAt: number,
    more: { cause?: unknown; reply?: Reply },
  ): ApiError {
    return new ApiError({
      kind,
      method: call.method,
      path: pathOf(call.target),
      at: clock.now(),
      elapsedMs: elapsed() - startedAt,
      ...more,
    });
  }

  return {
    send,
    async read(call, parse) {
      const startedAt = startOf(call);
      const reply = await send(call);
      if (!isSuccess(reply)) throw failure('http', call, startedAt, { reply });
      const value = parse(reply.body);
      if (value === null) throw failure('unreadable', call, startedAt, { reply });
      return value;
    },
  };
}
