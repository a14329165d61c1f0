// @vitest-environment node
import { MutationObserver } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from '#src/client/api-client.ts';
import type { ApiClient } from '#src/client/api-client.ts';
import { ApiError } from '#src/client/api-error.ts';
import { createDeskClock } from '#src/client/desk-clock.ts';
import { createQueryClient } from '#src/client/query-client.ts';
import { deskResponse, errorBody } from '../support/replies.ts';

type Answer = () => Response | Promise<Response>;

/** Times at which calls left, in ms after the start. */
let calls: number[] = [];
let queryClient: QueryClient;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  calls = [];
  queryClient = createQueryClient({ random: () => 0.5 });
});
afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
});

/** Answers in turn; the last one again and again. */
function clientOf(...answers: Answer[]): ApiClient {
  return createApiClient({
    clock: createDeskClock(() => Date.now()),
    fetch: async (_target, { signal }) => {
      const answer = answers[Math.min(calls.length, answers.length - 1)];
      calls.push(Date.now());
      const gone = new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('Gone', 'AbortError')));
      });
      return await Promise.race([answer?.() ?? gone, gone]);
    },
  });
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    deskResponse(code, code < 300 ? { ok: true } : errorBody(String(code)), headers);
const silence: Answer = () => new Promise<Response>(() => undefined);
const refused: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

type Outcome = { value: unknown; error: unknown; at: number };

/** One read by React Query, to its end. */
async function read(client: ApiClient): Promise<Outcome> {
  const work = queryClient
    .query({
      queryKey: ['x'],
      queryFn: ({ signal }) => client.read({ method: 'GET', target: '/x', signal }, (body) => body ?? null),
    })
    .then(
      (value: unknown): Outcome => ({ value, error: null, at: Date.now() }),
      (error: unknown): Outcome => ({ value: null, error, at: Date.now() }),
    );
  await vi.runAllTimersAsync();
  return work;
}

describe('a read', () => {
  test('that gets 503 twice and then 200 makes three calls', async () => {
    const { value } = await read(clientOf(status(503), status(503), status(200)));
    expect(value).toEqual({ ok: true });
    expect(calls).toEqual([0, 250, 750]);
  });

  test('that never gets through makes four calls', async () => {
    const { error } = await read(clientOf(refused));
    expect(error).toMatchObject({ kind: 'network' });
    expect(calls).toEqual([0, 250, 750, 1_750]);
  });

  test.each([400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 501, 505])(
    'that gets %d makes one call',
    async (code) => {
      const { error } = await read(clientOf(status(code), status(200)));
      expect(error).toMatchObject({ kind: 'http', status: code });
      expect(calls).toHaveLength(1);
    },
  );

  test('that cannot be read makes one call', async () => {
    const { error } = await read(clientOf(() => deskResponse(200, '<html>')));
    expect(error).not.toBeNull();
    expect(calls).toHaveLength(1);
  });

  test('that is limited by the API waits a minute, once', async () => {
    const { error } = await read(clientOf(status(429, { 'Retry-After': '5' })));
    expect(error).toMatchObject({ status: 429 });
    expect(calls).toEqual([0, 60_000]);
  });

  test('ends within 90 s, however the server keeps silent', async () => {
    const { error, at } = await read(clientOf(silence));
    expect(error).toMatchObject({ kind: 'timeout' });
    expect(calls.length).toBeGreaterThan(1);
    expect(at).toBeLessThanOrEqual(90_000);
  });

  test('ends within 90 s where the first try fails late', async () => {
    const late: Answer = () =>
      new Promise((resolve) => {
        setTimeout(() => resolve(deskResponse(503, {})), 40_000);
      });
    const { at } = await read(clientOf(late));
    expect(at).toBeLessThanOrEqual(90_000);
  });

  test('of another page under the same signal has time of its own', async () => {
    const client = clientOf(
      () =>
        new Promise((resolve) => {
          setTimeout(() => resolve(deskResponse(200, {})), 60_000);
        }),
    );
    const { signal } = new AbortController();
    const pages = (async () => {
      for (const page of ['/1', '/2', '/3']) {
        await client.read({ method: 'GET', target: page, signal }, () => 1);
      }
      return 'all';
    })();
    await vi.advanceTimersByTimeAsync(180_000);
    expect(await pages).toBe('all');
  });
});

describe('a mutation', () => {
  test.each<[string, Answer]>([
    ['503', status(503)],
    ['429', status(429, { 'Retry-After': '1' })],
    ['no answer', refused],
    ['silence', silence],
  ])('is never repeated after %s', async (_name, answer) => {
    const client = clientOf(answer, status(200));
    const mutation = new MutationObserver(queryClient, {
      mutationFn: () => client.read({ method: 'POST', target: '/x', body: '{}' }, (body) => body),
    });
    const outcome = mutation.mutate().then(
      () => 'done',
      () => 'failed',
    );
    await vi.runAllTimersAsync();
    expect(await outcome).toBe('failed');
    expect(calls).toHaveLength(1);
  });
});

describe('an error boundary is reached', () => {
  const boundary = (error: Error, data: unknown) => {
    const { throwOnError } = queryClient.getDefaultOptions().queries ?? {};
    const query = queryClient
      .getQueryCache()
      .build(queryClient, { queryKey: ['y', data] as readonly unknown[] });
    if (data !== undefined) query.setData(data);
    return typeof throwOnError === 'function' && throwOnError(error, query);
  };
  const expected = new ApiError({ kind: 'network', method: 'GET', path: '/x', at: 0, elapsedMs: 0 });

  test('only by the unexpected, and only where there is nothing to show', () => {
    expect(boundary(new TypeError('ours'), undefined)).toBe(true);
    expect(boundary(new TypeError('ours'), 'rows')).toBe(false);
    expect(boundary(expected, undefined)).toBe(false);
    expect(boundary(expected, 'rows')).toBe(false);
  });
});
