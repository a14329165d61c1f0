// A gateway for tests: a clock that is moved by hand, an upstream that is written by hand, and short ways to ask.
import { createGateway } from '#src/gateway/gateway.ts';
import type { Gateway, GatewayOptions } from '#src/gateway/gateway.ts';
import type { Sleep } from '#src/upstream/time.ts';

/** Where the test desk is reached. */
export const DESK = 'http://desk.test';
/** The API behind it. */
export const API = 'https://api.test';
/** A launch that is fine. */
export const LAUNCH_PATH = '/api/v1/reports/mailboxPerformance?max=500';
/** Its body. */
export const LAUNCH_BODY = '{"parameters":{"mailboxId":"mb_1"}}';

/** Time that passes only when it is told to. */
export type TestClock = {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Moves time on, wakes who is due, and lets everything that follows from it happen. */
  advance(ms: number): Promise<void>;
};

/** Lets all work that is ready run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A clock that starts at a fixed moment. */
export function createClock(): TestClock {
  let now = Date.parse('2026-10-01T12:00:00Z');
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          resolve();
        };
        const sleeper = { at: now + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake, { once: true });
      }),
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settle();
        const [next] = [...sleepers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (next === undefined) break;
        now = Math.max(now, next.at);
        next.wake();
      }
      now = end;
      await settle();
    },
  };
}

/** What the upstream saw of one request. */
export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
};
type Answer = (request: Request, seen: Seen) => Response | Promise<Response>;

/** A gateway on an upstream that answers with `answer`; every request that gets there is in `seen`. */
export function createDesk(answer: Answer, options: Partial<GatewayOptions> = {}) {
  const clock = createClock();
  const seen: Seen[] = [];
  let uuids = 0;
  const gateway: Gateway = createGateway({
    upstream: {
      origin: API,
      async fetch(request) {
        const url = new URL(request.url);
        const one = {
          method: request.method,
          path: url.pathname + url.search,
          headers: Object.fromEntries(request.headers),
          body: await request.text(),
        };
        seen.push(one);
        return answer(request, one);
      },
    },
    origins: [DESK],
    keys: [{ label: 'First', key: 'key-one', source: 'environment' }],
    now: clock.now,
    sleep: clock.sleep,
    randomUUID: () => `00000000-0000-4000-8000-${String((uuids += 1)).padStart(12, '0')}`,
    ...options,
  });
  const ask = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
    signal?: AbortSignal,
  ) =>
    gateway.fetch(
      new Request(`${DESK}${path}`, {
        method,
        headers: { ...(method === 'GET' ? {} : { origin: DESK }), ...headers },
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
      }),
    );
  return {
    gateway,
    clock,
    seen,
    ask,
    get: (path: string, headers: Record<string, string> = {}, signal?: AbortSignal) =>
      ask('GET', path, headers, undefined, signal),
    post: (path: string, value: unknown, headers: Record<string, string> = {}) =>
      ask('POST', path, { 'content-type': 'application/json', ...headers }, JSON.stringify(value)),
    launch: (
      id: string,
      more: { path?: string; body?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
    ) =>
      ask(
        'POST',
        more.path ?? LAUNCH_PATH,
        { 'content-type': 'application/json', 'idempotency-key': id, ...more.headers },
        more.body ?? LAUNCH_BODY,
        more.signal,
      ),
    /** How many launches the API saw. */
    launches: () => seen.filter(({ method }) => method === 'POST').length,
  };
}

/** A run in the form of the API. */
export function runBody(status: string, more: { id?: string; progress?: number } = {}): string {
  const href = `${API}/api/v1/reports/results/${more.id ?? 'run1'}?max=500`;
  return JSON.stringify({
    _links: {
      self: { href, method: 'GET' },
      origin: { href: `${API}/api/v1/reports/mailboxPerformance`, method: 'POST' },
    },
    status,
    progress: more.progress ?? (status === 'done' ? 100 : 10),
    ...(status === 'error'
      ? { error: { code: 'x', message: 'It broke.' } }
      : { result: { data: [], total: null } }),
  });
}

/** A JSON answer of the API. */
export function jsonReply(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** An error of the API. */
export function errorReply(status: number, headers: Record<string, string> = {}): Response {
  return jsonReply(
    JSON.stringify({ status: 'error', error: { code: String(status), message: 'No.' } }),
    status,
    headers,
  );
}

/** `error.code` of an answer. */
export async function codeOf(response: Response): Promise<string> {
  const body = (await response.clone().json()) as { error?: { code?: string } };
  return body.error?.code ?? '';
}

/** A UUID made of one digit. */
export function uuid(digit: number): string {
  const text = String(digit).padStart(12, '0');
  return `11111111-1111-4111-8111-${text}`;
}

/** A promise and the function that resolves it. */
export function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
