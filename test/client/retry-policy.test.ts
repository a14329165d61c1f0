// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { ApiError } from '#src/client/api-error.ts';
import type { ApiErrorKind, Method } from '#src/client/api-error.ts';
import { createRetryPolicy, READ_LIMIT_MS, retryDecision } from '#src/client/retry-policy.ts';
import { asReply, deskResponse, errorBody } from '../support/replies.ts';

type Case = {
  kind?: ApiErrorKind;
  status?: number;
  code?: string;
  retryAfter?: string;
  elapsedMs?: number;
  method?: Method;
};

async function failure({
  kind = 'http',
  status,
  code = 'x',
  retryAfter,
  elapsedMs = 0,
  method = 'GET',
}: Case) {
  const headers = { 'Retry-After': retryAfter ?? null };
  const reply =
    status === undefined ? undefined : await asReply(deskResponse(status, errorBody(code), headers));
  return new ApiError({ kind, method, path: '/x', at: 0, elapsedMs, reply });
}

const NEVER = { retry: false };
const backoff = (delayMs: number) => ({ retry: true, delayMs, jitter: true });
const exactly = (delayMs: number) => ({ retry: true, delayMs, jitter: false });

const TRANSIENT = [408, 425, 500, 502, 503, 504];
const FINAL = [
  400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 415, 416, 417, 418, 421, 422, 423, 424, 426,
  428, 431, 451, 501, 505, 506, 507, 508, 511, 301, 304,
];

describe.each<Method>(['GET', 'HEAD'])('%s', (method) => {
  describe.each<[string, Case]>([
    ['a network error', { kind: 'network' }],
    ['a timeout', { kind: 'timeout' }],
    ...TRANSIENT.map((status): [string, Case] => [`a ${status}`, { status }]),
  ])('%s', (_name, given) => {
    test('is tried three times more, after at most 0.5, 1 and 2 s, and then never', async () => {
      const error = await failure({ ...given, method });
      expect([0, 1, 2, 3, 4].map((attempt) => retryDecision(method, error, attempt))).toEqual([
        backoff(500),
        backoff(1_000),
        backoff(2_000),
        NEVER,
        NEVER,
      ]);
    });
  });

  test.each(TRANSIENT)('a %d with Retry-After waits exactly that', async (status) => {
    const error = await failure({ status, retryAfter: '7', method });
    expect(retryDecision(method, error, 0)).toEqual(exactly(7_000));
  });

  test.each([
    ['no Retry-After', undefined, exactly(60_000)],
    ['a shorter one', '5', exactly(60_000)],
    ['a longer one', '75', exactly(75_000)],
    ['one that does not fit into the limit', '100', NEVER],
    ['one that nobody sleeps through', '121', NEVER],
    ['one that cannot be read', 'soon', exactly(60_000)],
  ])('a 429 of the API with %s', async (_name, retryAfter, decision) => {
    const error = await failure({ status: 429, code: '429', ...(retryAfter && { retryAfter }), method });
    expect(retryDecision(method, error, 0)).toEqual(decision);
  });

  test.each([
    ['0', exactly(0)],
    ['3', exactly(3_000)],
    ['90', exactly(90_000)],
    ['91', NEVER],
    [undefined, exactly(60_000)],
  ])('a desk-budget with Retry-After %s waits exactly that', async (retryAfter, decision) => {
    const error = await failure({
      status: 429,
      code: 'desk-budget',
      ...(retryAfter && { retryAfter }),
      method,
    });
    expect(retryDecision(method, error, 0)).toEqual(decision);
  });

  test.each(FINAL)('a %d is never tried again', async (status) => {
    expect(retryDecision(method, await failure({ status, retryAfter: '1', method }), 0)).toEqual(NEVER);
  });

  test('a 2xx that cannot be read is never tried again', async () => {
    expect(retryDecision(method, await failure({ kind: 'unreadable', status: 200, method }), 0)).toEqual(
      NEVER,
    );
  });

  test.each([new TypeError('x'), 'text', undefined, null, { status: 503 }])(
    'an exception of our own (%s) is never tried again',
    (error) => {
      expect(retryDecision(method, error, 0)).toEqual(NEVER);
    },
  );
});

describe.each<Method>(['POST', 'DELETE'])('%s', (method) => {
  test.each<[string, Case]>([
    ['a network error', { kind: 'network' }],
    ['a timeout', { kind: 'timeout' }],
    ...[...TRANSIENT, 429].map((status): [string, Case] => [`a ${status}`, { status, retryAfter: '1' }]),
    ['a desk-budget', { status: 429, code: 'desk-budget', retryAfter: '1' }],
  ])('%s is never tried again', async (_name, given) => {
    expect(retryDecision(method, await failure({ ...given, method }), 0)).toEqual(NEVER);
  });
});

describe('the limit of one read', () => {
  test.each([
    [READ_LIMIT_MS - 500, backoff(500)],
    [READ_LIMIT_MS - 499, NEVER],
    [READ_LIMIT_MS + 1, NEVER],
  ])('after %d ms a wait of up to 500 ms', async (elapsedMs, decision) => {
    expect(retryDecision('GET', await failure({ kind: 'network', elapsedMs }), 0)).toEqual(decision);
  });
});

describe('as React Query takes it', () => {
  test.each([
    [0, 0],
    [0.5, 500],
    [0.999_999, 999.999],
  ])('full jitter: chance %d of up to one second', async (chance, ms) => {
    const policy = createRetryPolicy(() => chance);
    const error = await failure({ kind: 'network' });
    expect(policy.retry(1, error)).toBe(true);
    expect(policy.retryDelay(1, error)).toBeCloseTo(ms, 6);
  });

  test('no jitter on a time that the server gave', async () => {
    const policy = createRetryPolicy(() => 0);
    expect(policy.retryDelay(0, await failure({ status: 503, retryAfter: '4' }))).toBe(4_000);
  });

  test('the method comes from the error', async () => {
    const policy = createRetryPolicy(() => 0);
    expect(policy.retry(0, await failure({ status: 503, method: 'POST' }))).toBe(false);
    expect(policy.retry(0, new Error('ours'))).toBe(false);
  });
});
