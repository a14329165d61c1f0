// One call to the API: headers built here, deadlines kept, every way to fail named. Nothing is ever sent twice.
import { FEW_REQUESTS_LEFT } from '#src/contract/limits.ts';
import { parseRetryAfter } from '#src/contract/retry-after.ts';
import type { Budget, Grant } from './budget.ts';
import { readWhole } from './response-body.ts';
import { dropEchoes, withoutKey } from './key-echo.ts';
import { startDeadline } from './time.ts';
import type { Sleep } from './time.ts';
import { NotSentError } from './upstream.ts';
import type { Upstream } from './upstream.ts';

/** How long the reply headers may take. A launch gets longer: giving up on it costs certainty. */
export const LAUNCH_HEADERS_MS = 60_000;
/** See {@link LAUNCH_HEADERS_MS}. */
export const READ_HEADERS_MS = 30_000;

/** A call, with path and query as they go out. `body` makes it a launch. */
type Call = {
  readonly path: string;
  readonly search: string;
  readonly key: string;
  readonly accept: string;
  readonly body?: string;
};

/** Why no answer can be passed on. Only `not-sent` proves that nothing left. */
export type ExchangeFailure = {
  readonly kind: 'not-sent' | 'timeout' | 'broken' | 'too-large' | 'redirect';
};
/** An answer whose body has not been read yet; `close` gives it up. */
type OpenAnswer = {
  readonly kind: 'open';
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  close(): void;
};
/** An answer, whole. */
export type WholeAnswer = {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** Sends calls; both functions settle the grant and never reject. */
export type Exchange = {
  /** The answer once its headers are here. */
  open(call: Call, grant: Grant, signal: AbortSignal): Promise<OpenAnswer | ExchangeFailure>;
  /** The answer with its whole body, at most 32 MB. */
  whole(call: Call, grant: Grant, signal: AbortSignal): Promise<WholeAnswer | ExchangeFailure>;
};

/** `userAgent` is sent with every call. */
export function createExchange(options: {
  upstream: Upstream;
  budget: Budget;
  sleep: Sleep;
  now: () => number;
  userAgent: string;
}): Exchange {
  const { upstream, budget, sleep, now, userAgent } = options;

  const open: Exchange['open'] = async (call, grant, signal) => {
    const controller = new AbortController();
    // A reason of our own: the default one costs a stack trace, on every call.
    const give = () => controller.abort('over');
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
    const isLaunch = call.body !== undefined;
    const request = new Request(`${upstream.origin}${call.path}${call.search}`, {
      method: isLaunch ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${call.key}`,
        Accept: call.accept,
        'User-Agent': userAgent,
        ...(isLaunch ? { 'Content-Type': 'application/json' } : {}),
      },
      body: call.body ?? null,
      redirect: 'manual',
      signal: controller.signal,
    });
    const close = () => {
      signal.removeEventListener('abort', give);
      give();
    };
    const outcome = await firstOf(
      // Within a promise, so that one that throws counts as one that rejects.
      Promise.resolve().then(() => upstream.fetch(request)),
      sleep,
      isLaunch ? LAUNCH_HEADERS_MS : READ_HEADERS_MS,
      controller.signal,
    );
    grant.settle();
    if (!(outcome instanceof Response)) {
      close();
      return outcome;
    }
    const { status, headers, body } = outcome;
    if (status === 429) {
      // Three running reports answer 429 too, and must not silence the polls of those three.
      if (!isLaunch || budget.state().left < FEW_REQUESTS_LEFT) {
        budget.limited(parseRetryAfter(headers.get('retry-after'), now()));
      }
    } else if (status < 500) budget.accepted();
    if (status >= 300 && status < 400) {
      close();
      return { kind: 'redirect' };
    }
    dropEchoes(headers, call.key);
    return { kind: 'open', status, headers, body, close };
  };

  return {
    open,
    async whole(call, grant, signal) {
      const answer = await open(call, grant, signal);
      if (answer.kind !== 'open') return answer;
      const read = await readWhole(answer.body, sleep, signal);
      answer.close();
      if (read.kind !== 'whole') return { kind: read.kind };
      return {
        kind: 'answer',
        status: answer.status,
        headers: answer.headers,
        body: withoutKey(read.bytes, call.key),
      };
    },
  };
}

/** The answer, or why there is none: also when the upstream ignores its signal. */
function firstOf(
  answer: Promise<Response>,
  sleep: Sleep,
  headersMs: number,
  signal: AbortSignal,
): Promise<Response | ExchangeFailure> {
  return new Promise((resolve) => {
    const stop = startDeadline(sleep, headersMs, () => resolve({ kind: 'timeout' }));
    const abort = () => {
      stop();
      resolve({ kind: 'broken' });
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    answer.then(
      (response) => {
        stop();
        resolve(response);
      },
      (error: unknown) => {
        stop();
        resolve({ kind: error instanceof NotSentError ? 'not-sent' : 'broken' });
      },
    );
  });
}
