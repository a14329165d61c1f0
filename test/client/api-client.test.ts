// @vitest-environment node
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient, LAUNCH_DEADLINE_MS, READ_DEADLINE_MS } from '#src/client/api-client.ts';
import { ApiError } from '#src/client/api-error.ts';
import { createDeskClock } from '#src/client/desk-clock.ts';
import { deskResponse, errorBody } from '../support/replies.ts';

type Sent = { target: string; init: RequestInit };
type Upstream = (sent: Sent) => Response | Promise<Response>;

const START = Date.UTC(2026, 10, 23, 6);

/** A fetch that gives up with the signal, as the browser's does. */
function fetchOf(upstream: Upstream, sent: Sent[] = []) {
  return async (target: string, init: RequestInit): Promise<Response> => {
    const call = { target, init };
    sent.push(call);
    const gone = new Promise<never>((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('Gone', 'AbortError')));
    });
    return await Promise.race([upstream(call), gone]);
  };
}

function clientOf(upstream: Upstream) {
  const sent: Sent[] = [];
  const clock = createDeskClock(() => Date.now());
  return { client: createApiClient({ clock, fetch: fetchOf(upstream, sent) }), clock, sent };
}

const never = () => new Promise<Response>(() => undefined);
const caught = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is sent', () => {
  test('a read carries the key’s id and the oldest answer that will do, and no body', async () => {
    const { client, sent } = clientOf(() => deskResponse(200, {}));
    await client.send({ method: 'GET', target: '/api/v1/x?a=1', keyId: 'k1', maxAgeMs: 12_900 });
    expect(sent[0]?.target).toBe('/api/v1/x?a=1');
    expect(sent[0]?.init).toMatchObject({
      method: 'GET',
      body: null,
      redirect: 'error',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { Accept: 'application/json', 'Desk-Key': 'k1', 'Cache-Control': 'max-age=12' },
    });
  });

  test('a launch carries its idempotency key and the body as it is', async () => {
    const { client, sent } = clientOf(() => deskResponse(200, {}));
    const body = '{"parameters":{}}';
    await client.send({ method: 'POST', target: '/x', keyId: 'k1', body, idempotencyKey: 'id-1' });
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'id-1', 'Desk-Key': 'k1' },
    });
  });

  test('nothing that was not asked for', async () => {
    const { client, sent } = clientOf(() => deskResponse(200, {}));
    await client.send({ method: 'GET', target: '/desk/config' });
    expect(sent[0]?.init.headers).toEqual({ Accept: 'application/json' });
  });
});

describe('send', () => {
  test.each([200, 202, 204, 304, 400, 404, 429, 500, 503])('gives a %d as a reply', async (status) => {
    const { client } = clientOf(() => deskResponse(status, errorBody('c')));
    expect((await client.send({ method: 'GET', target: '/x' })).status).toBe(status);
  });

  test('throws a network error where no reply came, once', async () => {
    const { client, sent } = clientOf(() => Promise.reject(new TypeError('Failed to fetch')));
    const error = await caught(client.send({ method: 'POST', target: '/api/v1/x?secret=1' }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      kind: 'network',
      method: 'POST',
      path: '/api/v1/x',
      status: null,
      code: null,
      at: START,
    });
    expect(sent).toHaveLength(1);
  });

  test('throws a network error where the body was cut', async () => {
    const cut = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"status":'));
        controller.error(new TypeError('terminated'));
      },
    });
    const { client } = clientOf(() => new Response(cut, { headers: { 'Desk-Request-Id': 'r' } }));
    expect(await caught(client.send({ method: 'GET', target: '/x' }))).toMatchObject({ kind: 'network' });
  });

  test.each([
    ['GET', READ_DEADLINE_MS],
    ['POST', LAUNCH_DEADLINE_MS],
  ] as const)('%s: throws a timeout after %d ms of silence, not before', async (method, deadlineMs) => {
    const { client } = clientOf(never);
    const settled = vi.fn<(error: unknown) => void>();
    void caught(client.send({ method, target: '/x' })).then(settled);
    await vi.advanceTimersByTimeAsync(deadlineMs - 1);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled.mock.calls[0]?.[0]).toMatchObject({ kind: 'timeout', method, elapsedMs: deadlineMs });
  });

  test('the deadline covers the body too', async () => {
    const { client } = clientOf(({ init }) => {
      const body = new ReadableStream({
        start(controller) {
          init.signal?.addEventListener('abort', () =>
            controller.error(new DOMException('Gone', 'AbortError')),
          );
        },
      });
      return new Response(body, { headers: { 'Desk-Request-Id': 'r' } });
    });
    const work = caught(client.send({ method: 'GET', target: '/x' }));
    await vi.advanceTimersByTimeAsync(READ_DEADLINE_MS);
    expect(await work).toMatchObject({ kind: 'timeout' });
  });

  test('no timer is left behind', async () => {
    const { client } = clientOf(() => deskResponse(200, {}));
    await client.send({ method: 'GET', target: '/x' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('an abort by the caller is the abort itself, not a failure', async () => {
    const { client } = clientOf(never);
    const controller = new AbortController();
    const work = caught(client.send({ method: 'GET', target: '/x', signal: controller.signal }));
    controller.abort();
    const error = await work;
    expect(error).not.toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ name: 'AbortError' });
  });

  test('a read that React Query cancels reverts without an error', async () => {
    const { client } = clientOf(never);
    const queryClient = new QueryClient();
    const work = queryClient.query({
      queryKey: ['x'],
      queryFn: ({ signal }) => client.read({ method: 'GET', target: '/x', signal }, () => 1),
    });
    const outcome = caught(work);
    await vi.advanceTimersByTimeAsync(0);
    await queryClient.cancelQueries({ queryKey: ['x'] });
    expect(await outcome).not.toBeInstanceOf(ApiError);
    expect(queryClient.getQueryState(['x'])).toMatchObject({ status: 'pending', error: null });
  });
});

describe('read', () => {
  const parse = (body: unknown) => (typeof body === 'object' && body !== null && 'a' in body ? body.a : null);

  test('gives what the parser makes of the body', async () => {
    const { client } = clientOf(() => deskResponse(200, { a: 'x' }));
    expect(await client.read({ method: 'GET', target: '/x' }, parse)).toBe('x');
  });

  test.each([
    ['HTML', '<html>'],
    ['nothing', ''],
    ['another form', { b: 1 }],
  ])('throws unreadable for a 200 with %s', async (_name, body) => {
    const { client } = clientOf(() => deskResponse(200, body));
    const error = await caught(client.read({ method: 'GET', target: '/x' }, parse));
    expect(error).toMatchObject({ kind: 'unreadable', status: 200 });
  });

  test('throws http for another status, with what the server said', async () => {
    const { client } = clientOf(() =>
      deskResponse(404, errorBody('404', 'Not there.'), { 'Retry-After': '3' }),
    );
    const error = await caught(client.read({ method: 'GET', target: '/x?y' }, parse));
    expect(error).toMatchObject({
      kind: 'http',
      status: 404,
      code: '404',
      path: '/x',
      reply: { retryAfterMs: 3_000 },
    });
  });
});

describe('the desk’s clock', () => {
  const ahead = new Date(START + 86_400_000).toUTCString();

  test('follows the Date of the gateway’s answers', async () => {
    const { client, clock } = clientOf(() => deskResponse(500, {}, { Date: ahead }));
    await client.send({ method: 'GET', target: '/x' });
    expect(clock.now()).toBe(START + 86_400_000);
  });

  test('does not follow another server, such as a captive portal', async () => {
    const { client, clock } = clientOf(() =>
      deskResponse(200, '<html>', { Date: ahead, 'Desk-Request-Id': null }),
    );
    await client.send({ method: 'GET', target: '/x' });
    expect(clock.now()).toBe(START);
  });

  test('may jump during a read without using up its time', async () => {
    const { client } = clientOf(() => deskResponse(503, {}, { Date: ahead }));
    const error = await caught(client.read({ method: 'GET', target: '/x' }, () => 1));
    expect(error).toMatchObject({ kind: 'http', at: START + 86_400_000, elapsedMs: 0 });
  });
});
